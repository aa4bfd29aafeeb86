import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { everyGroup, fewGroups, onMap } from '#shared/domain/publication.ts'
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

// SQL for `isShrunk`
const isShrunkSql = (before: string, now: string, isWhole: string) =>
  `${before} > 0 AND ${now} * 5 < ${before} * 4 AND (${isWhole} OR ${before} - ${now} >= ${fewGroups})`

const isOfAll = `fact IN ('${everyGroup}', '${onMap}')`

// The facts of which the groups that moved lost some: of a part of the network, as many as could matter. Where all of them are new, none is unpacked
const lostFacts = `
  SELECT fact, sum(lost) AS lost
  FROM (
    SELECT item.value AS fact, 1 AS lost
    FROM published_group AS moved, json_each(moved.facts_before) AS item
    WHERE moved.facts_before IS NOT moved.facts
    UNION ALL
    SELECT item.value, -1
    FROM published_group AS moved, json_each(moved.facts) AS item
    WHERE moved.facts_before IS NOT moved.facts
    AND EXISTS (SELECT 1 FROM published_group WHERE facts_before IS NOT facts AND facts_before IS NOT NULL)
  )
  GROUP BY fact
  HAVING sum(lost) >= iif(${isOfAll}, 1, ${fewGroups})`

/** Facts that are looked for in every group one by one: of more, all facts of every group are unpacked. */
const fewFacts = 3

// The facts of which a feed shrank by more than a fifth, or to nothing. Where none lost so much, no other group is read
const shrunkFacts = `
  WITH
    lost AS MATERIALIZED (${lostFacts}),
    counted AS (
      SELECT fact, count(*) AS before
      FROM lost
      CROSS JOIN published_group ON instr(published_group.facts_before, json_quote(fact)) > 0
      WHERE (SELECT count(*) FROM lost) <= ${fewFacts}
      GROUP BY fact
      UNION ALL
      SELECT item.value, count(*)
      FROM published_group, json_each(published_group.facts_before) AS item
      WHERE (SELECT count(*) FROM lost) > ${fewFacts} AND item.value IN (SELECT fact FROM lost)
      GROUP BY item.value
    )
  SELECT fact, before, before - lost AS now
  FROM counted
  JOIN lost USING (fact)
  WHERE ${isShrunkSql('before', '(before - lost)', isOfAll)}`

/** Compares what is published with what was when it was last found whole: what shrank too much is held back. Nothing moved: nothing is read. */
export function compareWithBefore(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    db.prepare(
      `UPDATE publication
         SET held = iif(
           EXISTS (SELECT 1 FROM published_group WHERE facts_before IS NOT facts),
           (SELECT json_group_array(json_array(fact, before, now)) FROM (${shrunkFacts})),
           '[]'
         )`,
    ),
    db
      .prepare(`UPDATE publication SET held_at = iif(held = '[]', NULL, coalesce(held_at, ?1))`)
      .bind(now.toISOString()),
  ]
}

/** Once every group has been looked at: what is not held back is what the next look is compared with. Each statement takes so many groups at most. */
export function keepAsBefore(db: D1Database, most: number): D1PreparedStatement[] {
  return [deleteGone(db, isNotHeld, most), takeAsBefore(db, isNotHeld, most)]
}

// Of a `published_group`: nothing that it was part of is held back
const isNotHeld = `NOT EXISTS (
       SELECT 1
       FROM json_each(coalesce(published_group.facts_before, '[]')) AS before
       JOIN publication ON true
       JOIN json_each(publication.held) AS held ON held.value ->> 0 = before.value
     )`

/** What is published is what the next look is compared with. */
function takeAsBefore(db: D1Database, condition: string, most = 9e15): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE published_group
       SET facts_before = facts
       WHERE group_id IN (
         SELECT group_id
         FROM published_group
         WHERE facts_before IS NOT facts AND ${condition}
         LIMIT ?1 + 0
       )`,
    )
    .bind(most)
}

/** What is gone need not be remembered any more. */
function deleteGone(db: D1Database, condition: string, most = 9e15): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM published_group
       WHERE group_id IN (
         SELECT group_id
         FROM published_group
         WHERE facts_before IS NOT facts AND facts IS NULL AND ${condition}
         LIMIT ?1 + 0
       )`,
    )
    .bind(most)
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

/** A coordinator says that it is right as it is: what was held back is published. */
export function acceptPublication(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    deleteGone(db, 'true'),
    takeAsBefore(db, 'true'),
    db
      .prepare(
        `UPDATE publication
         SET
           held = '[]', held_at = NULL, version = version + 1, dated_version = version + 1, changed_at = ?1,
           emptied_at = iif(EXISTS (SELECT 1 FROM published_group), NULL, ?1)`,
      )
      .bind(now.toISOString()),
  ]
}
