import { revokeLink } from '#shared/actions/revoke-link.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { Frame } from './frame.tsx'
import { askIfHuman } from './human-check.tsx'
import { type OpenLinkSession, openLinkSession } from './link-session.ts'
import { lookAgain } from './look-again.ts'
import { respondForm } from './respond-form.ts'
import { actingFor } from './submission.ts'

const purpose = (hash: string) => `not-me:${hash}`

/** For whoever was sent somebody else's link. */
export async function showNotMe(context: FormsContext): Promise<Response> {
  return respondNotMe(context, await openLinkSession(context))
}

async function respondNotMe(context: FormsContext, session: OpenLinkSession, isAgain = false): Promise<Response> {
  const page = await formTokenFor(context, purpose(session.hash))
  return respondForm(<NotMe session={session} page={page} isAgain={isAgain} />, { status: isAgain ? 400 : 200 })
}

/** Stops the link, and sends its owner a fresh one. */
export async function stopLink(context: FormsContext): Promise<Response> {
  const form = await readForm(context)
  const session = await openLinkSession(context)
  const submission = await readSubmission(context, purpose(session.hash), form)
  if (submission === 'unsure')
    return askIfHuman(context, session, { words: textIn(session.language, session.movement).notMe.button })
  if (submission !== 'deliberate') return respondNotMe(context, session, true)
  await revokeLink(actingFor(context, session), session.hash)
  lookAgain(context)
  return respondForm(<Stopped session={session} />)
}

function NotMe({ session, page, isAgain }: { session: OpenLinkSession; page: string; isAgain: boolean }) {
  const { language, path, person } = session
  const { notMe: text, form } = textIn(language, session.movement)
  return (
    <Frame
      movement={session.movement}
      session={session}
      language={language}
      title={isAgain ? `${form.submitAgain} – ${text.title}` : text.title}
      path={`${path}/not-me`}
    >
      <p>
        <a class="plain" href={path}>
          {text.back(person.name)}
        </a>
      </p>
      {isAgain && <AgainNote title={form.submitAgain} />}
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(person.name)}</p>
      <form method="post" action={`${path}/not-me`}>
        <input type="hidden" name="page" value={page} />
        <button type="submit" class="big">
          {text.button}
        </button>
      </form>
      <p>{text.other(person.name)}</p>
    </Frame>
  )
}

function Stopped({ session: { movement, language, person } }: { session: OpenLinkSession }) {
  const text = textIn(language, movement).notMe
  return (
    <Frame movement={movement} language={language} title={text.stoppedTitle} path="">
      <h1>{text.stoppedTitle}</h1>
      <p class="lead">{text.stoppedLead(person.name)}</p>
      <p>{text.other(person.name)}</p>
    </Frame>
  )
}
