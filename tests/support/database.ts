import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { openDatabase as open } from '#scripts/local/database.ts'
import { copyDatabase } from './template.ts'

/** A migrated database of its own. */
export async function openDatabase(): Promise<{ db: D1Database; close: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'relance-test-'))
  await copyDatabase(path)
  const { db, close } = await open(path)
  return {
    db,
    close: async () => {
      close()
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** Takes everything out of a database but its tables. */
export async function clearDatabase(db: D1Database): Promise<void> {
  const tables = [
    'mail',
    'round',
    'local_group',
    'campaign',
    'town',
    'person',
    'suppression',
    'installation',
    'mail_control',
    'mail_hour',
    'setting_change',
    'setting',
    'event',
    'departed_person',
    'team_invitation',
    'second_factor',
    'feed_key',
    'webhook',
    'publication',
    'list_sync',
    'list_subscriber',
    'published_group',
    'published_event',
    'changed_calendar',
    'enquiry',
    'registration',
    'enquiry_rollup',
    'announcement',
    'poll',
  ]
  await db.batch(tables.map((table) => db.prepare(`DELETE FROM ${table}`)))
}
