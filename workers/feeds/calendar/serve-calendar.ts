import { ask } from '#shared/db/ask.ts'
import { listEvents, type PublishedEvent } from '#shared/db/published-events.ts'
import { addDays } from '#shared/domain/day.ts'
import { type ContentLine, dayValue, instantValue, textValue, writeLines } from '#workers/icalendar.ts'
import type { FeedsContext } from '../env.ts'
import { isOpened, keptFor, openFeed } from '../open-feed.ts'
import { isFresh } from '../validators.ts'

/** As many as calendars take without trouble. */
const most = 5000

/**
 * What groups plan (RFC 5545), of the whole movement, a region or a group. Without a key it is of the groups that want to be shown. Days are
 * whole ones; what was taken back is cancelled, and every event keeps its UID.
 */
export async function serveCalendar(context: FeedsContext): Promise<Response> {
  const { movement } = context.var
  const { DB, PUBLIC_URL: publicUrl } = context.env
  const access = await openFeed(context, 'calendar', movement.feeds.calendar)
  if (!isOpened(access)) return access
  const asked = (name: string) => (context.req.query(name) ?? '').slice(0, 100)
  const { events } = await ask(DB, {
    events: listEvents(
      DB,
      { group: asked('group'), region: asked('region'), regions: access.regions, isPublic: access.key === null },
      most,
    ),
  })
  const domain = movement.sender.address.split('@').at(-1) ?? 'relance'
  const name = events.length > 0 && asked('group') ? events[0]?.group.name : asked('region')
  const body = writeLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Relance//feeds//FR'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue([movement.name, name].filter(Boolean).join(', '))],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT6H'],
    ['X-PUBLISHED-TTL', 'PT6H'],
    ...events.flatMap((event) => linesOf(event, { domain, publicUrl, hasCards: movement.feeds.find === 'public' })),
    ['END', 'VCALENDAR'],
  ])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
  const headers = {
    etag: `"${new Uint8Array(digest).toHex().slice(0, 32)}"`,
    'cache-control': keptFor(900, access),
    'access-control-allow-origin': '*',
  }
  if (isFresh(context.req.raw, headers)) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
}

type EventView = { domain: string; publicUrl: string; hasCards: boolean }

function linesOf(
  { uid, title, kind, heldOn, sequence, changedAt, isCancelled, group }: PublishedEvent,
  { domain, publicUrl, hasCards }: EventView,
): ContentLine[] {
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(`${uid}@${domain}`)],
    ['DTSTAMP', instantValue(changedAt)],
    ['LAST-MODIFIED', instantValue(changedAt)],
    ['SEQUENCE', String(sequence)],
    ['DTSTART;VALUE=DATE', dayValue(heldOn)],
    ['DTEND;VALUE=DATE', dayValue(addDays(heldOn, 1))],
    ['SUMMARY', textValue(`${title} (${group.name})`)],
    ...(kind ? [['CATEGORIES', textValue(kind)] as const] : []),
    ...(group.town ? [['LOCATION', textValue(group.town)] as const] : []),
    ...(hasCards && group.isShown ? [['URL', `${publicUrl}/find/${encodeURIComponent(group.uid)}`] as const] : []),
    ['STATUS', isCancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ]
}
