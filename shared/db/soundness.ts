import type { D1Database } from '@cloudflare/workers-types'

/** What SQLite finds wrong with the whole file; null when it is sound. It reads all of it. */
export async function findDamage(db: D1Database): Promise<string | null> {
  const row = await db.prepare('PRAGMA quick_check(1)').first<{ quick_check: string }>()
  return row === null || row.quick_check === 'ok' ? null : row.quick_check
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
