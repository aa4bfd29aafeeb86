import type { VisitedGroup } from '#shared/db/visits.ts'
import { rowsOf } from '#shared/domain/change.ts'
import { Problem } from '#shared/domain/problem.ts'
import { blankRow, type TypedRow, typedFromRecord } from '#shared/domain/typed-section.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { FormsContext } from './env.ts'
import { rowsAtOnce, rowWindow } from './older-rows.tsx'
import { respondForm } from './respond-form.ts'
import { SectionForm } from './section-form.tsx'
import type { SectionState } from './section-state.ts'
import { type GroupVisit, openGroup, stampGroupPage } from './visit.ts'

/** The form of one section, filled with what we know. */
export async function editSection(context: FormsContext): Promise<Response> {
  const section = sectionParam(context)
  const visit = await openGroup(
    context,
    section === 'identity' ? { places: { country: context.var.movement.country, town: null } } : {},
  )
  const held = rowWindow(context, visit, section)
  const all = shownRows(visit, section)
  const rows = held ? all.slice(held.from, held.from + rowsAtOnce) : all
  const isEmpty = rows.length === 0 && section !== 'campaigns' && section !== 'lists'
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
  { movement, group, campaigns }: GroupVisit,
  section: SectionName,
  record: VisitedGroup['record'] = group.record,
): TypedRow[] {
  const { list, fields } = movement.sections.named(section)
  const rows = typedFromRecord(fields, rowsOf(record, list))
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
  return respondForm(<SectionForm visit={visit} state={{ ...state, page, held }} />, { status })
}
