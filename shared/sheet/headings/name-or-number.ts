import type { SheetRow } from '../delimited.ts'
import type { Columns } from './columns.ts'
import { compose } from './compose.ts'

/** Rows that show what a column is about. */
const looked = 500

/** The same columns, where of two that may name a group (`Club`, `Clubname`) the first holds its number: the other is its name. */
export function withNames(columns: Columns, headings: readonly string[], rows: readonly SheetRow[]): Columns {
  const name = columns.columns.find(({ part, field }) => part === 'own' && field === 'name')
  if (!name || !holdsNumbers(rows, name.index)) return columns
  const other = headings.findIndex(
    (heading, index) => columns.repeated.includes(heading) && isName(heading) && !holdsNumbers(rows, index),
  )
  if (other < 0) return columns
  return {
    ...columns,
    columns: columns.columns.map((one) => (one === name ? { ...one, index: other } : one)),
    repeated: columns.repeated.filter((heading) => heading !== headings[other]),
    ignored: [...columns.ignored, headings[name.index] ?? ''],
  }
}

/** Without those that count people where a name would stand, as our own list of groups has them: `Référent·es` over 2. */
export function withoutCounts(columns: Columns, headings: readonly string[], rows: readonly SheetRow[]): Columns {
  const names = columns.columns.filter(({ part, field }) => part === 'referent' && field === 'name')
  const counts = names.flatMap(({ index, others }) => [index, ...others]).filter((at) => holdsNumbers(rows, at))
  if (counts.length === 0) return columns
  const kept = columns.columns.flatMap((column) => {
    if (!names.includes(column)) return [column]
    const [index, ...others] = [column.index, ...column.others].filter((at) => !counts.includes(at))
    return index === undefined ? [] : [{ ...column, index, others }]
  })
  const named = counts.map((at) => headings[at] ?? '')
  return {
    ...columns,
    columns: kept,
    repeated: columns.repeated.filter((heading) => !named.includes(heading)),
    ignored: [...columns.ignored, ...named],
  }
}

function isName(heading: string): boolean {
  const composed = compose(heading)
  return composed?.about === 'group' && composed.field === 'name'
}

function holdsNumbers(rows: readonly SheetRow[], index: number): boolean {
  const cells = rows.slice(0, looked).map(({ cells }) => (cells[index] ?? '').trim())
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => /^\d{1,12}$/.test(cell))
}
