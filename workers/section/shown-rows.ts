import type { SessionGroup } from '#shared/db/link-sessions.ts'
import { rowsOf } from '#shared/domain/change.ts'
import { peopleAtOnce } from '#shared/domain/record-limits.ts'
import { blankRow, type TypedRow, typedFromRecord } from '#shared/domain/typed-section.ts'
import { rowsHeld, rowWindow } from '#shared/html/section/older-rows.tsx'
import type { SectionState } from '#shared/html/section/section-state.ts'
import type { SectionView } from '#shared/html/section/section-view.ts'
import type { SectionName } from '#shared/record/record.ts'

/** An id for a row that does not exist yet. The page carries it, so that the same page sent twice adds one row. */
export function mintUid(): string {
  return crypto.randomUUID()
}

/** The rows of a section as its form shows them: every campaign has one, taken part in or not. */
export function shownRows(
  { movement, group, campaigns, person }: SectionView,
  section: SectionName,
  record: SessionGroup['record'] = group.record,
): TypedRow[] {
  const { list, fields, isAboutPeople } = movement.sections.named(section)
  const rows = typedFromRecord(fields, rowsOf(record, list))
  // Whoever looks for themselves among many finds themselves first
  if (isAboutPeople && rows.length > peopleAtOnce)
    return rows.sort((a, b) => Number(b.uid === person.uid) - Number(a.uid === person.uid))
  if (list !== 'campaigns') return rows
  return campaigns.map(({ uid }) => rows.find((row) => row.uid === uid) ?? blankRow(uid))
}

/** The rows that a section's form begins with, on the page that is asked for; of an empty list one to fill in. */
export function firstRows(session: SectionView, section: SectionName, from: string | undefined): readonly TypedRow[] {
  const described = session.movement.sections.named(section)
  const rows = rowsHeld(shownRows(session, section), rowWindow(session, section, from), described)
  return rows.length === 0 && described.rows === 'free' ? [blankRow(mintUid())] : rows
}

/** Rows of a page that somebody gets back with all that they typed. */
const mostTogether = 40

/** What a form holds: of very many rows those that somebody typed in, or that there is something to mend of. The others stay as they are without being there. */
export function heldState<State extends Omit<SectionState, 'page' | 'held'>>(
  session: SectionView,
  state: State,
  from: string | undefined,
): State & { held: SectionState['held'] } {
  const held = rowWindow(session, state.section, from)
  return { ...state, held, rows: state.rows.length > mostTogether && held ? touchedRows(session, state) : state.rows }
}

function touchedRows(
  { movement, group }: SectionView,
  { section, rows, problems = [], conflicts = [] }: Pick<SectionState, 'section' | 'rows' | 'problems' | 'conflicts'>,
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
