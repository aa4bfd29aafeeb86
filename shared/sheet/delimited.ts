import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { CellCount } from './cell-count.ts'
import { restore } from './neutral.ts'
import { Unreadable } from './unreadable.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** A row of a sheet; `line` is its number as spreadsheets show it, from 1. */
export type SheetRow = { line: number; cells: readonly string[] }

export const maxColumns = 1000
/** Blank ones too. */
export const maxRows = 500_000
/** In characters. Longer, and a quote was most likely never closed. */
const maxRowLength = 8_000_000

/**
 * The rows of a delimited text, without those that are blank, with what `neutralise` did undone. A quoted cell may hold
 * line breaks, so a row's number is not a line of the file.
 * @throws Unreadable
 */
export function parseDelimited(text: string, delimiter: Delimiter): SheetRow[] {
  const rows: SheetRow[] = []
  const fault = collectRows(rows, text, delimiter)
  if (fault) throw fault
  return rows
}

/** Lines that are looked at for the first rows: blank ones are none, and a file may be nothing else. */
const linesPeeked = 2000

/** The first rows, as far as they can be read: with a wrong delimiter a quote may never close. */
export function peekDelimited(text: string, delimiter: Delimiter, howMany: number): SheetRow[] {
  const rows: SheetRow[] = []
  const fault = collectRows(rows, text, delimiter, howMany)
  if (fault && fault.code !== 'quote_open') throw fault
  return rows
}

function collectRows(rows: SheetRow[], text: string, delimiter: Delimiter, howMany?: number): Unreadable | null {
  const count = new CellCount()
  let filled = 0
  let line = 0
  const keep = (cells: string[], { empty_lines: empty }: { empty_lines: number }) => {
    filled += 1
    line = filled + empty
    if (howMany !== undefined && line > linesPeeked) throw new Enough()
    if (cells.length > maxColumns && cells.findLastIndex((cell) => cell !== '') >= maxColumns)
      throw new Unreadable('too_many_columns', maxColumns)
    if (line > maxRows) throw new Unreadable('too_many_rows', maxRows)
    const restored = cells.slice(0, maxColumns).map(restore)
    if (restored.every((cell) => cell.trim() === '')) return null
    count.add(restored.length, 0)
    rows.push({ line, cells: restored })
    return null
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      // Each would be told as a row that is too short, which takes longer than all else
      skip_empty_lines: true,
      // Spaces around a quote are not part of its cell; with tabs, empty cells would be
      trim: delimiter !== '\t',
      max_record_size: maxRowLength,
      on_record: keep,
      ...(howMany === undefined ? {} : { to: howMany }),
    })
    return null
  } catch (error) {
    if (error instanceof Enough) return null
    if (error instanceof Unreadable) return error
    if (error instanceof CsvError) return new Unreadable('quote_open', line + 1)
    throw error
  }
}

/** How the parser is told that no more is wanted. */
class Enough extends Error {}

/** Excel's own way to say which delimiter follows; not a row of the sheet. */
export function withoutDelimiterLine(text: string): string {
  return text.replace(/^\uFEFF?"?sep=[,;\t|]"?[,;\t|]{0,1000}(?:\r\n|\n|\r)/i, '')
}

/** A text each line of which a program has put into quotes as one cell, without them; null when it is no such text. */
export function withoutWholeQuotes(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const isWrapped = lines.length > 1 && lines.every((line) => /^".*"[,;\t|]{0,1000}$/.test(line))
  if (!isWrapped) return null
  return lines.map((line) => line.slice(1, line.lastIndexOf('"')).replaceAll('""', '"')).join('\n')
}
