import type { VisitedGroup } from '#shared/db/visits.ts'
import { rowsOf } from '#shared/domain/change.ts'
import { Problem } from '#shared/domain/problem.ts'
import { peopleAtOnce } from '#shared/domain/record-limits.ts'
import { blankRow, type TypedRow, typedFromRecord } from '#shared/domain/typed-section.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { FormsContext } from './env.ts'
import { rowsAsked, rowsHeld, rowWindow } from './older-rows.tsx'
import { respondForm } from './respond-form.ts'
import { SectionForm } from './section-form.tsx'
import type { SectionState } from './section-state.ts'
import { type GroupVisit, openGroup, stampGroupPage } from './visit.ts'

/** The form of one section, filled with what we know. */
export async function editSection(context: FormsContext): Promise<Response> {
  const section = sectionParam(context)
  const visit = await openGroup(context, {
    rows: rowsAsked(context, section),
    ...(section === 'identity' ? { places: { country: context.var.movement.country, town: null } } : {}),
  })
  const rows = rowsHeld(
    shownRows(visit, section),
    rowWindow(context, visit, section),
    visit.movement.sections.named(section),
  )
  const isEmpty = rows.length === 0 && visit.movement.sections.named(section).rows === 'free'
  return showSection(context, visit, {
    section,
    rows: isEmpty ? [blankRow(mintUid())] : rows,
    since: visit.group.number,
  })
}

export function sectionParam(context: FormsContext): SectionName {
  const section = context.var.movement.sections.find(context.req.param('section') ?? '')
  if (!section) throw new Problem('section_unknown')
  return section.name
}

/** An id for a row that does not exist yet. The page carries it, so that the same page sent twice adds one row. */
export function mintUid(): string {
  return crypto.randomUUID()
}

/** The rows of a section as its form shows them: every campaign has one, taken part in or not. */
export function shownRows(
  { movement, group, campaigns, person }: GroupVisit,
  section: SectionName,
  record: VisitedGroup['record'] = group.record,
): TypedRow[] {
  const { list, fields, isAboutPeople } = movement.sections.named(section)
  const rows = typedFromRecord(fields, rowsOf(record, list))
  // Whoever looks for themselves among many finds themselves first
  if (isAboutPeople && rows.length > peopleAtOnce)
    return rows.sort((a, b) => Number(b.uid === person.uid) - Number(a.uid === person.uid))
  if (list !== 'campaigns') return rows
  return campaigns.map(({ uid }) => rows.find((row) => row.uid === uid) ?? blankRow(uid))
}

type Answer = Omit<SectionState, 'page' | 'held'> & { status?: number }

export async function showSection(
  context: FormsContext,
  visit: GroupVisit,
  { status = 200, ...state }: Answer,
): Promise<Response> {
  const page = await stampGroupPage(context, visit)
  const held = rowWindow(context, visit, state.section)
  const rows = state.rows.length > mostTogether && held ? touchedRows(visit, state) : state.rows
  return respondForm(<SectionForm visit={visit} state={{ ...state, rows, page, held }} />, { status })
}

/** Rows of a page that somebody gets back with all that they typed. */
const mostTogether = 40

/** Those that they typed in, or that there is something to mend of: the others stay as they are without being there. */
function touchedRows(
  { movement, group }: GroupVisit,
  { section, rows, problems = [], conflicts = [] }: Pick<Answer, 'section' | 'rows' | 'problems' | 'conflicts'>,
): TypedRow[] {
  const { list, fields } = movement.sections.named(section)
  const known = new Map(typedFromRecord(fields, rowsOf(group.shown, list)).map((row) => [row.uid, row]))
  const isNamed = (uid: string) => problems.some((one) => one.uid === uid) || conflicts.some(({ row }) => row === uid)
  return rows.filter((row) => {
    const was = known.get(row.uid)
    const isTyped = Object.entries(row.texts).some(([name, text]) => text !== (was?.texts[name] ?? ''))
    return was === undefined || row.removed || isTyped || isNamed(row.uid)
  })
}
