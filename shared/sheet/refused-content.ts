import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { problemWords } from './problem-words.ts'
import { refusedSheet } from './refused-rows.ts'
import type { SheetSummary } from './summary.ts'
import { spreadsheetOptions, writeSheet } from './write-sheet.ts'

/** The refused rows of a sheet as a file to mend and bring again, each with what is wrong. */
export function refusedContent({ sheet, faults }: SheetSummary, language: Language, movement: OwnWords): string {
  const { sheet: text } = textIn(language, movement)
  const refused = faults.map(({ entry, fault }) => {
    const column = sheet.headings[fault.columns[0] ?? -1] ?? ''
    return {
      entry,
      fault,
      reason: text.reason(entry.row.line, column, problemWords(fault.problem, language, movement)),
    }
  })
  const spreadsheet = spreadsheetOptions(language)
  const delimiter = sheet.delimiter ?? spreadsheet.delimiter
  return writeSheet(refusedSheet(sheet, refused, language), { ...spreadsheet, delimiter })
}
