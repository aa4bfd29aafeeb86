import type { DatabaseSync } from 'node:sqlite'

/** D1 takes statements of 100,000 bytes at most (its limits, "maximum SQL statement length"). */
const statementBytes = 90_000

/**
 * A whole database as statements for an empty one: tables, rows, and only then views, indexes and triggers, as counters that triggers
 * keep are rows too. Tables come after those that they refer to, since D1 checks foreign keys at each statement.
 */
export function* dumpDatabase(file: DatabaseSync): Generator<string> {
  const tables = inOrderOfReference(file, listSchema(file, 'table'))
  for (const { sql } of tables) yield sql
  for (const { name } of tables) yield* dumpRows(file, name)
  for (const type of ['view', 'index', 'trigger']) for (const { sql } of listSchema(file, type)) yield sql
}

type Entry = { name: string; sql: string }

function listSchema(file: DatabaseSync, type: string): Entry[] {
  // What did migrations make? Not what SQLite and workerd keep for themselves
  const statement = file.prepare(
    `SELECT name, sql
     FROM sqlite_schema
     WHERE type = ?1 AND sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'
     ORDER BY rowid`,
  )
  return statement.all(type) as Entry[]
}

function inOrderOfReference(file: DatabaseSync, tables: readonly Entry[]): Entry[] {
  // Which tables does this one refer to?
  const referred = file.prepare('SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list(?1)')
  const ordered = new Set<Entry>()
  const add = (entry: Entry) => {
    if (ordered.has(entry)) return
    const names = referred.all(entry.name).map(({ name }) => name)
    for (const other of tables) if (other !== entry && names.includes(other.name)) add(other)
    ordered.add(entry)
  }
  for (const entry of tables) add(entry)
  return [...ordered]
}

/** The rows of a table, as many to a statement as D1 takes. */
function* dumpRows(file: DatabaseSync, table: string): Generator<string> {
  // Which columns are kept, rather than computed?
  const columns = file.prepare('SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid')
  const names = columns.all(table).map(({ name }) => quoted(String(name)))
  const values = names.map((name) => `quote(${name})`).join(" || ',' || ")
  // Each row as SQL writes it
  const rows = file.prepare(`SELECT '(' || ${values} || ')' AS row FROM ${quoted(table)}`)
  const head = `INSERT INTO ${quoted(table)} (${names.join(', ')}) VALUES`
  let part: string[] = []
  let bytes = 0
  for (const { row } of rows.iterate()) {
    const size = Buffer.byteLength(String(row)) + 2
    if (part.length > 0 && bytes + size > statementBytes) {
      yield `${head}\n${part.join(',\n')}`
      part = []
      bytes = 0
    }
    part.push(String(row))
    bytes += size
  }
  if (part.length > 0) yield `${head}\n${part.join(',\n')}`
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
