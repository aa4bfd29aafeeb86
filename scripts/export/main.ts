import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { typedPath } from '#scripts/local/paths.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { writeFacts } from './write-facts.ts'
import { writeSheets } from './write-sheets.ts'
import { writeTables } from './write-tables.ts'

const options = {
  remote: { type: 'boolean' },
  csv: { type: 'string' },
  tables: { type: 'string' },
  people: { type: 'boolean' },
} as const

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values, positionals } = readArguments(args, { options, most: 1, usage: words.export.usage })
  const [file] = positionals
  const { tables: folder, csv, people: withPeople = false } = values
  const isAsked = file ? !withPeople || folder !== undefined : folder !== undefined && csv === undefined
  if (!isAsked) throw new Stop(words.export.usage)
  await onDatabase(values.remote === true, async (db) => {
    const movement = await readMovement(db, fixed)
    if (file) {
      const path = typedPath(file)
      report(path, await writeFacts(db, path, movement, new Date()))
      if (csv !== undefined) await writeSheets(path, typedPath(csv))
    }
    if (folder !== undefined)
      report(typedPath(folder), await writeTables(db, typedPath(folder), { movement, language, withPeople }))
  })
}

function report(path: string, counts: ReadonlyMap<string, number>): void {
  const lines = [...counts].map(([name, rows]) => `${rows.toLocaleString(language).padStart(10)}  ${name}`)
  console.log(`${words.export.written(path)}\n${lines.join('\n')}`)
}
