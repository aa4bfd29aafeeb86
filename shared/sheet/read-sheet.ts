import { fold } from '#shared/record/fold.ts'
import { otherContainer } from './container.ts'
import { decodeText } from './decode.ts'
import {
  type Delimiter,
  delimiters,
  parseDelimited,
  peekDelimited,
  type SheetRow,
  withoutDelimiterLine,
  withoutWholeQuotes,
} from './delimited.ts'
import type { KindName, SheetKinds } from './kinds.ts'
import { isPastTab } from './past-title.ts'
import { findRunaway } from './quotes.ts'
import type { ReadingRemark } from './reading-remark.ts'
import { deepest, type Hints, known, type Recognised, type RecognisedSheet, recognise } from './recognise.ts'
import { Unreadable } from './unreadable.ts'
import { isWorkbook, readWorkbook, type Tab } from './workbook.ts'

/** In bytes: 100,000 groups with their referents take half of it. */
export const maxFileSize = 50_000_000

/** `hidden`: tabs and rows that somebody hid, and tabs of what is past, are read too. `as`: what somebody said that a sheet of this title is. `today`: the movement's day, as `YYYY-MM-DD`: without it any end of a term may be over. */
export type Wanted = { hidden?: boolean; as?: (title: string) => KindName | undefined; today?: string }

/**
 * The sheets of one file: one of a CSV, those that we recognise of a workbook.
 * @throws Unreadable
 */
export async function readSheets(
  name: string,
  bytes: Uint8Array,
  kinds: SheetKinds,
  wanted: Wanted = {},
): Promise<RecognisedSheet[]> {
  if (bytes.length > maxFileSize) throw new Unreadable('too_large', maxFileSize / 1_000_000)
  const other = otherContainer(bytes)
  if (other) throw new Unreadable(other)
  if (isWorkbook(bytes)) return (await workbookSheets(name, bytes, kinds, wanted)).map(withAddressRemark)
  const { text, remarks } = decodeText(bytes)
  const sheet = delimitedSheet(withoutDelimiterLine(text), kinds, hintsOf(name, wanted))
  return [withAddressRemark({ ...sheet, title: name, remarks })]
}

/** Groups are told apart by their address, and it is kept nowhere: whoever has such a column reads that. */
function withAddressRemark(sheet: RecognisedSheet): RecognisedSheet {
  if (sheet.kind !== 'groups') return sheet
  const column = sheet.columns.find(({ part, field }) => part === 'key' && field === 'address')
  if (!column || !sheet.rows.some(({ cells }) => cells[column.index]?.trim())) return sheet
  const detail = sheet.headings[column.index] ?? ''
  return { ...sheet, remarks: [...sheet.remarks, { code: 'address_not_kept', detail }] }
}

function hintsOf(title: string, { as, today }: Wanted): Hints & { title: string } {
  return { title, as: as?.(title), today }
}

function delimitedSheet(raw: string, kinds: SheetKinds, hints: Hints): Omit<RecognisedSheet, 'remarks' | 'title'> {
  if (raw.trim() === '') throw new Unreadable('empty')
  const text = findDelimiter(raw, kinds, hints) ? raw : (withoutWholeQuotes(raw) ?? raw)
  const found = findDelimiter(text, kinds, hints)
  if (!found)
    throw new Unreadable(
      'headings_unknown',
      likeliestHeadings(delimiters.map((one) => peekDelimited(text, one, deepest))),
    )
  const runaway = findRunaway(text, found.delimiter, found.recognised.headings.length)
  if (runaway) throw new Unreadable('quote_open', runaway.line)
  const rows = parseDelimited(text, found.delimiter)
  return toSheet(rows, recognise(rows, kinds, hints) ?? found.recognised, found.delimiter)
}

/** Rows that show which delimiter makes sense. */
const peeked = deepest + 20

/** The delimiter with which the headings make most sense. */
function findDelimiter(
  text: string,
  kinds: SheetKinds,
  hints: Hints,
): { delimiter: Delimiter; recognised: Recognised } | null {
  const beginning = text.slice(0, 200_000)
  const candidates = delimiters.flatMap((delimiter) => {
    const recognised = recognise(peekDelimited(beginning, delimiter, peeked), kinds, hints)
    return recognised ? [{ delimiter, recognised }] : []
  })
  const [best] = candidates.sort((a, b) => known(b.recognised) - known(a.recognised))
  return best ?? null
}

