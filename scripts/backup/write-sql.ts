import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { writable } from '#scripts/local/writable.ts'
import { dumpDatabase } from '#shared/db/dump.ts'

/**
 * Writes a database file as SQL for an empty D1 database; Relance may run meanwhile. Gives the size in bytes.
 * @throws Stop when it cannot be written there.
 */
export async function writeSql(file: string, into: string): Promise<number> {
  const draft = `${into}.part`
  return writable(dirname(into), async () => {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 20_000 })
    try {
      // One instant for all tables
      database.exec('BEGIN')
      await writeStatements(draft, dumpDatabase(database))
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    } finally {
      database.close()
    }
    await rename(draft, into)
    return (await stat(into)).size
  })
}

async function writeStatements(path: string, statements: Iterable<string>): Promise<void> {
  // People's addresses are in it
  const sql = await open(path, 'w', 0o600)
  try {
    for (const statement of statements) await sql.write(`${statement};\n`)
  } finally {
    await sql.close()
  }
}
