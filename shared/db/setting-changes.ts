import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** One act that changed settings. `by`: a coordinator's address; null for whoever runs Relance. */
export type SettingsAct = { event: number; at: Date; by: string | null; changes: SettingChange[] }
/** Undefined: nothing is said of it. */
export type SettingChange = { key: string; version: number; before: unknown; after: unknown }

type Columns = {
  event: number
  happened_at: string
  by: string | null
  key: string
  version: number
  before: string | null
  after: string | null
}

/** Says which event made the changes after a version. After `insertEvent`, in one batch. */
export function updateChangesEvent(db: D1Database, after: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE setting_change
       SET event_id = (SELECT max(id) FROM event)
       WHERE version > ?1 AND event_id IS NULL`,
    )
    .bind(after)
}

/** The latest acts below an event's id. */
export function listSettingsActs(db: ReadDatabase, before: number | null, howMany: number): Question<SettingsAct[]> {
  return {
    // Who set what lately, and how was it before?
    statement: db
      .prepare(
        `SELECT
           event.id AS event, event.happened_at, event.coordinator AS by,
           change.key, change.version, change.before, change.after
         FROM (
           SELECT DISTINCT event_id
           FROM setting_change
           WHERE event_id < ?1
           ORDER BY event_id DESC
           LIMIT ?2 + 0
         ) AS act
         JOIN event ON event.id = act.event_id
         JOIN setting_change AS change ON change.event_id = event.id
         ORDER BY event.id DESC, change.version`,
      )
      .bind(before ?? Number.MAX_SAFE_INTEGER, howMany),
    read: actsOf,
  }
}

/** One act; null when it is none, or too long ago. */
export function findSettingsAct(db: ReadDatabase, event: number): Question<SettingsAct | null> {
  return {
    // What did this event change?
    statement: db
      .prepare(
        `SELECT
           event.id AS event, event.happened_at, event.coordinator AS by,
           change.key, change.version, change.before, change.after
         FROM setting_change AS change
         JOIN event ON event.id = change.event_id
         WHERE change.event_id = ?1
         ORDER BY change.version`,
      )
      .bind(event),
    read: (rows: Columns[]) => actsOf(rows)[0] ?? null,
  }
}

function actsOf(rows: readonly Columns[]): SettingsAct[] {
  const acts = new Map<number, SettingsAct>()
  for (const { event, happened_at, by, key, version, before, after } of rows) {
    const act = acts.get(event) ?? { event, at: new Date(happened_at), by, changes: [] }
    act.changes.push({ key, version, before: parsedJson(before), after: parsedJson(after) })
    acts.set(event, act)
  }
  return [...acts.values()]
}

const parsedJson = (json: string | null): unknown => (json === null ? undefined : JSON.parse(json))
