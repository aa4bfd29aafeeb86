import { rowsOf } from '#shared/domain/change.ts'
import type { Conflict } from '#shared/domain/merge.ts'
import { controlName, type RowProblem, type TypedRow } from '#shared/domain/typed-section.ts'
import { askedNames, type Fields } from '#shared/fields/field.ts'
import { lists, type SectionName, sections } from '#shared/fields/record.ts'
import { showDay } from '#shared/fields/show.ts'
import { rowName } from '#shared/fields/show-row.ts'
import { ErrorSummary, type SummaryEntry } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { textIn } from '#shared/text/text.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { Frame } from './frame.tsx'
import type { GroupVisit } from './visit.ts'

/** A section's form, as it was typed. */
export type SectionState = {
  section: SectionName
  rows: readonly TypedRow[]
  /** The revision that the typed values correct. */
  since: number
  page: string
  problems?: readonly RowProblem[]
  conflicts?: readonly Conflict[]
  /** Nobody would be left to write to: asks whether that is meant. */
  asksNobody?: boolean
  /** Why it takes another press. */
  again?: 'stale' | 'hasty'
  /** A row that was just added: typing goes on there. */
  added?: string
}

export function SectionForm({ visit, state }: { visit: GroupVisit; state: SectionState }) {
  const { language, path, group } = visit
  const text = textIn(language).form
  const { section, page, since } = state
  const entries = summaryEntries(visit, state)
  const title = text.editTitle[section]
  const back = `${path}/${group.uid}`
  return (
    <Frame
      language={language}
      title={entries.length > 0 ? `${text.errorsTitle} – ${title}` : title}
      path={`${back}/${section}`}
    >
      <p>
        <a href={back}>{text.back}</a>
      </p>
      <ErrorSummary title={summaryTitle(visit, state)} entries={entries} />
      {state.again && (
        <div class="note" role="status">
          <h2>{text.saveAgain}</h2>
          <p>{state.again === 'stale' ? text.oldPageTyped : text.hastyPress}</p>
        </div>
      )}
      <div>
        <p class="soft">{group.record.group[0]?.name}</p>
        <h1>{title}</h1>
      </div>
      <p class="lead">{text.editLead[section]}</p>
      <form method="post" action={`${back}/${section}`} class="flow" novalidate>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="since" value={String(since)} />
        {/* Enter in a text saves: browsers press the first button of a form */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, it is for browsers alone */}
        <button type="submit" class="hidden" name="do" value="save" tabindex={-1} aria-hidden="true">
          {text.save}
        </button>
        {state.rows.map((row, index) => (
          <RowFields visit={visit} state={state} row={row} number={index + 1} />
        ))}
        <AddRow visit={visit} section={section} />
        {state.asksNobody && <Nobody visit={visit} />}
        <button type="submit" class="big" name="do" value="save">
          {text.save}
        </button>
      </form>
    </Frame>
  )
}

function summaryTitle({ language }: GroupVisit, { conflicts = [] }: SectionState): string {
  const text = textIn(language).form
  return conflicts.length > 0 ? text.conflictTitle : text.errorsTitle
}

function summaryEntries(
  visit: GroupVisit,
  { section, rows, problems = [], conflicts = [], asksNobody }: SectionState,
): SummaryEntry[] {
  const { language } = visit
  const text = textIn(language).form
  const { list } = sections[section]
  const fields: Fields = lists[list]
  const entries = problems.map(({ uid, field, problem }) => ({
    id: controlName(uid, field),
    text: `${rowPrefix(visit, section, rows, uid)}${fields[field] ? problemText(fields[field], problem, language) : ''}`,
  }))
  const choices = conflicts.map(({ row, field }) => ({
    id: controlName(row, field),
    text: `${rowPrefix(visit, section, rows, row)}${fields[field]?.label[language] ?? field}`,
  }))
  return [...entries, ...choices, ...(asksNobody ? [{ id: 'nobody', text: text.nobodyProblem }] : [])]
}

