import * as z from 'zod'
import { migrationNames } from '#scripts/local/migrate.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { wrangler } from './wrangler.ts'

// What wrangler prints with --json: an answer for each statement
const answersSchema = z.tuple([z.object({ results: z.array(z.object({ name: z.string() })) })])

/** Code that is older than its database would be deployed over it, and fail in front of people. @throws Stop */
export async function checkDatabase(where: readonly string[] = ['--remote']): Promise<void> {
  const names = await appliedMigrations(where)
  const known = await migrationNames()
  const newer = names.filter((name) => !known.includes(name))
  if (newer.length > 0) throw new Stop(words.databaseNewer(newer.join(', ')))
}

/** None when the database has none yet, or cannot be asked: the next step says why. */
async function appliedMigrations(where: readonly string[]): Promise<string[]> {
  const sql = 'SELECT name FROM d1_migrations ORDER BY id'
  const asked = ['d1', 'execute', 'relance', ...where, '--env', 'forms', '--json', '--command', sql]
  const { ok, output } = await wrangler(asked, { isQuiet: true })
  return ok ? readNames(output) : []
}

/** The names in what wrangler says, which may warn of something else (`▲ [WARNING] …`) before its answer or after it. */
export function readNames(output: string): string[] {
  const lines = output.split(/\r?\n/)
  const start = lines.indexOf('[')
  const end = lines.indexOf(']', start)
  if (start < 0 || end < 0) return []
  const [{ results }] = answersSchema.parse(JSON.parse(lines.slice(start, end + 1).join('\n')))
  return results.map(({ name }) => name)
}
