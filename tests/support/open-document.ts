import { zipOf } from './sheets.ts'

/** A tab of an OpenDocument spreadsheet: its rows as XML, and how its style shows it. */
export type OpenTab = { rows: string; isHidden?: boolean }

const namespaces = ['office', 'table', 'text', 'style', 'calcext', 'svg', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** An .ods as LibreOffice keeps one (ISO 26300). */
export function openDocumentOf(
  tabs: Readonly<Record<string, OpenTab>>,
  parts: Record<string, string> = {},
): Uint8Array {
  const body = Object.entries(tabs)
    .map(
      ([name, { rows, isHidden = false }]) =>
        `<table:table table:name="${name}" table:style-name="${isHidden ? 'ta2' : 'ta1'}"><table:table-column table:number-columns-repeated="16384"/>${rows}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
    )
    .join('')
  const styles =
    '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ...parts,
  })
}

/** A row of texts. */
export function openRow(cells: readonly string[], attributes = ''): string {
  return `<table:table-row ${attributes}>${cells.map(openCell).join('')}</table:table-row>`
}

function openCell(text: string): string {
  return text === ''
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
}
