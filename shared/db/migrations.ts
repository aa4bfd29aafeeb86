import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** The names of the migrations that this database has, in the table that wrangler keeps too. Makes the table. */
export async function listMigrations(db: D1Database): Promise<string[]> {
  const create = db.prepare(
    `CREATE TABLE IF NOT EXISTS d1_migrations (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT UNIQUE,
       applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
     )`,
  )
  const [, rows] = await db.batch<{ name: string }>([create, db.prepare('SELECT name FROM d1_migrations ORDER BY id')])
  return rows?.results.map((row) => row.name) ?? []
}

/** The same of a database that is ours, where nothing may be written. */
export async function readMigrations(db: D1Database): Promise<string[]> {
  const { results } = await db.prepare('SELECT name FROM d1_migrations ORDER BY id').all<{ name: string }>()
  return results.map(({ name }) => name)
}

/** A statement of a migration file, as it stands there. */
export function migrationStatement(db: D1Database, sql: string): D1PreparedStatement {
  return db.prepare(sql)
}

/** Remembers that a migration was applied. */
export function insertMigration(db: D1Database, name: string): D1PreparedStatement {
  return db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name)
}
