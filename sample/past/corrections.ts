import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { writeChecks } from '#shared/db/group-checks.ts'
import { chance } from './chance.ts'
import type { PastRound } from './past-round.ts'

/** "All right" checks every section, a correction some of them. */
export function playChecks(db: D1Database, { round, index, movement }: PastRound): D1PreparedStatement {
  return db
    .prepare(
      writeChecks(`
         SELECT group_check.group_id, json_patch(
           group_check.checks,
           json_group_object(section.value, json_array(answer.first_at, answer.person_id))
         ) AS checks
         FROM answer
         JOIN json_each(?3) AS section
         JOIN group_check ON group_check.group_id = answer.group_id
         WHERE answer.round_key = ?1
         AND (answer.kind = 'confirmed' OR ${chance('answer.group_id * 8 + section.key', '?2', 11)} < 0.4)
         GROUP BY answer.group_id`),
    )
    .bind(round.key, index, JSON.stringify(movement.sections.names))
}

/** From three fewer to five more: groups grow more often than they shrink. */
const members = `max(2, coalesce(g.active_members, 10) + CAST(9 * ${chance('g.id', '?2', 12)} AS INTEGER) - 3)`

/** Groups that answered with a correction have as many members as they now say, and the revision to show for it. */
export function playCorrections(db: D1Database, { round, index }: PastRound): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, person_id, changes)
         SELECT
           g.id, 1 + (SELECT coalesce(max(number), 0) FROM revision WHERE group_id = g.id), answer.first_at, 'referent', answer.person_id,
           json_array(json_object(
             'list', 'group', 'row', g.uid, 'field', 'active_members', 'before', g.active_members, 'after', ${members}
           ))
         FROM answer
         JOIN local_group g ON g.id = answer.group_id
         WHERE answer.round_key = ?1
         AND answer.kind = 'updated'
         AND ${members} IS NOT g.active_members`,
      )
      .bind(round.key, index),
    db
      .prepare(
        `UPDATE local_group AS g
         SET active_members = ${members}
         WHERE g.id IN (SELECT group_id FROM answer WHERE round_key = ?1 AND kind = 'updated')`,
      )
      .bind(round.key, index),
  ]
}
