import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Of what a feed shrank too much: all groups, those of a region, a state… */
export type HeldSlice = { fact: string; before: number; now: number }

/** What the cron published last, and how far it has looked. */
export type Publication = {
  version: number
  /** When what is published last changed; null when a consent was taken back since. */
  changedAt: Date | null
  /** How many groups are shown, as of the last whole look. */
  groups: number
  lookedUntil: number
  lookBeganAt: Date
  lookedAt: Date | null
  held: HeldSlice[]
  heldAt: Date | null
  emptiedAt: Date | null
  /** Mailing lists that lost too many members at once, by the names of their keys. */
  heldLists: HeldSlice[]
  /** What the cron could not do in its last run, by the name of the integration, and since when. */
  faults: [name: string, since: string][]
  /** Groups that want to be shown and have no place on the map, the first of them. */
  unplaced: { uid: string; name: string }[]
}

/** What is told of `publication`. */
export type PublicationColumns = {
  version: number
  changed_at: string
  dated_version: number
  groups: number | null
  looked_until: number
  look_began_at: string
  looked_at: string | null
  held: string
  held_at: string | null
  emptied_at: string | null
  faults: string
  held_lists: string
  held_syncs: string
  failing_syncs: string
  unplaced: string
}

/** As many regions and points as a light page holds. */
const regionsShown = 100
const pointsShown = 150

/** Of the groups without a place so many are named. */
const unplacedNamed = 5

const instant = (text: string | null) => (text === null ? null : new Date(text))

const slicesIn = (json: string): HeldSlice[] =>
  (JSON.parse(json) as [string, number, number][]).map(([fact, before, now]) => ({ fact, before, now }))

// SQL, of `publication`
export const publicationColumns = `version, overview ->> 'groups' AS groups, changed_at, dated_version, looked_until, look_began_at, looked_at, held, held_at, emptied_at, faults,
  (
    SELECT json_group_array(json_array(feed_key.name, members, members_now))
    FROM list_count
    JOIN feed_key ON feed_key.id = list_count.key_id
    WHERE held_at IS NOT NULL AND revoked_at IS NULL
  ) AS held_lists,
  (SELECT json_group_array(json_array(list, held_before, held_now)) FROM list_sync WHERE held_at IS NOT NULL) AS held_syncs,
  (SELECT json_group_array(json_array(list, failing_since)) FROM list_sync WHERE failing_since IS NOT NULL AND failures >= 3) AS failing_syncs,
  (
    SELECT json_group_array(json_array(uid, shown ->> 'name'))
    FROM (
      SELECT uid, shown
      FROM published_group
      WHERE facts IS NOT NULL AND instr(facts, '"placed"') = 0
      ORDER BY group_id
      LIMIT ${unplacedNamed}
    )
  ) AS unplaced`

/** Null before the cron has run. */
export function publication(db: ReadDatabase): Question<Publication | null> {
  return {
    // What was published last?
    statement: db.prepare(`SELECT ${publicationColumns} FROM publication`),
    read: ([row]: PublicationColumns[]) => (row ? readPublication(row) : null),
  }
}

export function readPublication(row: PublicationColumns): Publication {
  return {
    version: row.version,
    changedAt: row.version === row.dated_version ? new Date(row.changed_at) : null,
    groups: row.groups ?? 0,
    lookedUntil: row.looked_until,
    lookBeganAt: new Date(row.look_began_at),
    lookedAt: instant(row.looked_at),
    held: slicesIn(row.held),
    heldLists: [...slicesIn(row.held_lists), ...slicesIn(row.held_syncs)],
    faults: [
      ...Object.entries(JSON.parse(row.faults) as Record<string, string>),
      ...(JSON.parse(row.failing_syncs) as [string, string][]),
    ],
    heldAt: instant(row.held_at),
    emptiedAt: instant(row.emptied_at),
    unplaced: (JSON.parse(row.unplaced) as [string, string][]).map(([uid, name]) => ({ uid, name })),
  }
}

/** Begins a look at every group. */
export function beginLook(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO publication (id, changed_at, look_began_at)
       VALUES (1, ?1, ?1)
       ON CONFLICT (id) DO UPDATE
       SET look_began_at = excluded.look_began_at, looked_until = 0`,
    )
    .bind(now.toISOString())
}

/** There is a row from the first run on, also where only lists are read. */
export function ensurePublication(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare('INSERT INTO publication (id, changed_at, look_began_at) VALUES (1, ?1, ?1) ON CONFLICT DO NOTHING')
    .bind(now.toISOString())
}

/** How far the look has come; null: to the end. */
export function updateLook(db: D1Database, until: number | null, now: Date): D1PreparedStatement {
  return until === null
    ? db.prepare('UPDATE publication SET looked_until = 0, looked_at = ?1').bind(now.toISOString())
    : db.prepare('UPDATE publication SET looked_until = ?1').bind(until)
}

/** What happened up to these has been looked at. Asked before the groups are, or something could slip between. */
export function seenMarks(db: ReadDatabase): Question<{ event: number; revision: number }> {
  return {
    // What happened last?
    statement: db.prepare(
      'SELECT coalesce((SELECT max(id) FROM event), 0) AS event, coalesce((SELECT max(id) FROM revision), 0) AS revision',
    ),
    read: ([row]: { event: number; revision: number }[]) => row ?? { event: 0, revision: 0 },
  }
}

export function updateSeen(
  db: D1Database,
  { event, revision }: { event: number; revision: number },
): D1PreparedStatement {
  return db.prepare('UPDATE publication SET seen_event = ?1, seen_revision = ?2').bind(event, revision)
}

/** Readers shall fetch again. */
export function bumpVersion(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE publication SET version = version + 1, dated_version = version + 1, changed_at = ?1')
    .bind(now.toISOString())
}

/** What the page of all groups shows is worked out once, when something changed: of a large network it is a row instead of all. */
export function updateOverview(db: D1Database): D1PreparedStatement {
  return db.prepare(
    `UPDATE publication
     SET overview = json_object(
       'groups', (SELECT count(*) FROM published_group WHERE shown IS NOT NULL),
       'regions', json((
         SELECT json_group_array(json_array(name, groups))
         FROM (
           SELECT coalesce(region, '') AS name, count(*) AS groups
           FROM published_group
           WHERE shown IS NOT NULL
           GROUP BY region
           ORDER BY region IS NULL, region
           LIMIT ${regionsShown}
         )
       )),
       'points', json((
         SELECT json_group_array(json_array(
           latitude, longitude, groups, uid, (SELECT shown ->> 'name' FROM published_group WHERE uid = cell.uid LIMIT 1)
         ))
         FROM (
           SELECT round(latitude, 1) AS latitude, round(longitude, 1) AS longitude, count(*) AS groups, min(uid) AS uid
           FROM published_group
           WHERE latitude IS NOT NULL AND longitude IS NOT NULL
           GROUP BY 1, 2
           ORDER BY groups DESC
           LIMIT ${pointsShown}
         ) AS cell
       )),
       'version', version
     )
     WHERE overview IS NULL OR overview ->> 'version' IS NOT version`,
  )
}
