import type { Entry } from './problem.ts'
import type { RecognisedSheet } from './recognise.ts'
import type { Faulted, SheetSummary, Summary } from './summary.ts'
import { whoIn } from './summary.ts'

/** What an import would do, for programs: the same as the preview shows. */
export function summaryData({ sheets }: Summary, doubtful: readonly RecognisedSheet[]) {
  return {
    sheets: sheets.map(sheetData),
    asked: doubtful.map(({ title, kind, doubt, rows }) => ({ title, kind, doubt, rows: rows.length })),
    mailed: sheets.reduce((sum, { mailed }) => sum + mailed, 0),
  }
}

function sheetData(summary: SheetSummary) {
  const { sheet, counts, refusedRows, leftOut, faults, mailed } = summary
  return {
    title: sheet.title,
    kind: sheet.kind,
    rows: sheet.rows.length,
    blankRows: sheet.blankRows,
    counts: { ...counts, refused: refusedRows, leftOut: leftOut.count },
    mailed,
    recipients: summary.recipients.first,
    columns: sheet.columns.map(({ index, others, part, field, number }) => ({
      headings: [index, ...others].map((at) => sheet.headings[at] ?? ''),
      means: { part, field, number },
    })),
    unsure: sheet.unsure,
    ignored: sheet.ignored,
    remarks: sheet.remarks,
    faults: faults.map(faultData),
    leftOut: leftOut.first.map(({ entry, why }) => ({ ...rowData(entry), why })),
    made: summary.made.first,
    changes: summary.changes.first,
    notes: [...summary.remarks.values()].flatMap(({ first }) =>
      first.map(({ who, entry, note }) => ({ ...rowData(entry), who, ...note })),
    ),
  }
}

function rowData(entry: Entry) {
  return { line: entry.row.line, name: whoIn(entry) }
}

function faultData({ who, entry, fault }: Faulted) {
  const { columns, value, problem, loses } = fault
  return { ...rowData(entry), who, heading: entry.sheet.headings[columns[0] ?? -1] ?? null, value, problem, loses }
}
