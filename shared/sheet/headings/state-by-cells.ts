import type { SheetRow } from '../delimited.ts'
import { isNothing } from '../values/nothing.ts'
import { isLight, readState } from '../values/state.ts'
import type { Columns } from './columns.ts'

/** Rows that show what a column is about. */
const looked = 500

/**
 * The same columns, where what stands under a heading that we do not know (`Suivi`, `🟢/🔴`, or none) says of every row how its group does, and of one at
 * least that it is not active: then that is its state, or its group would be written to. Nothing else says one.
 */
export function withStates(columns: Columns, headings: readonly string[], rows: readonly SheetRow[]): Columns {
  if (columns.columns.some(({ field }) => field === 'state')) return columns
  const read = new Set(columns.columns.flatMap(({ index, others }) => [index, ...others]))
  const isOpen = (heading: string) => heading === '' || columns.ignored.includes(heading)
  const index = headings.findIndex((heading, at) => !read.has(at) && isOpen(heading) && saysStates(rows, at))
  if (index < 0) return columns
  const state = { index, part: 'own', field: 'state', number: 1, others: [], joining: 'first' } as const
  return {
    ...columns,
    columns: [...columns.columns, state].toSorted((a, b) => a.index - b.index),
    ignored: columns.ignored.filter((heading) => heading !== headings[index]),
  }
}

function saysStates(rows: readonly SheetRow[], index: number): boolean {
  const cells = rows.slice(0, looked).flatMap(({ cells }) => cells[index] ?? [])
  const said = cells.filter((cell) => cell.length <= 80 && !isNothing(cell))
  const read = said.map((cell) => (isLight(cell) ? 'light' : readState(cell, false)))
  const isOther = (state: string | null, at: number) =>
    state !== 'active' && readState(said[at] ?? '', false) !== 'active'
  return said.length > 1 && read.every((state) => state !== null) && read.some(isOther)
}
