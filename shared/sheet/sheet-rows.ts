import type { CellCount } from './cell-count.ts'
import { maxColumns, maxRows, type SheetRow } from './delimited.ts'
import { Unreadable } from './unreadable.ts'

/** A column, and the lines that one cell of it spans. */
export type Span = { column: number; first: number; last: number }

/** Cells of a tab that span lines. */
export const maxSpans = 100_000

/** Rows of a tab, the empty ones too: as many as a spreadsheet can have. */
const mostRows = 1_048_576

/** The rows of one tab of a workbook, from cells that come in the order of reading. Blank cells are not worth a place. */
export class SheetRows {
  readonly rows: { line: number; cells: string[] }[] = []
  readonly #count: CellCount
  #begun = 0

  constructor(count: CellCount) {
    this.#count = count
  }

  /**
   * Counts a row that is written in the file, whatever it holds.
   * @throws Unreadable
   */
  begin(): void {
    this.#begun += 1
    if (this.#begun > mostRows) throw new Unreadable('too_many_rows', maxRows)
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

  /**
   * Of a cell that spans lines, as people merge those of one group: what it says is said of each of its rows that says nothing there.
   * @throws Unreadable
   */
  spread({ column, first, last }: Span): void {
    const from = this.#indexOf(first)
    const value = this.rows[from]?.cells[column - 1] ?? ''
    if (value === '' || this.rows[from]?.line !== first) return
    for (const { line, cells } of this.#below(from)) {
      if (line > last) return
      // Spans that lie over each other are looked at no more often than a file may have cells
      this.#count.add(1, 0)
      if ((cells[column - 1] ?? '') !== '') continue
      this.#count.add(Math.max(0, column - cells.length), value.length)
      while (cells.length < column) cells.push('')
      cells[column - 1] = value
    }
  }

  /** Where the row of a line is, or would be. */
  #indexOf(line: number): number {
    let [low, high] = [0, this.rows.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((this.rows[middle]?.line ?? 0) < line) low = middle + 1
      else high = middle
    }
    return low
  }

  *#below(index: number) {
    for (let at = index + 1; at < this.rows.length; at++) {
      const row = this.rows[at]
      if (row) yield row
    }
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
