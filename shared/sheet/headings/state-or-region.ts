import { headingKey } from '#shared/record/heading.ts'
import type { SheetRow } from '../delimited.ts'
import { isFederalState } from '../values/federal-states.ts'
import { isNothing } from '../values/nothing.ts'
import { readState } from '../values/state.ts'
import type { Columns } from './columns.ts'

/** Rows that show what a column is about. */
const looked = 500

/**
 * The same columns, where `State` over Karnataka or NY is a group's region. It is, where half of what stands under it, or more, is known to be one, and nothing
 * says how a group does: a word that nobody knows is still no reason to write to anybody.
 */
export function withRegions(
  { columns, ignored, ...rest }: Columns,
  headings: readonly string[],
  rows: readonly SheetRow[],
): Columns {
  const column = columns.find(({ part, field }) => part === 'own' && field === 'state')
  if (!column || headingKey(headings[column.index] ?? '') !== 'state') return { columns, ignored, ...rest }
  const cells = rows.slice(0, looked).map(({ cells }) => cells[column.index] ?? '')
  const said = cells.filter((cell) => !isNothing(cell))
  const [federal, others] = [said.filter(isFederalState), said.filter((cell) => !isFederalState(cell))]
  // OK is Oklahoma, and a word for a group that does well
  const isRegion =
    federal.some((cell) => cell.trim() !== 'OK') &&
    federal.length >= others.length &&
    !others.some((cell) => readState(cell, false))
  if (!isRegion) return { columns, ignored, ...rest }
  const hasRegion = columns.some(({ part, field }) => part === 'own' && field === 'region')
  const heading = headings[column.index] ?? ''
  return hasRegion
    ? { ...rest, columns: columns.filter((one) => one !== column), ignored: [...ignored, heading] }
    : { ...rest, ignored, columns: columns.map((one) => (one === column ? { ...one, field: 'region' } : one)) }
}
