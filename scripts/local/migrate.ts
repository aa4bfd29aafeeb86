import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { insertMigration, listMigrations, migrationStatement } from '#shared/db/migrations.ts'
import { root } from './paths.ts'

const folder = join(root, 'migrations')

/** The migrations that the code has, in their order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}

/**
 * Brings a database up to the code, one migration a transaction; gives the names of those it applied. A database that has
 * none is made in one: each transaction waits for the disk.
 * @throws Stop when the database has migrations that the code does not know.
 */
export async function migrate(db: D1Database): Promise<string[]> {
  const names = await migrationNames()
  const applied = await listMigrations(db)
  const unknown = applied.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    throw new Stop(words.databaseNewer(unknown.join(', ')))
  }
  const missing = names.filter((name) => !applied.includes(name))
  const transactions = applied.length === 0 ? [missing] : missing.map((name) => [name])
  for (const together of transactions) {
    try {
      await applyMigrations(db, together)
    } catch (error) {
      // Another program may have been at it at the same moment
      const done = await listMigrations(db)
      if (!together.every((name) => done.includes(name))) throw error
    }
  }
  return missing
}

/** Makes what migrations make, all or nothing, and remembers them. */
export async function applyMigrations(db: D1Database, names: readonly string[]): Promise<void> {
  // D1 takes no batch of nothing
  if (names.length === 0) return
  const statements = await Promise.all(
    names.map(async (name) => {
      const sql = splitStatements(await readFile(join(folder, name), 'utf8'))
      return [...sql.map((one) => migrationStatement(db, one)), insertMigration(db, name)]
    }),
  )
  await db.batch(statements.flat())
}

/** The statements of a migration. A trigger holds statements of its own, up to its END. */
export function splitStatements(sql: string): string[] {
  const lines = sql.split('\n').filter((line) => !/^\s*--/.test(line))
  const statements: string[] = []
  let open: string[] = []
  for (const line of lines) {
    if (line.trim() === '' && open.length === 0) continue
    open.push(line)
    const isTrigger = /^\s*CREATE\s+TRIGGER/i.test(open[0] ?? '')
    if (isTrigger ? /^\s*END;\s*$/i.test(line) : /;\s*$/.test(line)) {
      statements.push(open.join('\n').trim())
      open = []
    }
  }
  if (open.join('').trim() !== '') throw new Error(`a migration ends in mid-statement: ${open[0]}`)
  return statements
}
