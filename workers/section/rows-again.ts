import type { Merge } from '#shared/domain/merge.ts'
import type { TypedRow } from '#shared/domain/typed-section.ts'
import { rowWindow } from '#shared/html/section/older-rows.tsx'
import type { SectionView } from '#shared/html/section/section-view.ts'
import type { SectionName } from '#shared/record/record.ts'
import { mintUid, shownRows } from './shown-rows.ts'

type Typed = { section: SectionName; rows: readonly TypedRow[] }

/** What a section's form holds again without rows that cannot be the group's; with what was typed in them, where it could be a new row. */
export function withoutForeign(
  session: SectionView,
  { section, rows: typed }: Typed,
  foreign: readonly TypedRow[],
): readonly TypedRow[] {
  const shown = shownRows(session, section)
  const isKnown = ({ uid }: TypedRow) => shown.some((row) => row.uid === uid)
  const grows = section !== 'identity' && section !== 'lists' && section !== 'campaigns'
  const kept = typed.flatMap((row) => {
    if (isKnown(row) || !foreign.includes(row)) return [row]
    return grows && !row.removed ? [{ ...row, uid: mintUid() }] : []
  })
  return kept.length > 0 ? kept : shown
}

/** The other person's values with what was typed beside them; from here on the form corrects the record as it is now. */
export function withTheirs(
  session: SectionView,
  { section, rows: typed }: Typed,
  { record }: Merge,
  from: string | undefined,
): readonly TypedRow[] {
  const held = new Set(typed.map(({ uid }) => uid))
  const all = shownRows(session, section, record)
  const rows = rowWindow(session, section, from) ? all.filter(({ uid }) => held.has(uid)) : all
  return [...rows, ...takenOff(session, section, typed, all)]
}

/** The rows whose box was ticked: a form that did not hold them would leave them where they are. */
function takenOff(
  session: SectionView,
  section: SectionName,
  typed: readonly TypedRow[],
  kept: readonly TypedRow[],
): TypedRow[] {
  const ticked = new Set(typed.filter(({ removed }) => removed).map(({ uid }) => uid))
  return shownRows(session, section)
    .filter(({ uid }) => ticked.has(uid) && !kept.some((row) => row.uid === uid))
    .map((row) => ({ ...row, removed: true }))
}