/** Which of several rows an error is about. */
function rowPrefix(visit: GroupVisit, section: SectionName, rows: readonly TypedRow[], uid: string): string {
  if (section === 'identity') return ''
  return `${rowTitle(visit, section, rows.findIndex((row) => row.uid === uid) + 1, uid)}, `
}

function rowTitle(visit: GroupVisit, section: SectionName, number: number, uid: string): string {
  const campaign = section === 'campaigns' ? visit.campaigns.find((candidate) => candidate.uid === uid) : undefined
  if (campaign) return campaign.name
  const row = sections[section].row[visit.language]
  return textIn(visit.language).form.rowNumber(row.charAt(0).toUpperCase() + row.slice(1), number)
}

type RowProps = { visit: GroupVisit; state: SectionState; row: TypedRow; number: number }

function RowFields(props: RowProps) {
  if (props.state.section === 'identity') {
    return (
      <>
        <input type="hidden" name="row" value={props.row.uid} />
        <Questions {...props} />
      </>
    )
  }
  const { visit, state, row, number } = props
  const campaign = state.section === 'campaigns' ? visit.campaigns.find(({ uid }) => uid === row.uid) : undefined
  return (
    <fieldset class="card rowcard flow" id={`row-${row.uid}`}>
      <legend>{rowTitle(visit, state.section, number, row.uid)}</legend>
      {campaign && <p class="hint">{showDay(campaign.heldOn, visit.language)}</p>}
      <input type="hidden" name="row" value={row.uid} />
      <div class="fields flow">
        <Questions {...props} />
      </div>
      <Remove {...props} />
    </fieldset>
  )
}

function Questions({ visit, state, row }: RowProps) {
  const fields: Fields = lists[sections[state.section].list]
  return (
    <>
      {askedNames(fields).map((name, index) => {
        const field = fields[name]
        if (!field) return null
        const conflict = state.conflicts?.find((candidate) => candidate.row === row.uid && candidate.field === name)
        const common = { field, name: controlName(row.uid, name), language: visit.language }
        if (conflict) return <ConflictChoice {...common} conflict={conflict} />
        const problem = state.problems?.find(
          (candidate) => candidate.uid === row.uid && candidate.field === name,
        )?.problem
        const none = state.section === 'campaigns' ? textIn(visit.language).form.notPartOfIt : undefined
        return (
          <FieldInput
            {...common}
            text={row.texts[name] ?? ''}
            problem={problem}
            none={name === 'role' ? none : undefined}
            autofocus={index === 0 && state.added === row.uid}
          />
        )
      })}
    </>
  )
}

/** A box and not a button: it works without scripts, can be unticked, and nothing goes before "save". */
function Remove({ visit, state, row }: RowProps) {
  const { section } = state
  if (section === 'campaigns' || section === 'identity') return null
  const { list } = sections[section]
  const known = rowsOf(visit.group.shown, list).find((candidate) => candidate.uid === row.uid)
  if (!known) return null
  const name = rowName(known)
  const id = controlName(row.uid, 'remove')
  return (
    <label class="pick" for={id}>
      <input class="remove" type="checkbox" id={id} name={id} value="oui" checked={row.removed} />
      {textIn(visit.language).form.remove[section](name)}
    </label>
  )
}

function AddRow({ visit, section }: { visit: GroupVisit; section: SectionName }) {
  const text = textIn(visit.language).form
  if (section === 'identity') return null
  if (section === 'campaigns') return visit.campaigns.length === 0 ? <p class="soft">{text.noCampaign}</p> : null
  return (
    <button type="submit" class="quiet" name="do" value="add">
      {text.add[section]}
    </button>
  )
}

function Nobody({ visit }: { visit: GroupVisit }) {
  const text = textIn(visit.language).form
  return (
    <div class="wrong">
      <p class="error" id="nobody-error">
        {text.nobodyProblem}
      </p>
      <label class="pick" for="nobody">
        <input type="checkbox" id="nobody" name="nobody" value="oui" aria-describedby="nobody-error" />
        {text.nobody}
      </label>
    </div>
  )
}
