import { answerTeamNote, settleTeamNote } from '#shared/actions/answer-note.ts'
import { ask } from '#shared/db/ask.ts'
import { findInboxNote, type InboxNote, listInbox } from '#shared/db/notes.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { paragraphs } from '#shared/record/codecs.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { type Field, readField } from '#shared/record/field.ts'
import { showDay } from '#shared/record/show.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { inEachLanguage } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { coordinatorName } from '#workers/team/risk-words.ts'
import { DeskForm, formToken, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { fitsOnPage } from './fits-on-page.ts'
import { leadTo } from './lead-to.ts'
import { orOvertaken } from './meanwhile.tsx'
import { NotDone, OldSignIn } from './notice.tsx'
import { isFreshSignIn } from './sign-in-guard.ts'

const path = '/desk/notes'
const shown = 20

function answerField(own: OwnWords): Field<string> {
  const label = inEachLanguage((language) => textIn(language, own).notes.answerLabel)
  return {
    label,
    hint: inEachLanguage((language) => textIn(language, own).notes.answerHint),
    control: { kind: 'long_text' },
    codec: paragraphs(4000),
    headings: inEachLanguage((language) => [label[language]] as const),
    audience: 'coordinators',
  }
}

/** What was typed in answer to a note, and what is wrong with it. */
type Typed = { note: number; text: string; problem?: FieldProblem }
type State = { typed?: Typed; trouble?: { title: string; body?: string }; status?: number; isOld?: boolean }

/** The words to the team that wait, the oldest first; with `done`, those that are settled. */
export function showNotes(context: DeskContext): Promise<Response> {
  return respond(context, {})
}

/** Answers a word, settles it, or has it wait again. */
export async function actOnNote(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { reads, language, session } = context.var
  const text = textIn(language, context.var.movement)
  const id = Number(form.get('note'))
  const typed = { note: id, text: form.get(`answer.${id}`) ?? '' }
  if (!form.isFresh) {
    const trouble = { title: text.form.saveAgain, body: text.form.oldPageTyped }
    return respond(context, { typed, trouble, status: 400 })
  }
  const { note } = await ask(reads, { note: findInboxNote(reads, Number.isSafeInteger(id) ? id : 0) })
  if (!note) throw new Problem('page_unknown')
  const by = session.coordinator.email
  const about = {
    note: note.id,
    ...(note.group ? { group: note.group.uid } : {}),
    ...(note.person ? { person: note.person.uid } : {}),
  }
  switch (form.get('do')) {
    case 'settle':
      await settleTeamNote(teamActing(context), { ...about, by })
      return leadTo(context, `${path}?said=settled`)
    case 'reopen':
      await settleTeamNote(teamActing(context), { ...about, by: null })
      return leadTo(context, `${path}?said=reopened`)
    case 'answer': {
      const { value: answer, problem } = readField(answerField(context.var.movement), typed.text)
      if (problem) return respond(context, { typed: { ...typed, problem }, status: 422 })
      // The word is no longer in the list: what was typed is said, to be copied
      const gone = { title: text.notes.gone, body: text.notes.goneBody(typed.text) }
      if (note.answer) return respond(context, { typed, trouble: gone, status: 409 })
      if (!note.person?.hasAddress)
        return respond(context, { typed, trouble: { title: text.notes.noAddress }, status: 422 })
      if (!isFreshSignIn(context)) return respond(context, { typed, status: 403, isOld: true })
      if ((await orOvertaken(answerTeamNote(teamActing(context), { ...about, by, answer }))) === 'overtaken')
        return respond(context, { typed, trouble: gone, status: 409 })
      return leadTo(context, `${path}?said=answered`)
    }
    default:
      throw new Problem('page_stale')
  }
}

async function respond(context: DeskContext, { typed, trouble, status = 200, isOld }: State): Promise<Response> {
  const { reads, language } = context.var
  const { form, notes: text } = textIn(language, context.var.movement)
  const isDone = context.req.query('done') !== undefined
  const asked = Number(context.req.query('from'))
  const from = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const { notes } = await ask(reads, { notes: listInbox(reads, { isDone, from }, shown + 1) })
  const token = await formToken(context, path)
  const fitting = fitsOnPage(notes, wordsIn, shown)
  const last = notes.length > fitting ? notes[fitting - 1] : undefined
  const problem = typed?.problem
  const entries = problem
    ? [
        {
          id: `answer.${typed.note}`,
          text: problemText(answerField(context.var.movement), problem, language, context.var.movement),
        },
      ]
    : []
  const here = `${path}${new URL(context.req.url).search}`
  const query = isDone ? 'done&' : ''
  return respondFrame(context, {
    title: entries.length > 0 ? `${form.errorsTitle(1)} – ${text.title}` : text.title,
    status,
    children: (
      <div class="flow narrow">
        <NoteDone context={context} />
        <ErrorSummary title={form.errorsTitle(1)} entries={entries} />
        {isOld && <OldSignIn context={context} />}
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <p>
          <a class="plain" href={isDone ? path : `${path}?done`}>
            {isDone ? text.seeOpen : text.seeDone}
          </a>
        </p>
        {notes.length === 0 && <p class="soft">{isDone ? text.noneDone : text.none}</p>}
        {notes.slice(0, fitting).map((note) => (
          <Note
            context={context}
            note={note}
            path={here}
            token={token}
            typed={typed?.note === note.id ? typed : null}
          />
        ))}
        {last && (
          <p>
            <a class="button quiet" href={`${path}?${query}from=${last.id}`}>
              {text.more}
            </a>
          </p>
        )}
      </div>
    ),
  })
}

const wordsIn = ({ body, answer }: InboxNote) => body + (answer?.body ?? '')

/** What was just done with a note. */
function NoteDone({ context }: { context: DeskContext }) {
  const { said } = textIn(context.var.language, context.var.movement).notes
  const name = context.req.query('said') ?? ''
  if (!Object.hasOwn(said, name)) return null
  return (
    <div class="done note" role="status" tabindex={-1} autofocus>
      <p>{said[name as keyof typeof said]}</p>
    </div>
  )
}

/** `path`: the part of the list that it stands in, which comes back with what was typed. */
type NoteProps = { context: DeskContext; note: InboxNote; path: string; token: string; typed: Typed | null }

function Note({ context, note, path: action, token, typed }: NoteProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement)
  const dayOf = (at: Date) => showDay(localTime(at, movement.timeZone).day, language)
  const { id, person, group, body, at, answer, done } = note
  return (
    <article class="card flow" id={`note-${id}`}>
      <p class="counted">
        {person ? <a href={`/desk/people/${person.uid}`}>{person.name}</a> : text.page.somebody}
        {group && (
          <>
            {', '}
            <a href={`/desk/groups/${group.uid}`}>{group.name}</a>
          </>
        )}
        {`, ${dayOf(at)}`}
      </p>
      <p class="lines">{body}</p>
      {answer && (
        <div>
          <p class="soft">{text.notes.answered(coordinatorName(answer.by, movement), dayOf(answer.at))}</p>
          <p class="lines">{answer.body}</p>
        </div>
      )}
      {done && <p class="soft">{text.notes.doneBy(coordinatorName(done.by, movement), dayOf(done.at))}</p>}
      {!answer && !person?.hasAddress && (
        <p class="soft">
          {text.notes.noAddress}
          {person?.phone && (
            <>
              {' '}
              <a href={`tel:${person.phone}`}>{showPhone(person.phone, movement.country)}</a>
            </>
          )}
        </p>
      )}
      {!answer && person?.hasAddress && (
        <details open={typed !== null}>
          <summary>
            {text.notes.answer}
            <span class="hidden">, {person.name}</span>
          </summary>
          <DeskForm path={action} token={token}>
            <input type="hidden" name="note" value={String(id)} />
            <FieldInput
              field={answerField(movement)}
              name={`answer.${id}`}
              text={typed?.text ?? ''}
              language={language}
              movement={movement}
              problem={typed?.problem}
            />
            <button type="submit" name="do" value="answer">
              {text.notes.send}
            </button>
          </DeskForm>
        </details>
      )}
      <DeskForm path={action} token={token}>
        <input type="hidden" name="note" value={String(id)} />
        <button type="submit" class="quiet slim" name="do" value={done ? 'reopen' : 'settle'}>
          {done ? text.notes.reopen : text.notes.done}
          <span class="hidden">, {person?.name ?? text.page.somebody}</span>
        </button>
      </DeskForm>
    </article>
  )
}
