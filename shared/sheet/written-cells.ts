import { xmlText } from '#shared/domain/xml-text.ts'

/** Characters that Excel keeps of a cell. */
const longest = 32_767

/** The text of a cell, or of an attribute, as XML holds it. */
export function cellText(text: string): string {
  const held = xmlText(text.slice(0, longest).toWellFormed().replace(/\r\n?/g, '\n'))
  return held.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** What a cell of a workbook holds: a number, a day (2026-12-31), a month (2026-12), or a text that no program takes for anything else. */
export type WrittenCell = string | number | { month: string }

/** The days between 1899-12-30 and a day, as spreadsheets count them; null for what is no day, and before March 1900, where Excel counts a day too many. */
export function dayNumber(cell: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(cell)) return null
  const at = Date.parse(`${cell}T00:00:00Z`)
  const number = at / 86_400_000 + 25_569
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== cell || number < 61 ? null : number
}

/** How a column of a workbook to fill in is kept: its choices are offered, and a text stays one (`08`). */
export type WrittenColumn = { heading: string; kind: 'text' | 'number' | 'day'; choices?: readonly string[] }

/** Rows of a workbook to fill in that offer choices. */
export const rowsToFill = 1000
