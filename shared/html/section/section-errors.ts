import { rowNames } from '#shared/domain/change-words.ts'
import { controlName, type TypedRow } from '#shared/domain/typed-section.ts'
import type { SectionName } from '#shared/record/record.ts'
import { capital } from '#shared/text/capital.ts'
import { isDoubt } from '#shared/text/field-problem.ts'
import { textIn } from '#shared/text/text.ts'
import type { SummaryEntry } from '../error-summary.tsx'
import { problemText } from '../field-input.tsx'
import type { SectionState } from './section-state.ts'
import type { SectionView } from './section-view.ts'

export function summaryTitle(
  { language, movement }: SectionView,
  { conflicts = [], authors = {}, missed = [], problems = [] }: SectionState,
  count: number,
): string {
  const text = textIn(language, movement).form
  const doubts = problems.filter(({ problem }) => isDoubt(problem)).length
  if (conflicts.length === 0)
    return doubts === 0 ? text.errorsTitle(count) : doubts === count ? text.doubtsTitle(count) : text.mixedTitle(count)
  if (conflicts.some(({ row, field }) => missed.includes(controlName(row, field)))) return text.conflictChoose
  const names = new Set(conflicts.map(({ row, field }) => authors[controlName(row, field)] || null))
  const [one = null] = names
  return text.conflictTitle(names.size === 1 ? one : null)
}

/** What to mend or to choose, each with the control that it is about. */
export function summaryEntries(
  session: SectionView,
  { section, rows, problems = [], conflicts = [], towns = [], asksNobody }: SectionState,
): SummaryEntry[] {
  const { language } = session
  const text = textIn(language, session.movement).form
  const { fields } = session.movement.sections.named(section)
  const entries = problems.map(({ uid, field, problem }) => ({
    id: controlName(uid, field),
    text: `${rowPrefix(session, section, rows, uid)}${fields[field] ? problemText(fields[field], problem, language, session.movement) : textIn(language, session.movement).fieldProblem(problem)}`,
  }))
  const choices = conflicts.map(({ row, field }) => ({
    id: controlName(row, field),
    text: `${rowPrefix(session, section, rows, row)}${fields[field]?.label[language] ?? field}`,
  }))
  const [own] = rows
  const meant =
    own && towns.length > 0 ? [{ id: controlName(own.uid, 'town'), text: text.townUnknown(own.texts.town ?? '') }] : []
  return [...entries, ...meant, ...choices, ...(asksNobody ? [{ id: 'nobody', text: text.nobodyProblem }] : [])]
}

/** Which of several rows an error is about. */
function rowPrefix(session: SectionView, section: SectionName, rows: readonly TypedRow[], uid: string): string {
  if (session.movement.sections.named(section).rows === 'one') return ''
  return `${rowTitle(session, section, rows.findIndex((row) => row.uid === uid) + 1, uid)}, `
}

/** What a row is called on the page: a campaign and a person's lists by their name, a referent by number and name, others by their number. */
export function rowTitle(session: SectionView, section: SectionName, number: number | string, uid: string): string {
  const { rows, words } = session.movement.sections.named(section)
  const isNamed = rows === 'given' || section === 'referents'
  const own = isNamed && rowNames(session.group.record, session.campaigns, session.movement.sections).get(uid)
  if (own && rows === 'given') return own
  const row = textIn(session.language, session.movement).form.rowNumber(capital(words.row[session.language]), number)
  return own ? `${row}, ${own}` : row
}
