import { existsSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { type Fact, facts, readFact } from '#shared/db/facts.ts'

/** Says in a file's header that it is one of ours (SQLite, application_id): `RLNC`. */
const applicationId = 0x524c_4e43

/**
 * Writes the facts to a SQLite file, which comes in place of the last one once it is whole: whoever reads meanwhile sees the old one.
 * Gives how many rows each table has. @throws Stop when a file is there that no export wrote.
 */
export async function writeFacts(db: D1Database, path: string, now: Date): Promise<Map<string, number>> {
  if (existsSync(path) && !isOurs(path)) throw new Stop(words.export.notOurs(path))
  const draft = `${path}.part`
  rmSync(draft, { force: true })
  const file = new DatabaseSync(draft)
  const counts = new Map<string, number>()
  try {
    file.exec(`PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF`)
    describe(file, now)
    for (const fact of facts) counts.set(fact.name, await writeFact(db, file, fact))
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
      return file.prepare('PRAGMA application_id').get()?.application_id === applicationId
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) return false
    throw error
  }
}

/** A table that says what the others mean: it travels with them. */
function describe(file: DatabaseSync, now: Date): void {
  file.exec('CREATE TABLE about ("table" TEXT NOT NULL, "column" TEXT, meaning TEXT NOT NULL) STRICT')
  const insert = file.prepare('INSERT INTO about VALUES (?, ?, ?)')
  insert.run('about', null, `flat facts, written by Relance at ${now.toISOString()}`)
  for (const { name, means, columns } of facts) {
    insert.run(name, null, means)
    for (const [column, { means: meaning }] of Object.entries(columns)) insert.run(name, column, meaning)
  }
}

async function writeFact(db: D1Database, file: DatabaseSync, fact: Fact): Promise<number> {
  const columns = Object.entries(fact.columns)
  file.exec(`CREATE TABLE ${fact.name} (${columns.map(([name, { type }]) => `${name} ${type}`).join(', ')}) STRICT`)
  const insert = file.prepare(`INSERT INTO ${fact.name} VALUES (${columns.map(() => '?').join(', ')})`)
  let rows = 0
  for await (const part of readFact(db, fact)) {
    file.exec('BEGIN')
    for (const row of part) insert.run(...columns.map(([name]) => row[name] ?? null))
    file.exec('COMMIT')
    rows += part.length
  }
  if ('group_id' in fact.columns) file.exec(`CREATE INDEX ${fact.name}_group ON ${fact.name} (group_id)`)
  return rows
}
