import type { SheetRow } from '../delimited.ts'
import { isNothing } from '../values/nothing.ts'
import { isEnded } from '../values/state.ts'
import type { Columns } from './columns.ts'

/** Rows that show what a column is about. */
const looked = 500

/** The same columns, where `Membre actif` over yes and no is no number: it says whether the row's people still are. */
export function withServing(columns: Columns, rows: readonly SheetRow[]): Columns {
  const count = columns.columns.find(({ part, field }) => part === 'own' && field === 'active_members')
  if (!count || !saysYesOrNo(rows, count.index)) return columns
  const serving = { ...count, part: 'key', field: 'serving' } as const
  return { ...columns, columns: columns.columns.map((one) => (one === count ? serving : one)) }
}

function saysYesOrNo(rows: readonly SheetRow[], index: number): boolean {
  const cells = rows.slice(0, looked).flatMap(({ cells }) => cells[index] ?? [])
  const said = cells.filter((cell) => !isNothing(cell))
  return said.length > 0 && said.every((cell) => /^\p{L}{1,5}$/u.test(cell.trim()) && isEnded(cell) !== null)
}
