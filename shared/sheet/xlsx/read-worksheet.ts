import { boundCell, type CellCount } from '../cell-count.ts'
import type { SheetRow } from '../delimited.ts'
import { readXml } from '../read-xml.ts'
import { maxSpans, SheetRows, type Span } from '../sheet-rows.ts'
import { Unreadable } from '../unreadable.ts'
import { struck } from '../values/struck.ts'
import type { CellStyle } from './read-styles.ts'
import { TextReader, unescaped } from './read-text.ts'

/** The rows of a tab that hold something, and those of them that Excel hides. */
export type Worksheet = { rows: SheetRow[]; hiddenRows: Set<SheetRow> }

/** What a tab's cells refer to. */
export type WorkbookContext = { strings: readonly string[]; styles: readonly CellStyle[]; isFrom1904: boolean }

type Cell = { line: number; column: number; type: string; style: string | undefined; value: string }

/**
 * The rows of a tab that hold something. Where a cell stands is told by its own address; what the tab says of its extent is not looked at.
 * @throws Unreadable
 */
export async function readWorksheet(
  pieces: AsyncIterable<Uint8Array>,
  context: WorkbookContext,
  count: CellCount,
): Promise<Worksheet> {
  const sheet = new SheetRows(count)
  const inline = new TextReader()
  const at = { line: 0, column: 0, isHidden: false }
  const hiddenRows = new Set<SheetRow>()
  let cell: Cell | null = null
  let isValue = false
  const spans: Span[] = []
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'row') {
        sheet.begin()
        const { r, hidden = '' } = attributes()
        Object.assign(at, { line: numberOf(r, at.line), column: 0, isHidden: ['1', 'true'].includes(hidden) })
      }
      if (name === 'mergeCell') spans.push(...spanOf(attributes().ref))
      if (spans.length > maxSpans) throw new Unreadable('damaged_excel', 'merged')
      if (name === 'c') {
        count.begin()
        const { r, t = 'n', s } = attributes()
        if (r !== undefined) Object.assign(at, placeOf(r))
        else at.column += 1
        cell = { line: at.line, column: at.column, type: t, style: s, value: '' }
      } else if (name === 'v') isValue = true
      else if (cell) inline.open(name, attributes)
    },
    text: (text) => {
      if (cell && isValue) {
        cell.value += text
        boundCell(cell.value)
      } else if (cell) inline.text(text)
    },
    close: (name) => {
      inline.close(name)
      if (name === 'v') isValue = false
      if (name !== 'c' || !cell) return
      const text = inline.take()
      const value = cell.type === 'inlineStr' ? text : shown(cell, context)
      sheet.add(cell.line, cell.column, context.styles[Number(cell.style)]?.isStruck ? struck(value) : value)
      cell = null
      const row = sheet.rows.at(-1)
      if (at.isHidden && row?.line === at.line) hiddenRows.add(row)
    },
  })
  for (const span of spans) sheet.spread(span)
  return { rows: sheet.rows, hiddenRows }
}

/** Of `A2:B4`, which is one cell, the lines of its first column; none where it is one line. */
function spanOf(ref = ''): Span[] {
  const [from, to] = ref.split(':').map((address) => /^[A-Z]{1,3}\d{1,7}$/.test(address) && placeOf(address))
  return from && to && to.line > from.line ? [{ column: from.column, first: from.line, last: to.line }] : []
}

/** The number of a row that says it; of one that does not, the next one. */
function numberOf(text: string | undefined, last: number): number {
  if (text === undefined) return last + 1
  if (!/^\d{1,7}$/.test(text)) throw new Unreadable('damaged_excel', 'row')
  return Number(text)
}

/** `AB12` is column 28 of row 12. */
function placeOf(address: string): { line: number; column: number } {
  const [, letters, line] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? []
  if (letters === undefined) throw new Unreadable('damaged_excel', 'cell')
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { line: Number(line), column }
}

/** A cell as people read it (ECMA-376, ST_CellType); a formula that failed is `#REF!` and the like. */
function shown({ type, style, value }: Cell, { strings, styles, isFrom1904 }: WorkbookContext): string {
  if (value === '') return ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'str') return unescaped(value)
  if (type === 'b') return String(value === '1')
  if (type === 'd') return value.slice(0, 10)
  const number = Number(value)
  if (type !== 'n' || Number.isNaN(number)) return value
  return style !== undefined && styles[Number(style)]?.isDay ? dayOf(number, isFrom1904) : String(number)
}

/** The day with a number; Excel counts a 29 February 1900 that never was, and ends with the year 9999. */
function dayOf(number: number, isFrom1904: boolean): string {
  const days = Math.floor(number) + (isFrom1904 ? 1462 : 0)
  if (days < 0 || days > 2_958_465) return String(number)
  return new Date((days - 25_569 + (days < 60 ? 1 : 0)) * 86_400_000).toISOString().slice(0, 10)
}
