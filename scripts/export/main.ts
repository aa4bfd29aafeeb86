import { parseArgs } from 'node:util'
import movement from '#movement'
import { onDatabase } from '#scripts/database.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { writeFacts } from './write-facts.ts'

const options = { remote: { type: 'boolean' } } as const

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: false })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Stop(words.export.usage)
  const counts = await onDatabase(values.remote === true, (db) => writeFacts(db, file, movement, new Date()))
  const lines = [...counts].map(([name, rows]) => `${rows.toLocaleString(language).padStart(10)}  ${name}`)
  console.log(`${words.export.written(file)}\n${lines.join('\n')}`)
}