async function workbookSheets(
  name: string,
  bytes: Uint8Array,
  kinds: SheetKinds,
  wanted: Wanted,
): Promise<RecognisedSheet[]> {
  const { hidden } = wanted
  const all = await readWorkbook(bytes)
  const tabs = all.filter((tab) => hidden || !(tab.isHidden || isPastTab(tab.tab)))
  const leftOut = all.filter((tab) => !tabs.includes(tab)).map(({ tab }) => tab)
  const sheets = tabs.flatMap((tab) => {
    const rows = hidden ? tab.rows : tab.rows.filter((row) => !tab.hiddenRows.has(row))
    const title = all.length > 1 ? `${name} (${tab.tab})` : name
    const recognised = recognise(rows, kinds, hintsOf(title, wanted))
    if (!recognised) return []
    return [{ tab: tab.tab, sheet: { ...toSheet(rows, recognised, null), title, remarks: hiddenRemarks(tab, rows) } }]
  })
  const earlier = hidden ? new Set() : ofEarlierYears(sheets.map(({ tab, sheet }) => ({ tab, kind: sheet.kind })))
  const [first, ...others] = sheets.flatMap(({ tab, sheet }) => (earlier.has(tab) ? [] : [sheet]))
  const remark = leftOutRemark(all.map(({ tab }) => tab).filter((tab) => leftOut.includes(tab) || earlier.has(tab)))
  if (first) return [{ ...first, remarks: [...remark, ...first.remarks] }, ...others]
  if (tabs.length === 0 && leftOut.length > 0) throw new Unreadable('only_hidden', leftOut.join(', '))
  throw new Unreadable('headings_unknown', likeliestHeadings(tabs.map(({ rows }) => rows.slice(0, deepest))))
}

const year = /(?:19|20)\d\d/g

/** Tabs that differ from another in their year alone, of groups and their people, and are older (`2024` beside `2026`). What people did in a year stays. */
function ofEarlierYears(sheets: readonly { tab: string; kind: KindName }[]): Set<string> {
  const lasting = sheets.filter(({ kind }) => kind === 'groups' || kind === 'referents' || kind === 'members')
  const dated = lasting.flatMap(({ tab }) => {
    const years = tab.slice(0, 100).match(year)
    return years ? [{ tab, of: fold(tab.slice(0, 100).replace(year, '')), last: years.toSorted().at(-1) ?? '' }] : []
  })
  const series = Map.groupBy(dated, ({ of }) => of)
  return new Set(
    dated.filter(({ of, last }) => series.get(of)?.some((other) => other.last > last)).map(({ tab }) => tab),
  )
}

function leftOutRemark(tabs: readonly string[]): ReadingRemark[] {
  return tabs.length > 0 ? [{ code: 'tabs_left_out', detail: tabs.join(', ') }] : []
}

function hiddenRemarks(tab: Tab, rows: readonly SheetRow[]): ReadingRemark[] {
  const count = tab.rows.length - rows.length
  return count > 0 ? [{ code: 'rows_hidden', detail: String(count) }] : []
}

function toSheet(
  rows: readonly SheetRow[],
  { rowIndex, ...recognised }: Recognised,
  delimiter: Delimiter | null,
): Omit<RecognisedSheet, 'remarks' | 'title'> {
  const below = rows.slice(rowIndex + 1)
  const lines = (rows.at(-1)?.line ?? 0) - (rows[rowIndex]?.line ?? 0)
  return { ...recognised, rows: below, blankRows: lines - below.length, delimiter }
}

/** Of sheets, or of one sheet read in several ways, the row that says most: titles and remarks above it fill a cell or two. */
function likeliestHeadings(readings: readonly (readonly SheetRow[])[]): string {
  const rows = readings.flat().map(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
  const widest = rows.reduce((most, row) => (row.length > most.length ? row : most), [])
  return widest.join(', ').slice(0, 300)
}
