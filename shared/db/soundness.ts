import type { D1Database } from '@cloudflare/workers-types'

/** Looks through a whole file; its one row says `ok`, or what is wrong first. That takes some ten milliseconds a megabyte. */
export const wholeCheck = 'PRAGMA integrity_check(1)'

/** A third of the time, for not comparing indexes with their tables. */
const quickCheck = 'PRAGMA quick_check(1)'

/** What SQLite finds wrong with the whole file; null when it is sound. It reads all of it. */
export async function findDamage(db: D1Database, { isQuick = false } = {}): Promise<string | null> {
  const row = await db.prepare(isQuick ? quickCheck : wholeCheck).first<Record<string, string>>()
  return damageIn(row)
}

/** What the row of a check says is wrong; null for nothing. */
export function damageIn(row: Record<string, unknown> | null): string | null {
  const [said = 'ok'] = Object.values(row ?? {})
  return said === 'ok' ? null : String(said)
}

/** Whose a database is: ours by the table of its migrations, another program's, or nobody's yet. */
export async function findOwner(db: D1Database): Promise<'ours' | 'other' | 'nobody'> {
  const row = await db
    .prepare(`SELECT count(*) AS tables, sum(name = 'd1_migrations') AS ours FROM sqlite_schema WHERE type = 'table'`)
    .first<{ tables: number; ours: number | null }>()
  if (row?.ours) return 'ours'
  return row?.tables ? 'other' : 'nobody'
}

/** The tables, indexes, triggers and views of a database. */
export async function listParts(db: D1Database): Promise<Set<string>> {
  const { results } = await db.prepare('SELECT name FROM sqlite_schema WHERE sql IS NOT NULL').all<{ name: string }>()
  return new Set(results.map(({ name }) => name))
}

/** The names of its triggers. */
export async function listTriggers(db: D1Database): Promise<string[]> {
  const { results } = await db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all<{ name: string }>()
  return results.map(({ name }) => name)
}

/** When the last thing happened that left an event; null before the first. */
export async function latestInstant(db: D1Database): Promise<Date | null> {
  const row = await db
    .prepare('SELECT happened_at FROM event ORDER BY id DESC LIMIT 1')
    .first<{ happened_at: string }>()
  return row && new Date(row.happened_at)
}

/** Whether links have left that open with a secret. */
export async function hasLinks(db: D1Database): Promise<boolean> {
  return (await db.prepare('SELECT 1 FROM link LIMIT 1').first()) !== null
}

/** The table of a row that refers to one which is not there; null when there is none. */
export async function findLooseRow(db: D1Database): Promise<string | null> {
  const row = await db.prepare('PRAGMA foreign_key_check').first<{ table: string }>()
  return row?.table ?? null
}

/** How much a database holds. */
export async function countContent(db: D1Database): Promise<{ groups: number; people: number }> {
  const row = await db
    .prepare('SELECT (SELECT count(*) FROM local_group) AS groups, (SELECT count(*) FROM person) AS people')
    .first<{ groups: number; people: number }>()
  return row ?? { groups: 0, people: 0 }
}
