import { fold } from '#shared/record/fold.ts'
import type { SheetRow } from '../delimited.ts'
import type { SheetKinds } from '../kinds.ts'
import { isNothing } from '../values/nothing.ts'
import { columnsUnder } from './columns.ts'

/** Rows that show what a column is about. */
const looked = 300
/** Columns among which a name stands: people begin with it. */
const among = 6

/**
 * The column that may hold the names of groups where no heading says which does: the first under no heading, or one that we do not know, that holds
 * names. Null where there is none, or nothing shows that the rows are of groups: a referent, or what only groups have.
 */
export function columnOfNames(
  headings: readonly string[],
  rows: readonly SheetRow[],
  kinds: SheetKinds,
): number | null {
  if (headings.filter((heading) => heading !== '').length < 2) return null
  const { columns, unsure, ignored, signs } = columnsUnder(kinds.of('groups'), headings, kinds)
  const isOfGroups = signs.hasReferent || columns.some(({ part, field }) => part === 'own' && ofGroups.has(field))
  if ((signs.personal.length > 0 && !signs.hasReferent) || columns.length + unsure.length < 2) return null
  const index = headings.slice(0, among).findIndex((heading, at) => {
    const isBare = heading === ''
    return (isBare || (isOfGroups && ignored.includes(heading))) && holdsNames(rows, at)
  })
  return index < 0 ? null : index
}

const ofGroups = new Set(['state', 'founded_on', 'active_members', 'website', 'networks', 'public_email', 'latitude'])

function holdsNames(rows: readonly SheetRow[], index: number): boolean {
  const cells = rows.slice(0, looked).map(({ cells }) => (cells[index] ?? '').trim())
  const names = cells.filter((cell) => isName(cell))
  const different = new Set(names.map(fold))
  return names.length > 0 && names.length * 2 >= cells.length && different.size * 2 >= names.length
}

/** Words of some length, no number, no address. */
function isName(cell: string): boolean {
  return cell.length <= 80 && !isNothing(cell) && /\p{L}{2}/u.test(cell) && !/[@]|https?:|^\d+$/.test(cell)
}
