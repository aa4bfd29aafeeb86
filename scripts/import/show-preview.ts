import { styleText } from 'node:util'
import type { Value } from '#shared/record/row.ts'

import { showValue } from '#shared/record/show.ts'
import { folded } from '#shared/sheet/folded.ts'
import { spokenKind } from '#shared/sheet/kinds.ts'
import type { Status } from '#shared/sheet/merge-rows.ts'
import type { NoteCode } from '#shared/sheet/problem.ts'
import { problemWords } from '#shared/sheet/problem-words.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import { headingOf, remarkWords } from '#shared/sheet/remark-words.ts'
import {
  type ChangeLine,
  type Faulted,
  hasNews,
  isAllKnown,
  type Remark,
  type SheetSummary,
  type Some,
  type Summary,
  whoIn,
} from '#shared/sheet/summary.ts'
import type { Language } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import { clip, table, wrapped } from './table.ts'
import { mayMean } from './unsure-headings.ts'

const bold = (text: string) => styleText('bold', text)
const dim = (text: string) => styleText('dim', text)

/** The preview in words, one string a line. */
export function showPreview(summary: Summary, language: Language): string[] {
  const { sheet: text } = textIn(language, ourWords)
  return [
    ...summary.sheets.flatMap((sheet) => [...showSheet(sheet, summary.limit, language), '']),
    ...(hasNews(summary)
      ? [dim(text.legend)]
      : summary.sheets.length > 0
        ? [isAllKnown(summary) ? text.nothingNew : text.nothingTaken]
        : []),
  ]
}

function showSheet(summary: SheetSummary, limit: number, language: Language): string[] {
  const { sheet: text } = textIn(language, ourWords)
  const { sheet, counts, refusedRows, faults } = summary
  const { kind } = sheet
  const statuses: Status[] = ['new', 'changed', 'unchanged', ...(counts.doubled > 0 ? ['doubled' as const] : [])]
  const tally = [
    ...statuses.map((status) => text.status(spokenKind(kind), status, counts[status])),
    ...(refusedRows > 0 ? [text.refused(refusedRows)] : []),
    ...(summary.leftOut.count > 0 ? [text.leftOutRows(summary.leftOut.count)] : []),
    ...(summary.memberships > 0 ? [text.memberships(summary.memberships)] : []),
  ]
  const rows = faults.filter(({ fault }) => fault.loses === 'row')
  const cells = faults.filter(({ fault }) => fault.loses !== 'row')
  return [
    bold(
      text.title(
        sheet.title,
        sheet.shape.title?.[language] ?? text.kinds[spokenKind(kind)],
        text.rows(sheet.rows.length, sheet.blankRows),
      ),
    ),
    sheet.rows.length === 0 ? `  ${text.noRows}` : `  ${tally.join(' · ')}`,
    ...(summary.mailed > 0 ? [`  ${text.mailed(summary.mailed)}`] : []),
    ...sheet.remarks.map(({ code, detail }) => `  ${text.readings[code](clip(detail, 200))}`),
    ...(sheet.unsure.length > 0 ? [`  ${text.unsure(sheet.unsure, mayMean(sheet, language))}`] : []),
    ...(sheet.ignored.length > 0 ? [`  ${text.ignored(sheet.ignored)}`] : []),
    ...(sheet.repeated.length > 0 ? [`  ${text.repeated(sheet.repeated)}`] : []),
    ...showLeftOut(summary, language),
    ...showFaults(text.refusedTitle(rows.length), rows, limit, language),
    ...showFaults(text.cellsTitle(cells.length), cells, limit, language),
    ...showChanges(summary, limit, language),
    ...showMade(summary, limit, language),
    ...[...summary.remarks].flatMap(([code, remarks]) => showRemarks(code, remarks, sheet, language)),
  ]
}

/** Rows that are no groups, by what they are, in few lines. */
function showLeftOut({ leftOut }: SheetSummary, language: Language): string[] {
  if (leftOut.count === 0) return []
  const { sheet: text } = textIn(language, ourWords)
  const named = leftOut.first.map(
    ({ entry, why }) => `${clip(whoIn(entry), 18) || text.nonRows[why]} (${text.line(entry.row.line)})`,
  )
  return [
    ...title(text.leftOutTitle, leftOut.count, language),
    ...wrapped(named).map((line) => `    ${line}`),
    ...more(leftOut.first.length, leftOut.count, language),
  ]
}

