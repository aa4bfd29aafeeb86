import { setFlagsFromString } from 'node:v8'
import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { dataFolder, typedPath } from '#scripts/local/paths.ts'
import { quoted } from '#scripts/quoted.ts'
import { Stop } from '#scripts/run.ts'
import { asCalled, language as machineLanguage } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { type KindName, sheetKinds } from '#shared/sheet/kinds.ts'
import { isLanguage, type Language, languages } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import { checkHeadings } from './check-headings.ts'
import { importFiles } from './import-files.ts'
import { readFiles, type Unread } from './read-files.ts'
import { kindsSaid, meaningsSaid, unmetHeadings } from './said.ts'
import { showColumns } from './show-columns.ts'
import { giveTemplateTo } from './template.ts'
import { townsOf } from './towns.ts'

/** How many things of each kind the preview tells one by one, unless everything is asked for. */
const shortList = 12

type Request = {
  files: string[]
  apply: boolean
  all: boolean
  hidden: boolean
  json: boolean
  as: (title: string) => KindName | undefined
  means: Record<string, string>
  remote: boolean
  asks: 'columns' | 'template' | null
  language: Language
}

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const request = readRequest(args)
  const { sheet: text } = textIn(request.language, ourWords)
  if (request.files.length === 0 && request.asks === null) throw new Stop(text.usage)
  outliveReader()
  // What a row leaves behind is collected before the heap grows much beyond what is in use: 100,000 groups fit 512 MB
  setFlagsFromString('--heap-growing-percent=10')
  await onDatabase(request.remote, async (db) => importInto(db, await readMovement(db, fixed), request, args))
}

async function importInto(db: D1Database, movement: Movement, request: Request, args: string[]): Promise<void> {
  const kinds = sheetKinds({ ...movement, headings: { ...movement.headings, ...request.means } })
  checkHeadings(kinds)
  if (request.asks === 'template') return giveTemplateTo(request.files.map(typedPath)[0], movement, request.language)
  if (request.asks) return console.log(showColumns(kinds, request.language).join('\n'))
  const { day: today } = localTime(new Date(), movement.timeZone)
  const { files, unread } = await readFiles(request.files.map(typedPath), kinds, { ...request, today })
  if (unread.length > 0) throw new Stop(unreadWords(unread, request.language))
  const unmet = unmetHeadings(Object.keys(request.means), files)
  if (unmet.length > 0) throw new Stop(textIn(request.language, ourWords).sheet.meaningUnmet(unmet))
  await importFiles(db, files, {
    movement,
    townsOf,
    newUid: () => crypto.randomUUID(),
    apply: request.apply,
    json: request.json,
    command: `${asCalled('npm run import -- ')}${[...args, '--apply'].map(quoted).join(' ')}`,
    limit: request.all || request.json ? Number.POSITIVE_INFINITY : shortList,
    language: request.language,
    refusedFolder: dataFolder(),
    now: () => new Date(),
    print: (line) => console.log(line),
  })
}

const options = {
  apply: { type: 'boolean' },
  all: { type: 'boolean' },
  hidden: { type: 'boolean' },
  json: { type: 'boolean' },
  as: { type: 'string', multiple: true },
  means: { type: 'string', multiple: true },
  remote: { type: 'boolean' },
  columns: { type: 'boolean' },
  template: { type: 'boolean' },
  language: { type: 'string' },
} as const

function readRequest(args: string[]): Request {
  const { usage, unknownLanguage } = textIn(machineLanguage, ourWords).sheet
  const { values, positionals } = readArguments(args, { options, most: Number.POSITIVE_INFINITY, usage })
  const { language = machineLanguage } = values
  if (!isLanguage(language)) throw new Stop(unknownLanguage(languages))
  return {
    files: positionals,
    apply: values.apply === true,
    all: values.all === true,
    hidden: values.hidden === true,
    json: values.json === true,
    as: kindsSaid(values.as ?? []),
    means: meaningsSaid(values.means ?? []),
    remote: values.remote === true,
    asks: values.columns ? 'columns' : values.template ? 'template' : null,
    language,
  }
}

function unreadWords(unread: readonly Unread[], language: Language): string {
  const { sheet: text } = textIn(language, ourWords)
  const lines = unread.map(({ path, why }) => `${path}\n  ${text.unreadable(why.code, why.detail)}`)
  return [...lines, text.unreadableEnd].join('\n\n')
}

/** Somebody who pipes the preview into `head` stops reading it: the import goes on. */
function outliveReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
