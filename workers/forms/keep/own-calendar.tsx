import { endCalendarLink, makeCalendarLink } from '#shared/actions/own-calendar.ts'
import { ask } from '#shared/db/ask.ts'
import { findCalendarLink } from '#shared/db/calendar-links.ts'
import { calendarPath, calendarToken, linkKey } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import type { FormsContext } from '../env.ts'
import { readForm } from '../form.ts'
import { formTokenFor, readSubmission } from '../form-token.ts'
import { Frame } from '../frame.tsx'
import { askIfHuman } from '../human-check.tsx'
import { type OpenLinkSession, openLinkSession } from '../link-session.ts'
import { respondForm } from '../respond-form.ts'
import { actingFor } from '../submission.ts'

const purpose = (hash: string) => `calendar:${hash}`

/** The address by which somebody's calendar program follows their groups, where the movement has calendars. */
export async function showOwnCalendar(context: FormsContext): Promise<Response> {
  return respondCalendarPage(context, await openOwn(context))
}

/** Makes the address, another one, or ends it. */
export async function keepOwnCalendar(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const session = await openOwn(context)
  const text = textIn(session.language, session.movement).givenBack.calendar
  const isEnd = data.get('do') === 'end'
  const submission = await readSubmission(context, purpose(session.hash), data)
  if (submission === 'unsure') return askIfHuman(context, session, { words: isEnd ? text.end : text.make })
  if (submission !== 'deliberate') return respondCalendarPage(context, session, true)
  const acting = actingFor(context, session)
  if (isEnd) await endCalendarLink(acting, session.person.uid)
  else await makeCalendarLink(acting, session.person.uid, mintUid(), await linkKey(context.env.LINK_SECRET))
  return redirectTo(`${session.path}/calendar`)
}

async function openOwn(context: FormsContext): Promise<OpenLinkSession> {
  const session = await openLinkSession(context)
  if (session.movement.feeds.calendar === 'off') throw new Problem('page_unknown')
  return session
}

async function respondCalendarPage(
  context: FormsContext,
  session: OpenLinkSession,
  isAgain = false,
): Promise<Response> {
  const { DB, LINK_SECRET: secret, PUBLIC_URL: publicUrl } = context.env
  const [{ uid }, page] = await Promise.all([
    ask(DB, { uid: findCalendarLink(DB, session.person.uid) }),
    formTokenFor(context, purpose(session.hash)),
  ])
  const address = uid === null ? null : publicUrl + calendarPath(await calendarToken(await linkKey(secret), uid))
  return respondForm(<OwnCalendar session={session} page={page} address={address} isAgain={isAgain} />, {
    status: isAgain ? 400 : 200,
  })
}

type OwnCalendarProps = { session: OpenLinkSession; page: string; address: string | null; isAgain: boolean }

function OwnCalendar({ session, page, address, isAgain }: OwnCalendarProps) {
  const { movement, language, path } = session
  const all = textIn(language, movement)
  const text = all.givenBack.calendar
  const here = `${path}/calendar`
  const button = (what: 'make' | 'end', words: string, look: 'big' | 'quiet') => (
    <form method="post" action={here} class="flow">
      <input type="hidden" name="page" value={page} />
      <button type="submit" name="do" value={what} class={look}>
        {words}
      </button>
    </form>
  )
  return (
    <Frame movement={movement} session={session} language={language} title={text.title} path={here}>
      <p>
        <a class="plain" href={path}>
          {all.history.back}
        </a>
      </p>
      {isAgain && <AgainNote title={all.invited.again} />}
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {address === null ? (
        button('make', text.make, 'big')
      ) : (
        <>
          <div class="card flow">
            <h2>{text.address}</h2>
            <p class="address">
              <code>{address}</code>
            </p>
            <p>{text.how}</p>
            <p class="links">
              <a href={address.replace(/^https?:/, 'webcal:')}>{text.open}</a>
            </p>
          </div>
          <p class="note">{text.secret}</p>
          <p>{text.endHint}</p>
          {button('make', text.again, 'quiet')}
          {button('end', text.end, 'quiet')}
        </>
      )}
    </Frame>
  )
}
