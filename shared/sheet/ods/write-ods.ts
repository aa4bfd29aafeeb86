import { cellText, rowsToFill, type WrittenColumn } from '../written-cells.ts'
import { zipped } from '../zip-parts.ts'

/** A workbook to fill in as LibreOffice keeps it (ISO 26300), with the columns' headings in its first row and their choices below. */
export function writeOds(tab: string, columns: readonly WrittenColumn[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zipped([
    // The standard wants it first, and not packed
    { name: 'mimetype', stored: true, text: [type] },
    { name: 'META-INF/manifest.xml', text: [manifest] },
    { name: 'content.xml', text: [content(tab, columns)] },
  ])
}

const type = 'application/vnd.oasis.opendocument.spreadsheet'
const head = '<?xml version="1.0" encoding="UTF-8"?>'
const names = 'urn:oasis:names:tc:opendocument:xmlns'

const manifest = `${head}<manifest:manifest xmlns:manifest="${names}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`

const cellStyle = (name: string, data: string, text = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${data}">${text}</style:style>`

const styles = [
  '<number:text-style style:name="asText"><number:text-content/></number:text-style>',
  '<number:number-style style:name="asNumber"><number:number number:min-integer-digits="1"/></number:number-style>',
  '<number:date-style style:name="asDay"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
  '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style>',
  cellStyle('text', 'asText'),
  cellStyle('number', 'asNumber'),
  cellStyle('day', 'asDay'),
  cellStyle('heading', 'asText', '<style:text-properties fo:font-weight="bold"/>'),
].join('')

function content(tab: string, columns: readonly WrittenColumn[]): string {
  const spaces = Object.entries({
    office: 'office:1.0',
    table: 'table:1.0',
    text: 'text:1.0',
    style: 'style:1.0',
    number: 'datastyle:1.0',
    fo: 'xsl-fo-compatible:1.0',
    of: 'of:1.2',
  }).map(([prefix, name]) => `xmlns:${prefix}="${names}:${name}"`)
  return `${head}<office:document-content ${spaces.join(' ')} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${validations(tab, columns)}${table(tab, columns)}</office:spreadsheet></office:body></office:document-content>`
}

/** A list is offered; something else may be typed, which the importer understands or asks about. */
function validations(tab: string, columns: readonly WrittenColumn[]): string {
  const all = columns.flatMap(({ choices }, index) => {
    if (!choices) return []
    const list = choices.map((choice) => `"${choice.replaceAll('"', '""')}"`).join(';')
    const condition = cellText(`of:cell-content-is-in-list(${list})`)
    const base = cellText(`$'${tab.replaceAll("'", "''")}'.A2`)
    return [
      `<table:content-validation table:name="v${index}" table:condition="${condition}" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${base}"><table:error-message table:message-type="information" table:display="false"/></table:content-validation>`,
    ]
  })
  return all.length === 0 ? '' : `<table:content-validations>${all.join('')}</table:content-validations>`
}

function table(tab: string, columns: readonly WrittenColumn[]): string {
  const kept = columns.map(
    ({ kind }) => `<table:table-column table:style-name="wide" table:default-cell-style-name="${kind}"/>`,
  )
  const headings = columns.map(
    ({ heading }) =>
      `<table:table-cell table:style-name="heading" office:value-type="string"><text:p>${cellText(heading)}</text:p></table:table-cell>`,
  )
  const empty = columns.map(
    ({ kind, choices }, index) =>
      `<table:table-cell table:style-name="${kind}"${choices ? ` table:content-validation-name="v${index}"` : ''}/>`,
  )
  return `<table:table table:name="${cellText(tab)}">${kept.join('')}<table:table-row>${headings.join('')}</table:table-row><table:table-row table:number-rows-repeated="${rowsToFill}">${empty.join('')}</table:table-row></table:table>`
}
