import { CellCount } from './cell-count.ts'
import type { SheetRow } from './delimited.ts'
import { deepest } from './recognise.ts'
import { Unreadable } from './unreadable.ts'
import { openZip } from './unzip.ts'
import { findParts } from './xlsx/find-parts.ts'
import { readStrings } from './xlsx/read-strings.ts'
import { readDayStyles } from './xlsx/read-styles.ts'
import { readWorksheet } from './xlsx/read-worksheet.ts'

export type Tab = { tab: string; rows: SheetRow[] }

/** A zip: an Excel workbook, or at least nothing that a sheet of text could be. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** A workbook of Excel 97–2003, which nothing well kept reads any more. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

/**
 * Every tab of an XLSX workbook, with its cells as text.
 * @throws Unreadable
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Tab[]> {
  try {
    return await readTabs(bytes)
  } catch (error) {
    if (error instanceof Unreadable || error instanceof TypeError) throw error
    // A zip or its XML that breaks off: yauzl, zlib and saxen each have errors of their own
    throw new Unreadable('damaged_excel', error instanceof Error ? error.name : '')
  }
}

async function readTabs(bytes: Uint8Array): Promise<Tab[]> {
  const zip = await openZip(bytes)
  const { tabs, strings, styles, isFrom1904 } = await findParts(zip)
  const context = {
    isFrom1904,
    strings: await readIfThere(strings, readStrings),
    dayStyles: await readIfThere(styles, readDayStyles),
  }
  const count = new CellCount()
  const read: Tab[] = []
  for (const { name, part } of tabs)
    read.push({ tab: name, rows: squared(await readWorksheet(zip.pieces(part), context, count)) })
  return read

  async function readIfThere<Item>(part: string, reader: (pieces: AsyncIterable<Uint8Array>) => Promise<Item[]>) {
    return zip.names.has(part) ? reader(zip.pieces(part)) : []
  }
}

/** Makes the rows that may be headings as long as the longest of all: a column without a heading is a column too, as separators say in a file of text. */
function squared(rows: SheetRow[]): SheetRow[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const wide = ({ line, cells }: SheetRow) => ({
    line,
    cells: [...cells, ...Array<string>(width - cells.length).fill('')],
  })
  return rows.map((row, index) => (index < deepest ? wide(row) : row))
}
