import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { compatibilityDate } from '#scripts/local/database.ts'
import { migrate } from '#scripts/local/migrate.ts'

/** A migrated database of its own, in memory. */
export async function openDatabase(): Promise<{ db: D1Database; close: () => Promise<void> }> {
  const miniflare = new Miniflare({
    modules: true,
    script: 'export default {}',
    compatibilityDate,
    d1Databases: { DB: 'test' },
  })
  const db = (await miniflare.getD1Database('DB')) as unknown as D1Database
  await migrate(db)
  return { db, close: () => miniflare.dispose() }
}

/** Takes everything out of a database but its tables. */
export async function clearDatabase(db: D1Database): Promise<void> {
  const tables = ['mail', 'round', 'local_group', 'person', 'suppression', 'installation']
  await db.batch(tables.map((table) => db.prepare(`DELETE FROM ${table}`)))
}
