import { fold } from '#shared/record/fold.ts'
import type { SheetRow } from '../delimited.ts'
import type { Columns } from './columns.ts'

/** Rows that show what a column is about. */
const looked = 500

/** Words of what an office does: of those the department is no place. */
const offices =
  /\b(?:communication|logisti\w{1,10}|financ\w{1,6}|tresorerie|rh|hr|human resources|ressources humaines|juridique|legal|marketing|informatique|it|support|sales|commercial|technique|engineering|operations|administrati\w{1,4}|education|events?|evenements?|gesundheit\w{0,20}|fachdienst|amt|services?|direction|bureau|teams?|offices?|committee|commission)\b/

/** The same columns, where `Department` over `Communication` and `Logistics` is what somebody works in, and no part of a country. */
export function withoutOffices(columns: Columns, headings: readonly string[], rows: readonly SheetRow[]): Columns {
  const column = columns.columns.find(({ part, field }) => part === 'own' && field === 'department')
  if (!column) return columns
  const cells = rows.slice(0, looked).map(({ cells }) => (cells[column.index] ?? '').slice(0, 100))
  const said = cells.filter((cell) => cell.trim() !== '')
  const isOffice = said.filter((cell) => offices.test(fold(cell))).length * 2 > said.length
  if (!isOffice) return columns
  return {
    ...columns,
    columns: columns.columns.filter((one) => one !== column),
    ignored: [...columns.ignored, headings[column.index] ?? ''],
  }
}
