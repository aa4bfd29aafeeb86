import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { everyGroup, fewGroups, onMap } from '#shared/domain/publication.ts'

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
