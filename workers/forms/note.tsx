import { writeNote } from '#shared/actions/write-note.ts'
import { notesInDay } from '#shared/domain/record-limits.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { DraftOffer } from '#shared/html/draft-offer.tsx'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { redirectTo } from '#shared/html/respond.ts'
import { readField } from '#shared/record/field.ts'
import { noteField } from '#shared/record/note.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { isLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { texts } from '#workers/posted-form.ts'
import { choose } from './chosen-language.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { Frame } from './frame.tsx'
import { askIfHuman } from './human-check.tsx'
import { type OpenLinkSession, openLinkSession } from './link-session.ts'
import { wordDraft } from './note-draft.ts'
import { respondForm } from './respond-form.ts'
import { actingFor } from './submission.ts'

type WordState = { page: string; group: string; typed?: string; problem?: FieldProblem; isAgain?: boolean }
const formId = 'typed'
const purpose = (hash: string) => `word:${hash}`

/** A word to the team: what no field asks, or "you took me off by mistake". */
export async function showWord(context: FormsContext): Promise<Response> {
  return respondWord(context, await openLinkSession(context), { group: context.req.query('group') ?? '' })
}

async function respondWord(
  context: FormsContext,
  session: OpenLinkSession,
  state: Omit<WordState, 'page'>,
  status = 200,
): Promise<Response> {
  const page = await formTokenFor(context, purpose(session.hash))
  return respondForm(<WordPage session={session} state={{ ...state, page }} />, { status })
}

export async function saveWord(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const form = texts(data)
  const session = await openLinkSession(context, { isReturning: true })
  const [typed, group] = [form.get('body') ?? '', form.get('group') ?? '']
  const to = form.get('to')
  const submission = await readSubmission(context, purpose(session.hash), data)
  if (isLanguage(to)) {
    await choose(context, session, to, submission)
    return respondWord(context, { ...session, language: to }, { typed, group })
  }
  if (submission === 'stale') return respondWord(context, session, { typed, group, isAgain: true }, 400)
  const { value: body, problem } = readField(noteField, typed)
  if (problem) return respondWord(context, session, { typed, group, problem }, 422)
  if (submission === 'unsure') return askIfHuman(context, session, { words: typed })
  const about = [...session.groups, ...(session.about ? [session.about] : [])].find(({ uid }) => uid === group)
  const word = { group: about?.uid ?? null, person: session.person.uid, body }
  if ((await writeNote(actingFor(context, session), word)) === 'many_notes') {
    const tooMany = { code: 'many_notes', limit: notesInDay } as const
    return respondWord(context, session, { typed, group, problem: tooMany }, 422)
  }
  return redirectTo(`${session.path}?done=word&group=${encodeURIComponent(group)}`)
}

function WordPage({ session, state }: { session: OpenLinkSession; state: WordState }) {
  const { language, path } = session
  const text = textIn(language, session.movement)
  const entries = state.problem
    ? [{ id: 'body', text: problemText(noteField, state.problem, language, session.movement) }]
    : []
  const prefix = state.isAgain ? [text.form.submitAgain] : entries.map(() => text.form.errorsTitle(1))
  return (
    <Frame
      movement={session.movement}
      session={session}
      language={language}
      title={[...prefix, text.word.title].join(' – ')}
      path={`${path}/word`}
      typed={formId}
    >
      <p>
        <a class="plain" href={path}>
          {text.form.backUnsent}
        </a>
      </p>
      <ErrorSummary title={text.form.errorsTitle(1)} entries={entries} />
      {state.isAgain && <AgainNote title={text.form.submitAgain} />}
      <h1>{text.word.title}</h1>
      <p class="lead">{text.word.lead}</p>
      <DraftOffer language={language} movement={session.movement} />
      <form
        id={formId}
        method="post"
        action={`${path}/word`}
        class="flow"
        novalidate
        data-draft={wordDraft(session, state.group)}
        data-typed={state.typed === undefined ? undefined : ''}
      >
        <input type="hidden" name="page" value={state.page} />
        <input type="hidden" name="group" value={state.group} />
        <FieldInput
          field={noteField}
          name="body"
          text={state.typed ?? ''}
          language={language}
          movement={session.movement}
          problem={state.problem}
        />
        <button type="submit" class="big">
          {text.word.send}
        </button>
      </form>
    </Frame>
  )
}
