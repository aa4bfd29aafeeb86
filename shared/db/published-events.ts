import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Day } from '#shared/domain/day.ts'
import { hasAnswered } from './answered-so.ts'
import type { Question } from './ask.ts'
import { isOpen } from './group-states.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'

/** The next groups to publish, of which `?2` are taken at once. */
const nextGroups = 'SELECT group_id FROM changed_calendar ORDER BY group_id LIMIT ?2 + 0'

/** What these groups do, or did since a day (`?1`), where they are open. SQLite reads the left side of a CROSS JOIN first. */
const planned = (table: 'activity' | 'training', columns: string) => `
  SELECT '${table}-' || ${table}.uid AS uid, ${table}.group_id, ${columns}, ${table}.held_on
  FROM (${nextGroups}) AS next
  CROSS JOIN local_group g ON g.id = next.group_id
  CROSS JOIN ${table} ON ${table}.group_id = g.id
  WHERE ${table}.held_on >= ?1 AND ${isOpen('g.state')}`

/** SQL: whether an open group still plans a published event, be it another one than before. An activity and a training may have one uid. */
const isPlanned = (table: 'activity' | 'training') => `EXISTS (
       SELECT 1
       FROM ${table}
       CROSS JOIN local_group g ON g.id = ${table}.group_id
       WHERE published_event.uid = '${table}-' || ${table}.uid
       AND ${table}.uid = substr(published_event.uid, ${table.length + 2})
       AND ${table}.held_on >= ?1 AND ${isOpen('g.state')}
     )`

/**
 * Publishes what so many of the groups plan to which something happened, and did since a day; only what differs is written. What is gone is
 * cancelled. The last statement changes a row for each group that was published.
 */
export function publishEvents(
  db: D1Database,
  { from, limit, now }: { from: Day; limit: number; now: Date },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO published_event (uid, group_id, title, kind, held_on, changed_at)
         SELECT source.uid, source.group_id, source.title, source.kind, source.held_on, ?3
         FROM (
           ${planned('activity', 'activity.title, activity.kind')}
           UNION ALL
           ${planned('training', 'training.theme, NULL')}
         ) AS source
         WHERE true
         ON CONFLICT (uid) DO UPDATE
         SET
           group_id = excluded.group_id, title = excluded.title, kind = excluded.kind, held_on = excluded.held_on,
           sequence = sequence + 1, changed_at = excluded.changed_at, cancelled_at = NULL
         WHERE cancelled_at IS NOT NULL OR group_id IS NOT excluded.group_id OR title IS NOT excluded.title
         OR kind IS NOT excluded.kind OR held_on IS NOT excluded.held_on`,
      )
      .bind(from, limit, now.toISOString()),
    db
      .prepare(
        `UPDATE published_event
         SET cancelled_at = ?3, sequence = sequence + 1, changed_at = ?3
         WHERE cancelled_at IS NULL AND held_on >= ?1 AND group_id IN (${nextGroups})
         AND NOT ${isPlanned('activity')} AND NOT ${isPlanned('training')}`,
      )
      .bind(from, limit, now.toISOString()),
    db.prepare('DELETE FROM published_event WHERE held_on < ?1').bind(from),
    db.prepare(`DELETE FROM changed_calendar WHERE group_id IN (${nextGroups.replace('?2', '?1')})`).bind(limit),
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

// Groups are told by the filter, and their events have an index; else events are read by their days. SQLite reads the left side of a CROSS JOIN first
const byGroup = 'local_group g CROSS JOIN published_event AS event ON event.group_id = g.id'
const byDay = 'published_event AS event CROSS JOIN local_group g ON g.id = event.group_id'

/** What is not asked for is no condition, so that what is asked for is looked up. */
function eventsWhere({ group, region, regions, calendar = '' }: EventFilter): { tables: string; conditions: string[] } {
  const conditions = [
    group === '' ? "?1 = ''" : `g.uid = ${wholeUid('?1')}`,
    region === '' ? "?2 = ''" : 'g.region = ?2',
    regions === null ? '?3 IS NULL' : 'g.region IN (SELECT value FROM json_each(?3))',
    calendar === '' ? "?6 = ''" : `g.id IN (${groupsOfCalendar})`,
  ]
  const isOfSome = group !== '' || region !== '' || regions !== null || calendar !== ''
  return { tables: isOfSome ? byGroup : byDay, conditions }
}

/** What calendars show, by day, as far as so many. */
export function listEvents(db: ReadDatabase, filter: EventFilter, limit: number): Question<PublishedEvent[]> {
  const { tables, conditions } = eventsWhere(filter)
  return {
    // What do these groups plan, and did they do lately?
    statement: db
      .prepare(
        `SELECT
           event.uid, event.title, event.kind, event.held_on, event.sequence, event.changed_at, event.cancelled_at,
           g.uid AS group_uid, g.name, g.town, published.shown IS NOT NULL AS is_shown
         FROM ${tables}
         LEFT JOIN published_group AS published ON published.group_id = event.group_id
         WHERE ${conditions.join(' AND ')}
         AND (?4 = 0 OR published.shown IS NOT NULL)
         AND ${hasAnswered('?7')}
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
