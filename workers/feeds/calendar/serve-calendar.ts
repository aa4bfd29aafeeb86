import { ask } from '#shared/db/ask.ts'
import { findCalendarOwner } from '#shared/db/calendar-links.ts'
import { listEvents } from '#shared/db/published-events.ts'
import { answersOfKey } from '#shared/domain/key-answers.ts'
import { hashToken, isTokenShaped } from '#shared/domain/link.ts'
import { readOwnFilter } from '#shared/domain/publication.ts'
import { areaName } from '#shared/text/area-name.ts'
import type { FeedsContext } from '../env.ts'
import { isOpened, keptFor, openFeed } from '../open-feed.ts'
import { respondText } from '../respond-text.ts'
import { respondCalendar } from './respond-calendar.ts'

/** As many as calendars take without trouble. */
const most = 5000
/** Seconds for which an answer may be kept. */
const kept = 900

/**
 * What groups plan, of the whole movement, a region or a group. Without a key it is of the groups that want to be shown. What was taken back is
 * cancelled, and every event keeps its UID.
 */
export async function serveCalendar(context: FeedsContext): Promise<Response> {
  const { movement } = context.var
  const { DB } = context.env
  const access = await openFeed(context, 'calendar', movement.feeds.calendar)
  if (!isOpened(access)) return access
  const asked = (name: string) => (context.req.query(name) ?? '').slice(0, 100)
  const { events } = await ask(DB, {
    events: listEvents(
      DB,
      {
        group: asked('group'),
        region: areaName(asked('region')),
        regions: access.regions,
        isPublic: access.key === null,
        answers: [
          ...readOwnFilter(new URL(context.req.url).searchParams, movement.sections.ours.group.fields),
          ...answersOfKey(access.answers),
        ],
      },
      most,
    ),
  })
  const part = events.length > 0 && asked('group') ? events[0]?.group.name : asked('region')
  const name = [movement.name, part].filter(Boolean).join(', ')
  return respondCalendar(context, events, { name, cacheControl: keptFor(kept, access) })
}

/** What somebody's own groups plan, for whoever has the address that they made. It opens nothing else. */
export async function serveOwnCalendar(context: FeedsContext): Promise<Response> {
  const { DB } = context.env
  const [token = '', ending] = (context.req.param('file') ?? '').split('.')
  const hash = ending === 'ics' && isTokenShaped(token) ? await hashToken(token) : null
  if (hash === null) return nobodys()
  const { owner, events } = await ask(DB, {
    owner: findCalendarOwner(DB, hash),
    events: listEvents(DB, { group: '', region: '', regions: null, isPublic: false, calendar: hash }, most),
  })
  if (owner === null) return nobodys()
  return respondCalendar(context, events, {
    name: context.var.movement.name,
    cacheControl: `private, max-age=${kept}`,
  })
}

const nobodys = () => respondText(404, 'This address shows nothing, or nothing any more.')
