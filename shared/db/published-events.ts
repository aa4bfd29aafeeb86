import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Day } from '#shared/domain/day.ts'
import type { Question } from './ask.ts'
import { isOpen } from './group-states.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'

// What open groups do or did since a day (`?1`). An activity and a training may have one uid
const sourceSql = `
  SELECT 'activity-' || activity.uid AS uid, activity.group_id, activity.title, activity.kind, activity.held_on
  FROM activity
  JOIN local_group g ON g.id = activity.group_id
  WHERE activity.held_on >= ?1 AND ${isOpen('g.state')}
  UNION ALL
  SELECT 'training-' || training.uid, training.group_id, training.theme, NULL, training.held_on
  FROM training
  JOIN local_group g ON g.id = training.group_id
  WHERE training.held_on >= ?1 AND ${isOpen('g.state')}`

/** Publishes what groups plan, and did since a day: only what differs is written, and what is gone is cancelled. */
export function publishEvents(db: D1Database, from: Day, now: Date): D1PreparedStatement[] {
  const at = now.toISOString()
  return [
    db
      .prepare(
        `INSERT INTO published_event (uid, group_id, title, kind, held_on, changed_at)
         SELECT source.uid, source.group_id, source.title, source.kind, source.held_on, ?2
         FROM (${sourceSql}) AS source
         WHERE true
         ON CONFLICT (uid) DO UPDATE
         SET
           group_id = excluded.group_id, title = excluded.title, kind = excluded.kind, held_on = excluded.held_on,
           sequence = sequence + 1, changed_at = excluded.changed_at, cancelled_at = NULL
         WHERE cancelled_at IS NOT NULL OR group_id IS NOT excluded.group_id OR title IS NOT excluded.title
         OR kind IS NOT excluded.kind OR held_on IS NOT excluded.held_on`,
      )
      .bind(from, at),
    db
      .prepare(
        `UPDATE published_event
         SET cancelled_at = ?2, sequence = sequence + 1, changed_at = ?2
         WHERE cancelled_at IS NULL AND held_on >= ?1 AND uid NOT IN (SELECT uid FROM (${sourceSql}))`,
      )
      .bind(from, at),
    db.prepare('DELETE FROM published_event WHERE held_on < ?1').bind(from),
  ]
}

export type PublishedEvent = {
  uid: string
  title: string
  kind: string | null
  heldOn: Day
  sequence: number
  changedAt: Date
  isCancelled: boolean
  group: { uid: string; name: string; town: string | null; isShown: boolean }
}

type Columns = {
  uid: string
  title: string
  kind: string | null
  held_on: string
  sequence: number
  changed_at: string
  cancelled_at: string | null
  group_uid: string
  name: string
  town: string | null
  is_shown: number
}

export type EventFilter = {
  /** A group's uid, a region; '' is any. */
  group: string
  region: string
  /** Those of a key; null: all. */
  regions: readonly string[] | null
  /** Of groups that everybody may see only. */
  isPublic: boolean
}

/** What calendars show, by day, as far as so many. */
export function listEvents(db: ReadDatabase, filter: EventFilter, limit: number): Question<PublishedEvent[]> {
  return {
    // What do these groups plan, and did they do lately?
    statement: db
      .prepare(
        `SELECT
           event.uid, event.title, event.kind, event.held_on, event.sequence, event.changed_at, event.cancelled_at,
           g.uid AS group_uid, g.name, g.town, published.shown IS NOT NULL AS is_shown
         FROM published_event AS event
         JOIN local_group g ON g.id = event.group_id
         LEFT JOIN published_group AS published ON published.group_id = event.group_id
         WHERE (?1 = '' OR g.uid = ${wholeUid('?1')})
         AND (?2 = '' OR g.region = ?2)
         AND (?3 IS NULL OR g.region IN (SELECT value FROM json_each(?3)))
         AND (?4 = 0 OR published.shown IS NOT NULL)
         ORDER BY event.held_on, event.uid
         LIMIT ?5 + 0`,
      )
      .bind(
        filter.group,
        filter.region,
        filter.regions && JSON.stringify(filter.regions),
        filter.isPublic ? 1 : 0,
        limit,
      ),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        uid: row.uid,
        title: row.title,
        kind: row.kind,
        heldOn: row.held_on,
        sequence: row.sequence,
        changedAt: new Date(row.changed_at),
        isCancelled: row.cancelled_at !== null,
        group: { uid: row.group_uid, name: row.name, town: row.town, isShown: row.is_shown === 1 },
      })),
  }
}
