import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { sheetKinds } from './kinds.ts'
import { writeOds } from './ods/write-ods.ts'
import { templateColumns } from './template-sheet.ts'
import { spreadsheetOptions, writeSheet } from './write-sheet.ts'
import { writeXlsx } from './xlsx/write-xlsx.ts'

/** The kinds of files that a sheet to fill in comes as. */
export const templateFormats = ['ods', 'xlsx', 'csv'] as const
export type TemplateFormat = (typeof templateFormats)[number]

/** An empty sheet of groups to fill in; as a workbook it offers choices, and keeps `08` as it is typed. */
export async function* writeTemplate(
  movement: Movement,
  format: TemplateFormat,
  language: Language,
): AsyncGenerator<string | Uint8Array<ArrayBuffer>> {
  const columns = templateColumns(sheetKinds(movement), movement.languages, language)
  const tab = textIn(language, movement).sheet.templateTab
  if (format === 'xlsx') yield* writeXlsx({ tab, columns })
  else if (format === 'ods') yield* writeOds(tab, columns)
  else yield writeSheet([columns.map(({ heading }) => heading)], spreadsheetOptions(language))
}
