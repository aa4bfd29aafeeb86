import type { D1Database } from '@cloudflare/workers-types'
import { importAtOnce } from '#shared/actions/import-rows/import-at-once.ts'
import { type ImportSettings, readImportContext } from '#shared/actions/import-rows/import-context.ts'
import type { Applied } from '#shared/actions/import-rows/import-rows.ts'
import { previewImport } from '#shared/actions/import-rows/preview-import.ts'
import { isOwnName } from '#shared/record/own-fields.ts'
import type { spokenKind } from '#shared/sheet/kinds.ts'
import { refusedContent } from '#shared/sheet/refused-content.ts'
import { hasNews, type Summary } from '#shared/sheet/summary.ts'
import { summaryData } from '#shared/sheet/summary-data.ts'
import type { Language } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import type { SheetFile } from './read-files.ts'
import { writeRefused } from './refused-file.ts'
import { showDoubts } from './show-doubts.ts'
import { showPreview } from './show-preview.ts'

export type ImportOptions = ImportSettings & {
  apply: boolean
  /** The preview as data for programs, in place of words. */
  json?: boolean
  /** What to type to have it applied. */
  command: string
  /** How many things of each kind the preview tells one by one. */
  limit: number
  language: Language
  /** Where files of refused rows go when their source's folder may not be written; null: they are not written. */
  refusedFolder: string | null
  now: () => Date
  print: (line: string) => void
}

/** Shows what files of sheets would change; then, when asked to, changes it and says so. */
export async function importFiles(
  db: D1Database,
  files: readonly SheetFile[],
  options: ImportOptions,
): Promise<{ summary: Summary; applied: Applied | null }> {
  const { print, language } = options
  const say = options.json ? () => undefined : print
  const sheets = files.flatMap((file) => file.sheets)
  for (const line of showDoubts(sheets, language)) say(line)
  const importContext = await readImportContext(
    db,
    sheets.filter(({ doubt }) => doubt === null),
    options,
  )
  const { summary, applied } = options.apply
    ? await importAtOnce(importContext, options.limit, options.now())
    : { ...(await previewImport(importContext, options.limit)), applied: null }
  for (const line of showPreview(summary, language)) say(line)
  if (options.json)
    print(
      JSON.stringify(
        summaryData(
          summary,
          sheets.filter(({ doubt }) => doubt !== null),
        ),
        null,
        2,
      ),
    )
  if (applied === null) {
    if (hasNews(summary)) say(`\n${textIn(language, ourWords).sheet.preview(options.command)}`)
    return { summary, applied: null }
  }
  const refused =
    options.refusedFolder === null ? [] : await writeAllRefused(files, summary, options.refusedFolder, language)
  for (const line of showApplied(applied, refused, language)) say(line)
  return { summary, applied }
}

async function writeAllRefused(
  files: readonly SheetFile[],
  summary: Summary,
  fallback: string,
  language: Language,
): Promise<string[]> {
  const written: string[] = []
  for (const { path, sheets } of files) {
    for (const one of summary.sheets.filter(({ sheet, faults }) => sheets.includes(sheet) && faults.length > 0)) {
      written.push(await writeRefused(path, refusedContent(one, language, ourWords), fallback))
    }
  }
  return written
}

/** What an import wrote; of groups, those that were made and those that were changed. */
type Written = Exclude<ReturnType<typeof spokenKind>, 'groups'> | 'made' | 'changed'

function showApplied(applied: Applied, refused: readonly string[], language: Language): string[] {
  const { sheet: text } = textIn(language, ourWords)
  const { places, campaigns, languages, members, groups, rows, leftOut } = applied
  const numbers: Readonly<Record<Written, number>> = {
    places,
    campaigns,
    ...groups,
    referents: rows.referents ?? 0,
    participations: rows.campaigns ?? 0,
    trainings: rows.trainings ?? 0,
    activities: rows.activities ?? 0,
    languages,
    members,
    rows: Object.entries(rows).reduce((sum, [list, number]) => (isOwnName(list) ? sum + number : sum), 0),
  }
  const counts = (Object.entries(numbers) as [Written, number][])
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => text.writtenRows[kind](number))
  return [
    ...(counts.length > 0 ? ['', text.written(counts)] : []),
    ...(leftOut.length > 0 ? ['', text.leftOut(leftOut)] : []),
    ...(refused.length > 0 ? ['', text.toMend(refused)] : []),
  ]
}
