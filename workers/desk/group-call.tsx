import { type CallBefore, removeTeamNote, reportCall } from '#shared/actions/write-call.ts'
import { ask } from '#shared/db/ask.ts'
import { type CallState, findCall, listTeamNotes, type TeamNote } from '#shared/db/calls.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { lastRound } from '#shared/db/rounds.ts'
import { addDays, type Day } from '#shared/domain/day.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { callFields } from '#shared/record/call.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { readField, writeField } from '#shared/record/field.ts'
import { spokenWith } from '#shared/record/own-nouns.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { textIn } from '#shared/text/text.ts'
import { CallStatus, noteLine } from '#workers/team/call-status.tsx'
import { respondFrame } from '#workers/team/frame.tsx'
import { CallDone } from './calls.tsx'
import { DeskForm, formToken, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { isOvertaken, orOvertaken, Was } from './meanwhile.tsx'
import { NotDone } from './notice.tsx'
import { RightByPhone, readRightBy } from './right-by-phone.tsx'
import { requireFreshSignIn } from './sign-in-guard.ts'

const notesShown = 30
const names = ['body', 'called_on', 'next_on'] as const
type Name = (typeof names)[number]
type State = {
  texts: Readonly<Record<Name, string>>
  /** The referent (uid) who said that all is right; empty: nobody did. */
  rightBy?: string
  problems?: Readonly<Partial<Record<Name, FieldProblem>>>
  trouble?: { title: string; body: string }
  status?: number
}
type Known = Awaited<ReturnType<typeof find>>

/** Whom to call in a group, what the team knows, and a form for what was said. */
export async function showGroupCall(context: DeskContext): Promise<Response> {
  const { movement, now } = context.var
  const today = localTime(now, movement.timeZone).day
  const texts = {
    body: '',
    called_on: writeField(callFields.called_on, today),
    next_on: writeField(callFields.next_on, addDays(today, usualDays)),
  }
  return respond(context, await find(context), { texts })
}

/** Days after which one calls again unless something else is said. */
const usualDays = 14

/** Keeps what was said, or takes a note away. */
export async function saveGroupCall(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { movement, now, language, session } = context.var
  const known = await find(context)
  const { uid } = known.page
  const textOf = (name: Name) => form.get(name) ?? ''
  const texts = { body: textOf('body'), called_on: textOf('called_on'), next_on: textOf('next_on') }
  const typed = { texts, rightBy: form.get('right_by') ?? '' }
  if (!form.isFresh) {
    const text = textIn(language, movement).form
    const trouble = { title: text.saveAgain, body: text.oldPageTyped }
    return respond(context, known, { ...typed, trouble, status: 400 })
  }
  const note = Number(form.get('note'))
  if (form.get('do') === 'remove' && Number.isSafeInteger(note)) {
    requireFreshSignIn(context)
    await removeTeamNote(teamActing(context), { group: uid, note })
    return leadTo(context, `/desk/groups/${uid}/call?said=removed`)
  }
  const { values, problems } = readReport(texts, localTime(now, movement.timeZone).day)
  if (!values) return respond(context, known, { ...typed, problems, status: 422 })
  const before = beforeOf(known.call)
  const named = readRightBy(typed.rightBy, known.page.record.referents)
  if (named === 'gone') {
    const trouble = textIn(language, movement).calls.right.gone
    return respond(context, known, { ...typed, trouble, status: 409 })
  }
  const right = named && { ...named, round: known.round?.key ?? null }
  const report = { group: uid, by: session.coordinator.email, ...values, right }
  if (
    (values.calledOn !== null && isOvertaken(form, before)) ||
    (await orOvertaken(reportCall(teamActing(context), report, before))) === 'overtaken'
  ) {
    const trouble = textIn(language, movement).calls.reportedMeanwhile
    return respond(context, await find(context), { ...typed, trouble, status: 409 })
  }
  const said = right ? 'right' : 'reported'
  return leadTo(context, values.calledOn ? `/desk/calls?said=${said}` : `/desk/groups/${uid}/call?said=${said}`)
}

/** What somebody else's report would change. */
const beforeOf = (call: CallState | null): CallBefore => ({
  calledOn: call?.calledOn ?? null,
  nextOn: call?.nextOn ?? null,
})

function readReport(texts: State['texts'], today: Day) {
  const body = readField(callFields.body, texts.body)
  const calledOn = readField(callFields.called_on, texts.called_on, today)
  const nextOn = readField(callFields.next_on, calledOn.value ? texts.next_on : '', today)
  const problems: Partial<Record<Name, FieldProblem>> = {
    ...(body.problem ? { body: body.problem } : {}),
    ...(calledOn.problem ? { called_on: calledOn.problem } : {}),
    ...(nextOn.problem ? { next_on: nextOn.problem } : {}),
  }
  if (calledOn.value && calledOn.value > today) problems.called_on = { code: 'day_future' }
  if (nextOn.value && nextOn.value <= today) problems.next_on = { code: 'day_past' }
  const isSound = Object.keys(problems).length === 0 && body.value !== undefined
  const values = isSound ? { body: body.value, calledOn: calledOn.value ?? null, nextOn: nextOn.value ?? null } : null
  return { values, problems }
}

async function find(context: DeskContext) {
  const { reads, movement } = context.var
  const uid = context.req.param('uid') ?? ''
  const { page, call, notes, round } = await ask(reads, {
    page: groupPage(reads, movement.sections, uid, 0),
    call: findCall(reads, uid),
    notes: listTeamNotes(reads, uid, notesShown),
    round: lastRound(reads),
  })
  if (!page) throw new Problem('group_unknown')
  return { page, call, notes, round }
}

async function respond(context: DeskContext, { page, call, notes }: Known, state: State): Promise<Response> {
  const { language } = context.var
  const { form, calls: text } = textIn(language, context.var.movement)
  const { texts, rightBy = '', problems = {}, trouble, status = 200 } = state
  const path = `/desk/groups/${page.uid}/call`
  const token = await formToken(context, path)
  const entries = names.flatMap((name) => {
    const problem = problems[name]
    return problem ? [{ id: name, text: problemText(callFields[name], problem, language, context.var.movement) }] : []
  })
  const title = text.of(String(page.record.group[0]?.name))
  return respondFrame(context, {
    title: entries.length > 0 ? `${form.errorsTitle(entries.length)} – ${title}` : title,
    status,
    children: (
      <div class="flow narrow">
        <CallDone context={context} />
        <ErrorSummary title={form.errorsTitle(entries.length)} entries={entries} />
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <p>
          <a class="plain" href="/desk/calls">
            {text.title}
          </a>
        </p>
        <h1>{title}</h1>
        <CallStatus movement={context.var.movement} language={language} call={call} />
        <Whom context={context} page={page} />
        <section aria-labelledby="report">
          <h2 id="report">{text.reportTitle}</h2>
          <p class="says">{text.reportLead}</p>
          <DeskForm path={path} token={token}>
            {names.map((name) => (
              <FieldInput
                field={spokenWith(callFields[name], context.var.movement.nouns)}
                name={name}
                text={texts[name]}
                language={language}
                movement={context.var.movement}
                problem={problems[name]}
              />
            ))}
            <RightByPhone context={context} referents={page.record.referents} chosen={rightBy} />
            <Was kept={beforeOf(call)} />
            <button type="submit">{form.save}</button>
          </DeskForm>
        </section>
        <Notes context={context} notes={notes} path={path} token={token} />
      </div>
    ),
  })
}

function Whom({ context, page }: { context: DeskContext; page: Known['page'] }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).calls
  return (
    <section aria-labelledby="whom">
      <h2 id="whom">{text.whom}</h2>
      {page.record.referents.length === 0 && (
        <p class="soft">{textIn(language, movement).dashboard.risks.nobodyKnown}</p>
      )}
      <ul class="known">
        {page.record.referents.map(({ uid, name, phone, email }) => (
          <li>
            <a href={`/desk/people/${uid}`}>{name}</a>{' '}
            {phone && <a href={`tel:${phone}`}>{showPhone(phone, movement.country)}</a>}{' '}
            {email && <a href={`mailto:${email}`}>{email}</a>}
            {!phone && !email && <span class="soft">{text.noPhone}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a class="plain" href={`/desk/groups/${page.uid}`}>
          {textIn(language, movement).desk.group.act}
        </a>
      </p>
    </section>
  )
}

type NotesProps = { context: DeskContext; notes: readonly TeamNote[]; path: string; token: string }

function Notes({ context: { var: own }, notes, path, token }: NotesProps) {
  const { language, movement } = own
  const text = textIn(language, movement).calls
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{text.notes}</h2>
      {notes.length === 0 && <p class="soft">{text.noNotes}</p>}
      <ol class="revisions">
        {notes.map((note) => (
          <li>
            <p class="counted">{noteLine(note, movement, language)}</p>
            <p class="lines">{note.body}</p>
            <DeskForm path={path} token={token}>
              <input type="hidden" name="note" value={String(note.id)} />
              <button type="submit" class="plain" name="do" value="remove">
                {text.remove}
              </button>
            </DeskForm>
          </li>
        ))}
      </ol>
    </section>
  )
}
