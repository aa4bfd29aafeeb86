import { CellCount } from './cell-count.ts'
import type { SheetRow } from './delimited.ts'
import { refuseLocked } from './ods/locked.ts'
import { readContent } from './ods/read-content.ts'
import { deepest } from './recognise.ts'
import { Unreadable } from './unreadable.ts'
import { openZip, type Zip } from './unzip.ts'
import { findParts } from './xlsx/find-parts.ts'
import { readStrings } from './xlsx/read-strings.ts'
import { readCellStyles } from './xlsx/read-styles.ts'
import { readWorksheet } from './xlsx/read-worksheet.ts'

/** What a program hides is there all the same: a filter hides rows, somebody hides what is old. */
export type Tab = { tab: string; rows: SheetRow[]; isHidden: boolean; hiddenRows: ReadonlySet<SheetRow> }

/** A zip: a workbook of Excel or LibreOffice, or at least nothing that a sheet of text could be. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * Every tab of a workbook (.xlsx, .ods), with its cells as text.
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
  refuseOthers(zip)
  const count = new CellCount()
  const tabs = zip.names.has('content.xml') ? await openDocumentTabs(zip, count) : await excelTabs(zip, count)
  return tabs.map((tab) => ({ ...tab, ...squared(tab) }))
}

async function excelTabs(zip: Zip, count: CellCount): Promise<Tab[]> {
  const { tabs, strings, styles, isFrom1904 } = await findParts(zip)
  const context = {
    isFrom1904,
    strings: await readIfThere(strings, readStrings),
    styles: await readIfThere(styles, readCellStyles),
  }
  const read: Tab[] = []
  for (const { name, part, isHidden } of tabs)
    read.push({ tab: name, isHidden, ...(await readWorksheet(zip.pieces(part), context, count)) })
  return read

  async function readIfThere<Item>(part: string, reader: (pieces: AsyncIterable<Uint8Array>) => Promise<Item[]>) {
    return zip.names.has(part) ? reader(zip.pieces(part)) : []
  }
}

async function openDocumentTabs(zip: Zip, count: CellCount): Promise<Tab[]> {
  await refuseLocked(zip)
  return readContent(zip.pieces('content.xml'), count)
}

/** @throws Unreadable for zips of other programs, by name. */
function refuseOthers({ names }: Zip): void {
  const has = (part: (name: string) => boolean) => [...names].some(part)
  if (has((name) => name.endsWith('.iwa'))) throw new Unreadable('numbers')
  if (has((name) => /^(word|ppt)\//.test(name))) throw new Unreadable('binary')
}

/** Makes the rows that may be headings as long as the longest of all: a column without a heading is a column too, as separators say in a file of text. */
function squared({ rows, hiddenRows }: Pick<Tab, 'rows' | 'hiddenRows'>): Pick<Tab, 'rows' | 'hiddenRows'> {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const hidden = new Set<SheetRow>()
  const squaredRows = rows.map((row, index) => {
    const wide =
      index < deepest ? { ...row, cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')] } : row
    if (hiddenRows.has(row)) hidden.add(wide)
    return wide
  })
  return { rows: squaredRows, hiddenRows: hidden }
}
