import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { Connection } from '#hosts/node/connection.ts'
import { d1Over } from '#hosts/node/d1-over-sqlite.ts'
import { listMigrations, readMigrations } from '#shared/db/migrations.ts'
import { listParts, listTriggers } from '#shared/db/soundness.ts'
import { applyMigrations, migrationNames } from './migrate.ts'

/**
 * Whether a database has other tables, indexes, triggers or views than its migrations made: another program took a table away, or emptied the
 * list of migrations. What others have added is theirs. Nothing is said of a newer database.
 */
export async function isOtherThanMigrated(db: D1Database): Promise<boolean> {
  const names = await migrationNames()
  const applied = await readMigrations(db)
  if (applied.some((name) => !names.includes(name))) return false
  const there = await listParts(db)
  const missing = names.filter((name) => !applied.includes(name))
  const made = await partsMadeBy(applied, missing)
  if (made === null) return true
  const [due, later] = made
  return [...due].some((part) => !there.has(part)) || [...later].some((part) => !due.has(part) && there.has(part))
}

/** The triggers of a migrated database that no migration made. */
export async function addedTriggers(db: D1Database): Promise<string[]> {
  const [made] = (await partsMadeBy(await migrationNames(), [])) ?? []
  return (await listTriggers(db)).filter((name) => !made?.has(name))
}

/** The parts that some migrations make, and those that are there after others too; null where the others must come before. */
async function partsMadeBy(
  applied: readonly string[],
  missing: readonly string[],
): Promise<[due: Set<string>, later: Set<string>] | null> {
  const sqlite = new DatabaseSync(':memory:')
  const db = d1Over(new Connection(sqlite, () => undefined))
  try {
    await listMigrations(db)
    await applyMigrations(db, applied)
    const due = await listParts(db)
    await applyMigrations(db, missing)
    return [due, await listParts(db)]
  } catch {
    return null
  } finally {
    sqlite.close()
  }
}
