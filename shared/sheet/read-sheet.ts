import { decodeText } from './decode.ts'
import {
  type Delimiter,
  delimiters,
  parseDelimited,
  peekDelimited,
  type SheetRow,
  withoutDelimiterLine,
} from './delimited.ts'
import type { SheetKinds } from './kinds.ts'
import { deepest, type Recognised, recognise, type Sheet } from './recognise.ts'
import { Unreadable } from './unreadable.ts'
import { isOldWorkbook, isWorkbook, readWorkbook } from './workbook.ts'

/** In bytes: 100,000 groups with their referents take half of it. */
export const maxFileSize = 50_000_000

/**
 * The sheets of one file: one of a CSV, those that we recognise of a workbook.
 * @throws Unreadable
 */
export async function readSheets(name: string, bytes: Uint8Array, kinds: SheetKinds): Promise<Sheet[]> {
  if (bytes.length > maxFileSize) throw new Unreadable('too_large', maxFileSize / 1_000_000)
  if (isOldWorkbook(bytes)) throw new Unreadable('old_excel')
  return isWorkbook(bytes)
    ? workbookSheets(name, bytes, kinds)
    : [delimitedSheet(name, withoutDelimiterLine(decodeText(bytes)), kinds)]
}

function delimitedSheet(title: string, text: string, kinds: SheetKinds): Sheet {
  if (text.trim() === '') throw new Unreadable('empty')
  const found = findDelimiter(text, kinds)
  if (!found)
    throw new Unreadable(
      'headings_unknown',
      likeliestHeadings(delimiters.map((one) => peekDelimited(text, one, deepest))),
    )
  const rows = parseDelimited(text, found.delimiter)
  return toSheet(title, rows, recognise(rows, kinds) ?? found.recognised, found.delimiter)
}

/** The delimiter with which the headings make most sense. */
function findDelimiter(text: string, kinds: SheetKinds): { delimiter: Delimiter; recognised: Recognised } | null {
  const beginning = text.slice(0, 200_000)
  const candidates = delimiters.flatMap((delimiter) => {
    const recognised = recognise(peekDelimited(beginning, delimiter, 20), kinds)
    return recognised ? [{ delimiter, recognised }] : []
  })
  const [best] = candidates.sort((a, b) => b.recognised.columns.length - a.recognised.columns.length)
  return best ?? null
}

async function workbookSheets(name: string, bytes: Uint8Array, kinds: SheetKinds): Promise<Sheet[]> {
  const tabs = await readWorkbook(bytes)
  const sheets = tabs.flatMap(({ tab, rows }) => {
    const recognised = recognise(rows, kinds)
    return recognised ? [toSheet(tabs.length > 1 ? `${name} (${tab})` : name, rows, recognised, null)] : []
  })
  if (sheets.length === 0)
    throw new Unreadable('headings_unknown', likeliestHeadings(tabs.map(({ rows }) => rows.slice(0, deepest))))
  return sheets
}

function toSheet(
  title: string,
  rows: readonly SheetRow[],
  { rowIndex, ...recognised }: Recognised,
  delimiter: Delimiter | null,
): Sheet {
  const below = rows.slice(rowIndex + 1)
  const lines = (rows.at(-1)?.line ?? 0) - (rows[rowIndex]?.line ?? 0)
  return { title, ...recognised, rows: below, blankRows: lines - below.length, delimiter }
}

/** Of sheets, or of one sheet read in several ways, the row that says most: titles and remarks above it fill a cell or two. */
function likeliestHeadings(readings: readonly (readonly SheetRow[])[]): string {
  const rows = readings.flat().map(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
  const widest = rows.reduce((most, row) => (row.length > most.length ? row : most), [])
  return widest.join(', ').slice(0, 300)
}
