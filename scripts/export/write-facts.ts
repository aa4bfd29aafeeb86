import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { writable } from '#scripts/local/writable.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { applicationId, describeFacts, readApplicationId, writeFact } from '#shared/db/fact-file.ts'
import { allFacts } from '#shared/db/fact-list.ts'
import type { Movement } from '#shared/movement.ts'

type Zone = Pick<Movement, 'timeZone' | 'sections'>

/**
 * Writes the facts to a SQLite file, which comes in place of the last one once it is whole: whoever reads meanwhile sees the old one.
 * Gives how many rows each table has. @throws Stop when a file is there that no export wrote, or nothing can be written there.
 */
export async function writeFacts(db: D1Database, path: string, zone: Zone, now: Date): Promise<Map<string, number>> {
  if (existsSync(path) && !isOurs(path)) throw new Stop(words.export.notOurs(path))
  const draft = `${path}.part`
  return writable(dirname(path), async () => {
    rmSync(draft, { force: true })
    try {
      const counts = await writeDraft(db, draft, zone, now)
      renameSync(draft, path)
      return counts
    } catch (error) {
      rmSync(draft, { force: true })
      throw error
    }
  })
}

async function writeDraft(
  db: D1Database,
  path: string,
  { timeZone, sections }: Zone,
  now: Date,
): Promise<Map<string, number>> {
  const file = new DatabaseSync(path)
  const counts = new Map<string, number>()
  try {
    file.exec(`PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF`)
    const facts = allFacts(sections)
    describeFacts(file, facts, timeZone, now)
    for (const fact of facts) counts.set(fact.name, await writeFact(db, file, fact, timeZone))
    return counts
  } finally {
    file.close()
  }
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
