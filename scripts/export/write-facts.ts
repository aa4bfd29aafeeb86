import { existsSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { applicationId, describeFacts, readApplicationId, writeFact } from '#shared/db/fact-file.ts'
import { facts } from '#shared/db/facts.ts'

/**
 * Writes the facts to a SQLite file, which comes in place of the last one once it is whole: whoever reads meanwhile sees the old one.
 * Gives how many rows each table has. @throws Stop when a file is there that no export wrote.
 */
export async function writeFacts(
  db: D1Database,
  path: string,
  { timeZone }: { timeZone: string },
  now: Date,
): Promise<Map<string, number>> {
  if (existsSync(path) && !isOurs(path)) throw new Stop(words.export.notOurs(path))
  const draft = `${path}.part`
  rmSync(draft, { force: true })
  const file = new DatabaseSync(draft)
  const counts = new Map<string, number>()
  try {
    file.exec(`PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF`)
    describeFacts(file, timeZone, now)
    for (const fact of facts) counts.set(fact.name, await writeFact(db, file, fact, timeZone))
  } finally {
    file.close()
  }
  renameSync(draft, path)
  return counts
}

function isOurs(path: string): boolean {
  try {
    const file = new DatabaseSync(path, { readOnly: true })
    try {
      return readApplicationId(file) === applicationId
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) return false
    throw error
  }
}
