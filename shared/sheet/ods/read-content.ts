import type { CellCount } from '../cell-count.ts'
import type { SheetRow } from '../delimited.ts'
import { maxColumns } from '../delimited.ts'
import { readXml } from '../read-xml.ts'
import { maxSpans, SheetRows, type Span } from '../sheet-rows.ts'
import { Unreadable } from '../unreadable.ts'
import { struck } from '../values/struck.ts'
import type { Tab } from '../workbook.ts'
import { CellText, shownCell } from './cell-text.ts'

const maxTabs = 500
/** Of what is hidden, each by a name of so many characters at most. */
const maxStyles = 10_000
const longestName = 255
/** Rows and columns that one element may stand for: LibreOffice ends each tab with a million empty ones. */
const mostRepeated = 20_000_000

type Attributes = Readonly<Record<string, string>>
type Cell = { repeated: number; isStruck: boolean; type: string; value: string }

/** The tabs of an OpenDocument spreadsheet (ISO 26300-1, 9), with their cells as text. Annotations, drawings and what was changed are not the sheet's. */
export async function readContent(pieces: AsyncIterable<Uint8Array>, count: CellCount): Promise<Tab[]> {
  const content = new Content(count)
  await readXml(pieces, {
    open: (name, attributes) => content.open(name, attributes),
    text: (text) => content.text.add(text),
    close: (name) => content.close(name),
  })
  return content.tabs
}

class Content {
  readonly tabs: Tab[] = []
  readonly #struck = new Set<string>()
  readonly text = new CellText(this.#struck)
  readonly #count: CellCount
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  /** How deep we are in tables: one in a cell of another is a drawing's. */
  #tables = 0
  #sheet: SheetRows | null = null
  #hidden = new Set<SheetRow>()
  #row = { line: 0, repeated: 1, isHidden: false, column: 0, filled: [] as { from: number; cell: string }[] }
  #cell: Cell | null = null
  #spans: Span[] = []

  constructor(count: CellCount) {
    this.#count = count
  }

  open(name: string, attributes: () => Attributes): void {
    if (name === 'style') this.#style = attributes().name ?? ''
    else if (name === 'text-properties') this.#noteStrike(attributes())
    else if (name === 'table-properties') this.#noteStyle(attributes())
    else if (name === 'table') this.#openTable(attributes())
    else if (this.#tables !== 1) return
    else if (name === 'table-row') this.#openRow(attributes())
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes())
    else this.text.open(name, attributes)
  }

  close(name: string): void {
    if (name === 'table') this.#closeTable()
    else if (this.#tables !== 1) return
    else if (name === 'table-row') this.#closeRow()
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell()
    else this.text.close(name)
  }

  #closeTable(): void {
    this.#tables -= 1
    if (this.#tables > 0) return
    for (const span of this.#spans) this.#sheet?.spread(span)
    this.#spans = []
  }

  #noteStyle({ display }: Attributes): void {
    if (display === 'false' && this.#style.length <= longestName) this.#hiddenStyles.add(this.#style)
    if (this.#hiddenStyles.size > maxStyles) throw new Unreadable('damaged_excel', 'styles')
  }

  #noteStrike(attributes: Attributes): void {
    const { 'text-line-through-style': style = 'none', 'text-line-through-type': type = style } = attributes
    if (style !== 'none' || type !== 'none') this.#struck.add(this.#style)
    if (this.#struck.size > maxStyles) throw new Unreadable('damaged_excel', 'styles')
  }

  #openTable(attributes: Attributes): void {
    this.#tables += 1
    if (this.#tables > 1) return
    if (this.tabs.length >= maxTabs) throw new Unreadable('too_many_parts', maxTabs)
    this.#sheet = new SheetRows(this.#count)
    this.#hidden = new Set()
    this.#row.line = 0
    const isHidden = this.#hiddenStyles.has(attributes['style-name'] ?? '')
    this.tabs.push({ tab: attributes.name ?? '', rows: this.#sheet.rows, isHidden, hiddenRows: this.#hidden })
  }

  #openRow(attributes: Attributes): void {
    this.#sheet?.begin()
    const { visibility = 'visible' } = attributes
    this.#row.repeated = numberOf(attributes['number-rows-repeated'])
    this.#row.isHidden = visibility !== 'visible'
    this.#row.column = 0
    this.#row.filled = []
  }

  #openCell(attributes: Attributes): void {
    this.#count.begin()
    const { value, boolean = value } = { value: attributes.value, boolean: attributes['boolean-value'] }
    const type = attributes['value-type'] ?? ''
    const spanned = numberOf(attributes['number-rows-spanned'])
    const first = this.#row.line + 1
    if (spanned > 1) this.#spans.push({ column: this.#row.column + 1, first, last: first + spanned - 1 })
    if (this.#spans.length > maxSpans) throw new Unreadable('damaged_excel', 'merged')
    this.#cell = {
      repeated: numberOf(attributes['number-columns-repeated']),
      isStruck: this.#struck.has(attributes['style-name'] ?? ''),
      type,
      value: (type === 'date' ? attributes['date-value'] : boolean) ?? '',
    }
    this.text.begin()
  }

  #closeCell(): void {
    const cell = this.#cell
    if (!cell) return
    const said = shownCell(this.text.take(), cell)
    const text = cell.isStruck ? struck(said) : said
    if (text !== '') {
      // Refused before the row is kept: one of a hundred thousand such cells would fill the memory
      if (this.#row.column + cell.repeated > maxColumns) throw new Unreadable('too_many_columns', maxColumns)
      for (let time = 1; time <= cell.repeated; time++)
        this.#row.filled.push({ from: this.#row.column + time, cell: text })
    }
    this.#row.column += cell.repeated
    this.#cell = null
  }

  #closeRow(): void {
    const { line, repeated, filled, isHidden } = this.#row
    if (filled.length > 0 && this.#sheet) {
      for (let time = 1; time <= repeated; time++) {
        for (const { from, cell } of filled) this.#sheet.add(line + time, from, cell)
        const row = this.#sheet.rows.at(-1)
        if (isHidden && row) this.#hidden.add(row)
      }
    }
    this.#row.line += repeated
  }
}

function numberOf(text = '1'): number {
  if (!/^\d{1,8}$/.test(text) || Number(text) > mostRepeated) throw new Unreadable('damaged_excel', 'repeated')
  return Math.max(1, Number(text))
}
