import type { CellCount } from './cell-count.ts'
import { maxColumns, maxRows, type SheetRow } from './delimited.ts'
import { Unreadable } from './unreadable.ts'

/** The rows of one tab of a workbook, from cells that come in the order of reading. Blank cells are not worth a place. */
export class SheetRows {
  readonly rows: { line: number; cells: string[] }[] = []
  readonly #count: CellCount

  constructor(count: CellCount) {
    this.#count = count
  }

  /**
   * `line` and `column` as spreadsheets count them, from 1.
   * @throws Unreadable
   */
  add(line: number, column: number, value: string): void {
    const text = value.trim()
    if (text === '') return
    if (line > maxRows) throw new Unreadable('too_many_rows', maxRows)
    if (column > maxColumns) throw new Unreadable('too_many_columns', maxColumns)
    const { cells } = this.#rowAt(line)
    if (column <= cells.length) throw new Unreadable('damaged_excel', 'order')
    this.#count.add(column - cells.length, text.length)
    while (cells.length < column - 1) cells.push('')
    cells.push(text)
  }

  #rowAt(line: number): SheetRow & { cells: string[] } {
    const last = this.rows.at(-1)
    if (last?.line === line) return last
    if (last && line < last.line) throw new Unreadable('damaged_excel', 'order')
    const row = { line, cells: [] }
    this.rows.push(row)
    return row
  }
}
