import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Day } from '#shared/domain/day.ts'
import { hasAnswered } from './answered-so.ts'
import type { Question } from './ask.ts'
import { isOpen } from './group-states.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'

/** Groups whose ids are above `above`, up to `upTo`: a network is published part by part, so that nobody waits for all of it. */
export type GroupRange = { above: number; upTo: number }

const beyondAll = 9e15

/** Parts of so many ids; the last one has no end, for what groups left that are gone. */
export async function listGroupRanges(db: ReadDatabase, length: number): Promise<GroupRange[]> {
  const found = await db.prepare('SELECT max(id) AS last FROM local_group').first<{ last: number | null }>()
  const count = Math.max(1, Math.ceil((found?.last ?? 0) / length))
  return Array.from({ length: count }, (_, index) => ({
    above: index * length,
    upTo: index === count - 1 ? beyondAll : (index + 1) * length,
  }))
}

export const allGroups: GroupRange = { above: 0, upTo: beyondAll }

/**
 * What open groups from above an id (`?2`) up to another (`?3`) do or did since a day (`?1`). An activity and a training may have one uid.
 * Of all groups, what they plan is read first, by its day: where rows are counted, a group that plans nothing costs none.
 */
const sourceSql = (range: GroupRange) => `
  SELECT 'activity-' || activity.uid AS uid, activity.group_id, activity.title, activity.kind, activity.held_on
  FROM ${withGroup('activity', range)}
  WHERE activity.held_on >= ?1 AND g.id > ?2 AND g.id <= ?3 AND ${isOpen('g.state')}
  UNION ALL
  SELECT 'training-' || training.uid, training.group_id, training.theme, NULL, training.held_on
  FROM ${withGroup('training', range)}
  WHERE training.held_on >= ?1 AND g.id > ?2 AND g.id <= ?3 AND ${isOpen('g.state')}`

/** SQLite reads the left side of a CROSS JOIN first. */
const withGroup = (table: 'activity' | 'training', range: GroupRange) =>
  range === allGroups
    ? `${table} CROSS JOIN local_group g ON g.id = ${table}.group_id`
    : `local_group g CROSS JOIN ${table} ON ${table}.group_id = g.id`

/** Publishes what groups plan, and did since a day: only what differs is written. */
export function upsertEvents(db: D1Database, from: Day, range: GroupRange, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO published_event (uid, group_id, title, kind, held_on, changed_at)
       SELECT source.uid, source.group_id, source.title, source.kind, source.held_on, ?4
       FROM (${sourceSql(range)}) AS source
       WHERE true
       ON CONFLICT (uid) DO UPDATE
       SET
         group_id = excluded.group_id, title = excluded.title, kind = excluded.kind, held_on = excluded.held_on,
         sequence = sequence + 1, changed_at = excluded.changed_at, cancelled_at = NULL
       WHERE cancelled_at IS NOT NULL OR group_id IS NOT excluded.group_id OR title IS NOT excluded.title
       OR kind IS NOT excluded.kind OR held_on IS NOT excluded.held_on`,
    )
    .bind(from, range.above, range.upTo, now.toISOString())
}

/** Cancels what is gone. To be done once all that is there is published: what another group took over is that group's by then. */
export function cancelEvents(db: D1Database, from: Day, range: GroupRange, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE published_event
       SET cancelled_at = ?4, sequence = sequence + 1, changed_at = ?4
       WHERE cancelled_at IS NULL AND held_on >= ?1 AND group_id > ?2 AND group_id <= ?3
       AND uid NOT IN (SELECT uid FROM (${sourceSql(range)}))`,
    )
    .bind(from, range.above, range.upTo, now.toISOString())
}

export function deleteEventsBefore(db: D1Database, from: Day): D1PreparedStatement {
  return db.prepare('DELETE FROM published_event WHERE held_on < ?1').bind(from)
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
  /** Of groups that answered these questions of the movement's own (by key) so: one of the values of each. */
  answers?: readonly (readonly [question: string, values: readonly string[]])[]
  /** Of the groups of whoever has this calendar (the SHA-256 of its token); '' is any. */
  calendar?: string
}

// Also of the person that they turned out to be
const groupsOfCalendar = `
  SELECT referent.group_id
  FROM calendar_link
  JOIN person ON person.id = calendar_link.person_id
  JOIN referent ON referent.person_id = coalesce(person.merged_into_id, person.id)
  WHERE calendar_link.hash = ?6 AND referent.until_at IS NULL`

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
         AND ${hasAnswered('?7')}
         AND (?6 = '' OR event.group_id IN (${groupsOfCalendar}))
         ORDER BY event.held_on, event.uid
         LIMIT ?5 + 0`,
      )
      .bind(
        filter.group,
        filter.region,
        filter.regions && JSON.stringify(filter.regions),
        filter.isPublic ? 1 : 0,
        limit,
        filter.calendar ?? '',
        JSON.stringify(filter.answers ?? []),
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
