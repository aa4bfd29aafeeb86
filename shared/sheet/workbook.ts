import readExcelFile from 'read-excel-file/node'
import { maxColumns, maxRows, type SheetRow } from './delimited.ts'
import { Unreadable } from './unreadable.ts'

export type Tab = { tab: string; rows: SheetRow[] }

/** In bytes: a workbook is a zip, and a small zip may hold a sheet that fills the memory. */
const maxUnpacked = 400_000_000

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
  if (unpackedSize(bytes) > maxUnpacked) throw new Unreadable('too_large', maxUnpacked / 1_000_000)
  const tabs = await readExcelFile(Buffer.from(bytes)).catch((error: unknown) => {
    throw new Unreadable('damaged_excel', error instanceof Error ? error.name : '')
  })
  return tabs.map(({ sheet, data }) => ({ tab: sheet, rows: tabRows(data) }))
}

function tabRows(data: readonly (readonly unknown[])[]): SheetRow[] {
  if (data.length > maxRows) throw new Unreadable('too_many_rows', maxRows)
  return data.flatMap((row, index) => {
    if (row.length > maxColumns) throw new Unreadable('too_many_columns', maxColumns)
    const cells = row.map(cellText)
    return cells.some((cell) => cell.trim() !== '') ? [{ line: index + 1, cells }] : []
  })
}

/** Excel keeps days, numbers and yes or no as such. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value)
}

/** What a zip says that its files take unpacked, in bytes (APPNOTE 4.3.12 and 4.3.16); 0 when it has no directory. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === null) return 0
  let at = view.getUint32(end + 16, true)
  let sum = 0
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    sum += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return sum
}

/** A zip ends with where its directory is, and a comment of at most 65,535 bytes. */
function directoryEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
