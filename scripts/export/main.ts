import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { typedPath } from '#scripts/local/paths.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { writeFacts } from './write-facts.ts'
import { writeSheets } from './write-sheets.ts'

const options = { remote: { type: 'boolean' }, csv: { type: 'string' } } as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values, positionals } = readArguments(args, { options, most: 1, usage: words.export.usage })
  const [file] = positionals
  if (!file) throw new Stop(words.export.usage)
  const path = typedPath(file)
  const counts = await onDatabase(values.remote === true, async (db) =>
    writeFacts(db, path, await readMovement(db, fixed), new Date()),
  )
  if (values.csv !== undefined) await writeSheets(path, typedPath(values.csv))
  const lines = [...counts].map(([name, rows]) => `${rows.toLocaleString(language).padStart(10)}  ${name}`)
  console.log(`${words.export.written(path)}\n${lines.join('\n')}`)
}
