import { showNumber } from '#shared/text/number.ts'
import type { Delimiter } from './delimited.ts'
import { asText, neutralise, neutraliseWithin } from './neutral.ts'
import { isRewritten } from './rewritten.ts'

export type WriteOptions = {
  /** `;` for an Excel whose decimals have a comma, `,` for every other. */
  delimiter: Delimiter
  /** Excel reads UTF-8 only behind a byte order mark. */
  bom: boolean
  /** A spreadsheet opens it by double click: `08`, `1-2` and long numbers stay as they are written. */
  keepsWriting?: boolean
  /** Nobody brings the file back: whatever it is cut at, no cell is a formula. */
  isFinal?: boolean
}

/** `mai 2026` is that month, whether a spreadsheet leaves it or makes it a day. */
const wholeMonth = /^\p{L}{3,12} \d{4}$/u

/** How a spreadsheet of this language opens a CSV by double click: where decimals have a comma, Excel takes `;` between cells. */
export function spreadsheetOptions(language: string): WriteOptions {
  return { delimiter: showNumber(0.5, language).includes(',') ? ';' : ',', bom: true, keepsWriting: true }
}

/** Rows as CSV (RFC 4180), with cells that look like formulas neutralised. A number has the decimals of whoever takes this delimiter. */
export function writeSheet(
  rows: Iterable<readonly (string | number)[]>,
  { delimiter, bom, keepsWriting, isFinal }: WriteOptions,
): string {
  const harmless = (cell: string) =>
    keepsWriting && isRewritten(cell) && !wholeMonth.test(cell)
      ? asText(cell)
      : neutralise(isFinal ? neutraliseWithin(cell) : cell)
  const written = (cell: string | number) =>
    typeof cell === 'number' ? amount(cell, delimiter) : quote(harmless(cell), delimiter)
  const lines = Array.from(rows, (cells) => cells.map(written).join(delimiter))
  return `${bom ? '\uFEFF' : ''}${lines.map((line) => `${line}\r\n`).join('')}`
}

/** Semicolons stand between cells where decimals have a comma (`spreadsheetOptions`): there `43.3` is a text, or a day in March. */
function amount(value: number, delimiter: Delimiter): string {
  return delimiter === ';' ? String(value).replace('.', ',') : String(value)
}

/** `sep=` and a byte order mark mean something to readers when they come first in a file; spaces around a cell are only kept within quotes. */
function quote(cell: string, delimiter: string): string {
  const special = cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) || /^(sep=|\uFEFF)/i.test(cell)
  return special ? `"${cell.replaceAll('"', '""')}"` : cell
}
