import { cellText, dayNumber, rowsToFill, type WrittenCell, type WrittenColumn } from '../written-cells.ts'
import { type ZipPart, zipped } from '../zip-parts.ts'

type Rows = AsyncIterable<readonly (readonly WrittenCell[])[]>
type Workbook = { tab: string; columns: readonly WrittenColumn[]; rows?: Rows }

/** A workbook of one tab as Excel keeps it (ECMA-376), with the columns' headings in its first row, and its rows as they come. */
export function writeXlsx({ tab, columns, rows }: Workbook): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const lists = longLists(columns)
  const tabs = [tab, ...(lists.length > 0 ? [listTab] : [])]
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', text: [contentTypes(tabs)] },
    { name: '_rels/.rels', text: [relations([[`${office}/officeDocument`, 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', text: [workbook(tabs)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(tabs)] },
    { name: 'xl/styles.xml', text: [styles] },
    { name: 'xl/worksheets/sheet1.xml', text: worksheet(columns, lists, rows) },
    ...(lists.length > 0 ? [{ name: 'xl/worksheets/sheet2.xml', text: [listSheet(lists)] }] : []),
  ]
  return zipped(parts)
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers of the styles below. */
const style = { plain: 0, text: 1, day: 2, heading: 3, month: 4 } as const

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="mmmm\\ yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment horizontal="left"/></xf></cellXfs></styleSheet>`

function contentTypes(tabs: readonly string[]): string {
  const sheets = tabs.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  )
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.join('')}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`
}

function workbookRelations(tabs: readonly string[]): string {
  return relations([
    ...tabs.map((_, index) => [`${office}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
    [`${office}/styles`, 'styles.xml'],
  ])
}

function workbook(tabs: readonly string[]): string {
  const sheets = tabs.map(
    (name, index) =>
      `<sheet name="${cellText(name)}" sheetId="${index + 1}"${index > 0 ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

async function* worksheet(
  columns: readonly WrittenColumn[],
  lists: readonly LongList[],
  rows: Rows | undefined,
): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths(columns)}<sheetData>`
  yield row(
    1,
    columns.map(({ heading }) => textCell(heading, style.heading)),
  )
  let number = 2
  if (rows) for await (const some of rows) yield some.map((cells) => row(number++, cells.map(written))).join('')
  yield `</sheetData>${rows ? '' : validations(columns, lists)}</worksheet>`
}

/** Its cells say where they are: Gnumeric reads none that does not, though the standard leaves it out. */
function row(number: number, cells: readonly string[]): string {
  const placed = cells.map((cell, index) =>
    cell === '' ? '' : cell.replace('<c', () => `<c r="${letters(index)}${number}"`),
  )
  return `<row r="${number}">${placed.join('')}</row>`
}

function widths(columns: readonly WrittenColumn[]): string {
  const all = columns.map(({ heading, kind }, index) => {
    const width = Math.max(12, Math.min(40, heading.length + 3))
    const kept = kind === 'text' ? style.text : kind === 'day' ? style.day : style.plain
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${kept}" customWidth="1"/>`
  })
  return `<cols>${all.join('')}</cols>`
}

function written(cell: WrittenCell): string {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c s="${style.month}"><v>${dayNumber(`${cell.month}-01`)}</v></c>`
  const day = dayNumber(cell)
  return day === null ? textCell(cell, style.text) : `<c s="${style.day}"><v>${day}</v></c>`
}

/** A text that looks like a sign's number (`_x000D_`) is written with its own (ECMA-376, 22.9.2.19). */
function textCell(text: string, number: number): string {
  if (text === '') return ''
  const said = cellText(text).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  return `<c t="inlineStr" s="${number}"><is><t xml:space="preserve">${said}</t></is></c>`
}

/** Characters of a list that stands where it is offered; longer ones stand in a tab of their own. */
const longestList = 250
const listTab = 'choices'

type LongList = { column: number; choices: readonly string[] }

function longLists(columns: readonly WrittenColumn[]): LongList[] {
  return columns.flatMap(({ choices }, column) => (choices && !isShort(choices) ? [{ column, choices }] : []))
}

const isShort = (choices: readonly string[]) =>
  choices.join(',').length <= longestList && choices.every((choice) => !/[",]/.test(choice))

function validations(columns: readonly WrittenColumn[], lists: readonly LongList[]): string {
  const all = columns.flatMap(({ choices }, index) => {
    if (!choices) return []
    const column = letters(index)
    const own = letters(lists.findIndex((list) => list.column === index))
    const list = isShort(choices)
      ? `"${cellText(choices.join(','))}"`
      : `${listTab}!$${own}$1:$${own}$${choices.length}`
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${column}2:${column}${rowsToFill}"><formula1>${list}</formula1></dataValidation>`,
    ]
  })
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}

function listSheet(lists: readonly LongList[]): string {
  const longest = Math.max(...lists.map(({ choices }) => choices.length))
  const rows = Array.from({ length: longest }, (_, at) =>
    row(
      at + 1,
      lists.map(({ choices }) => textCell(choices[at] ?? '', style.text)),
    ),
  )
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

/** Column 0 is A, column 27 is AB. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}
