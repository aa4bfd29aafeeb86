import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type Movement, movementOf } from '#shared/movement.ts'
import type { SettingValues } from '#shared/settings/keys.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** The settings that are stored, and the version of the last change; 0 before the first. */
export type StoredSettings = { version: number; values: SettingValues }

export type VersionColumns = { version: number; settings: string | null }

// Has a setting been changed since this version (null: none is known), and what are they all now?
export const settingsSince = `
  SELECT version, iif(version IS ?1, NULL, (SELECT json_group_object(key, json(value)) FROM setting WHERE value IS NOT NULL)) AS settings
  FROM (SELECT coalesce(max(version), 0) AS version FROM setting)`

/** Null when nothing has changed. */
export function changedSettings({ version, settings }: VersionColumns): StoredSettings | null {
  return settings === null ? null : { version, values: JSON.parse(settings) as SettingValues }
}

export async function listSettings(db: ReadDatabase): Promise<StoredSettings> {
  const row = await db.prepare(settingsSince).bind(null).first<VersionColumns>()
  return (row && changedSettings(row)) ?? noSettings
}

const noSettings: StoredSettings = { version: 0, values: {} }

/** The same, beside other questions. */
export function storedSettings(db: ReadDatabase): Question<StoredSettings> {
  return {
    statement: db.prepare(settingsSince).bind(null),
    read: ([row]: VersionColumns[]) => (row && changedSettings(row)) ?? noSettings,
  }
}

/** The settings that were changed after a version. */
export function settingsChangedSince(db: ReadDatabase, version: number): Question<string[]> {
  return {
    // Which settings did somebody change after this version?
    statement: db.prepare('SELECT key FROM setting WHERE version > ?1 ORDER BY version').bind(version),
    read: (rows: { key: string }[]) => rows.map(({ key }) => key),
  }
}

/** The movement, as it is set now. @throws SettingsError when something that it needs is not set. */
export async function readMovement(db: ReadDatabase, fixed: SomeSettings): Promise<Movement> {
  return movementOf(fixed, (await listSettings(db)).values)
}

// Fails (`isSettingsChanged`) when a setting was changed since this version; writes nothing
export const refuseOtherSettings = `
  INSERT INTO setting (key, version, changed_at)
  SELECT NULL, 0, ''
  WHERE (SELECT coalesce(max(version), 0) FROM setting) IS NOT ?1`

/** In one batch with what changes settings: that they are still those that it was worked out from. */
export function refuseOtherVersion(db: D1Database, version: number): D1PreparedStatement {
  return db.prepare(refuseOtherSettings).bind(version)
}

/** Fails in the same way (`isSettingsChanged`) where a session (its SHA-256) was not begun: settings that depend on it do not land either. */
export function refuseWithoutSession(db: D1Database, hash: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO setting (key, version, changed_at)
       SELECT NULL, 0, ''
       WHERE NOT EXISTS (SELECT 1 FROM session WHERE hash = ?1)`,
    )
    .bind(hash)
}

/** True when a batch that began with `refuseOtherSettings` failed because of it. */
export function isSettingsChanged(error: unknown): boolean {
  return error instanceof Error && /NOT NULL constraint failed: setting\.key/.test(error.message)
}

/** Sets settings; undefined takes one back. Each change has a version of its own. */
export function upsertSettings(db: D1Database, values: SettingValues, now: Date): D1PreparedStatement {
  const rows = Object.entries(values).map(([key, value]) => ({
    key,
    value: value === undefined ? null : JSON.stringify(value),
  }))
  return db
    .prepare(
      `INSERT INTO setting (key, value, version, changed_at)
       SELECT item.value ->> 'key', item.value ->> 'value', (SELECT coalesce(max(version), 0) FROM setting) + item.key + 1, ?2
       FROM json_each(?1) AS item
       WHERE true
       ON CONFLICT (key) DO UPDATE
       SET value = excluded.value, version = excluded.version, changed_at = excluded.changed_at`,
    )
    .bind(JSON.stringify(rows), now.toISOString())
}

/** Questions that wait for the next round are asked from now on. Nothing where none do. */
export function askWaitingQuestions(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE setting
       SET
         value = (
           SELECT json_group_array(
             iif(item.value ->> 'asked' = 'next_round', json_remove(item.value, '$.asked'), json(item.value)) ORDER BY item.key
           )
           FROM json_each(setting.value) AS item
         ),
         version = (SELECT max(version) FROM setting) + 1,
         changed_at = ?1
       WHERE key = 'questions'
       AND EXISTS (SELECT 1 FROM json_each(setting.value) AS item WHERE item.value ->> 'asked' = 'next_round')`,
    )
    .bind(now.toISOString())
}
