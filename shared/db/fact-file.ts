import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { type Fact, readFact } from './facts.ts'

/** Says in a file's header that it is one of ours (SQLite, application_id): `RLNC`. */
export const applicationId = 0x524c_4e43

export function readApplicationId(file: DatabaseSync): unknown {
  return file.prepare('PRAGMA application_id').get()?.application_id
}

/** A table that says what the others mean: it travels with them. */
export function describeFacts(file: DatabaseSync, facts: readonly Fact[], timeZone: string, now: Date): void {
  file.exec('CREATE TABLE about ("table" TEXT NOT NULL, "column" TEXT, meaning TEXT NOT NULL) STRICT')
  const insert = file.prepare('INSERT INTO about VALUES (?, ?, ?)')
  insert.run('about', null, `flat facts, written by Relance at ${now.toISOString()}; days are those of ${timeZone}`)
  for (const { name, means, columns } of facts) {
    insert.run(name, null, means)
    for (const [column, { means: meaning }] of Object.entries(columns)) insert.run(name, column, meaning)
  }
}

/** Gives how many rows were written. */
export async function writeFact(db: D1Database, file: DatabaseSync, fact: Fact, timeZone: string): Promise<number> {
  const columns = Object.entries(fact.columns)
  file.exec(`CREATE TABLE ${fact.name} (${columns.map(([name, { type }]) => `${name} ${type}`).join(', ')}) STRICT`)
  const insert = file.prepare(`INSERT INTO ${fact.name} VALUES (${columns.map(() => '?').join(', ')})`)
  let rows = 0
  for await (const part of readFact(db, fact, timeZone)) {
    file.exec('BEGIN')
    for (const row of part) insert.run(...columns.map(([name]) => row[name] ?? null))
    file.exec('COMMIT')
    rows += part.length
  }
  if ('group_id' in fact.columns) file.exec(`CREATE INDEX ${fact.name}_group ON ${fact.name} (group_id)`)
  return rows
}

/** The names of a file's tables. */
export function listFactTables(file: DatabaseSync): string[] {
  // Which tables has this file?
  const tables = file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
  return tables.all().map(({ name }) => String(name))
}

/** A table of a file: its columns, and its rows as texts, read as they are wanted. `name` is of `listFactTables`. */
export function readFactTable(
  file: DatabaseSync,
  name: string,
): { columns: string[]; rows: Generator<string[], void, undefined> } {
  // What is in this table?
  const statement = file.prepare(`SELECT * FROM "${name}"`)
  return { columns: statement.columns().map((column) => column.name), rows: textsOf(statement) }
}

function* textsOf(statement: StatementSync): Generator<string[], void, undefined> {
  for (const row of statement.iterate()) yield Object.values(row).map((value) => String(value ?? ''))
}