function title(words: string, count: number, language: Language): string[] {
  return ['', `  ${bold(words)}${count > 1 ? ` (${count.toLocaleString(language)})` : ''}`]
}

function more(shown: number, count: number, language: Language): string[] {
  return count > shown ? [dim(`    ${textIn(language, ourWords).sheet.more(count - shown)}`)] : []
}

function showFaults(words: string, faults: readonly Faulted[], limit: number, language: Language): string[] {
  if (faults.length === 0) return []
  const { sheet: text } = textIn(language, ourWords)
  const first = folded(faults).slice(0, limit)
  const heads = table(
    first.map(({ who, entry, fault, again }) => [
      again > 0 ? text.lineAndMore(entry.row.line, again) : text.line(entry.row.line),
      who === fault.value ? '' : clip(who || text.emptyCell),
      clip(entry.sheet.headings[fault.columns[0] ?? -1] ?? ''),
      fault.columns.length > 0 ? clip(fault.value || text.emptyCell) : '',
    ]),
  )
  const lines = first.flatMap(({ fault }, index) => [
    `    ${heads[index]}`,
    dim(`      → ${problemWords(fault.problem, language, ourWords)}`),
  ])
  return [
    ...title(words, 1, language),
    ...lines,
    ...more(
      first.reduce((sum, { again }) => sum + again, first.length),
      faults.length,
      language,
    ),
  ]
}

function showChanges({ sheet, changes }: SheetSummary, limit: number, language: Language): string[] {
  if (changes.count === 0) return []
  const { sheet: text } = textIn(language, ourWords)
  const lines = changes.first.slice(0, limit).flatMap(({ who, lines }) => {
    const cells = lines.map((line) => changeCells(line, sheet, language))
    return [`    ${clip(who, 60)}`, ...table(cells).map((row) => `      ${row}`)]
  })
  return [
    ...title(text.changedTitle(spokenKind(sheet.kind), changes.count), changes.count, language),
    ...lines,
    ...more(changes.first.length, changes.count, language),
  ]
}

function changeCells(line: ChangeLine, sheet: RecognisedSheet, language: Language): string[] {
  const { sheet: text } = textIn(language, ourWords)
  if ('added' in line) return [clip(line.row), text.arrives]
  const field = sheet.shape.parts[line.list === 'referents' ? 'referent' : 'own']?.[line.field]
  const show = (value: Value) => (field ? clip(showValue(field, value, language), 50) : String(value))
  const isOwn = line.list === null || line.list === 'group'
  const named = isOwn ? headingOf(sheet, 'own', line.field) : line.field
  const words = named === line.field ? (field?.label[language] ?? line.field) : named
  const label = [line.row, words].filter((part) => part !== '').join(', ')
  return [clip(label, 50), `${show(line.before)} → ${show(line.after)}`]
}

function showMade({ sheet, made }: SheetSummary, limit: number, language: Language): string[] {
  if (made.count === 0 || limit < made.count) return []
  const { sheet: text } = textIn(language, ourWords)
  return [
    ...title(text.newTitle(spokenKind(sheet.kind), made.count), made.count, language),
    ...made.first.map((name) => `    ${name}`),
  ]
}

/** Remarks that say no more than a name stand in one line. */
const plainRemarks: ReadonlySet<NoteCode> = new Set(['no_referent', 'state_assumed'])

function showRemarks(code: NoteCode, remarks: Some<Remark>, sheet: RecognisedSheet, language: Language): string[] {
  const { sheet: text } = textIn(language, ourWords)
  const lines = plainRemarks.has(code)
    ? wrapped(remarks.first.map(({ who }) => who)).map((line) => `    ${line}`)
    : table(
        remarks.first.map((remark) => [
          clip(remark.who),
          remarkWords(remark, sheet, { language, movement: ourWords, cut: clip }),
        ]),
      ).map((line) => `    ${line}`)
  return [
    ...title(text.notes[code], remarks.count, language),
    ...lines,
    ...more(remarks.first.length, remarks.count, language),
  ]
}
