import { revokeLink } from '#shared/actions/revoke-link.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { Frame } from './frame.tsx'
import { askIfHuman } from './human-check.tsx'
import { lookAgain } from './look-again.ts'
import { respondForm } from './respond-form.ts'
import { actingFor } from './submission.ts'
import { type OpenVisit, openVisit } from './visit.ts'

const purpose = (hash: string) => `not-me:${hash}`

/** For whoever was sent somebody else's link. */
export async function showNotMe(context: FormsContext): Promise<Response> {
  return respondNotMe(context, await openVisit(context))
}

async function respondNotMe(context: FormsContext, visit: OpenVisit, isAgain = false): Promise<Response> {
  const page = await formTokenFor(context, purpose(visit.hash))
  return respondForm(<NotMe visit={visit} page={page} isAgain={isAgain} />, { status: isAgain ? 400 : 200 })
}

/** Stops the link, and sends its owner a fresh one. */
export async function stopLink(context: FormsContext): Promise<Response> {
  const form = await readForm(context)
  const visit = await openVisit(context)
  const submission = await readSubmission(context, purpose(visit.hash), form)
  if (submission === 'unsure')
    return askIfHuman(context, visit, { words: textIn(visit.language, visit.movement).notMe.button })
  if (submission !== 'deliberate') return respondNotMe(context, visit, true)
  await revokeLink(actingFor(context, visit), visit.hash)
  lookAgain(context)
  return respondForm(<Stopped visit={visit} />)
}

function NotMe({ visit, page, isAgain }: { visit: OpenVisit; page: string; isAgain: boolean }) {
  const { language, path, person } = visit
  const { notMe: text, form } = textIn(language, visit.movement)
  return (
    <Frame
      movement={visit.movement}
      visit={visit}
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

function Stopped({ visit: { movement, language, person } }: { visit: OpenVisit }) {
  const text = textIn(language, movement).notMe
  return (
    <Frame movement={movement} language={language} title={text.stoppedTitle} path="">
      <h1>{text.stoppedTitle}</h1>
      <p class="lead">{text.stoppedLead(person.name)}</p>
      <p>{text.other(person.name)}</p>
    </Frame>
  )
}
