import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { opening } from '#shared/domain/round.ts'
import { after, chance } from './chance.ts'
import type { PastRound } from './past-round.ts'

/** How likely a group is to answer: most mostly do, one in ten hardly ever does, and some fall asleep over the months. */
const zeal = `
  CASE
    WHEN ${chance('g.id', '0', 1)} < 0.1 THEN 0.05
    WHEN ${chance('g.id', '0', 1)} < 0.22 THEN 0.95 - ?2 * 0.12
    ELSE 0.45 + 0.45 * ${chance('g.id', '0', 2)} + min(?2, 8) * 0.012
  END`

/** Seconds until the answer: half come in the first days, fewer later, and each reminder brings some more. */
const delay = `86400 * (
  CASE
    WHEN ${chance('g.id', '?2', 4)} < 0.52 THEN 0.05 + 3.2 * ${chance('g.id', '?2', 5)} * ${chance('g.id', '?2', 6)}
    WHEN ${chance('g.id', '?2', 4)} < 0.64 THEN 1 + 6 * ${chance('g.id', '?2', 5)}
    WHEN ${chance('g.id', '?2', 4)} < 0.86 THEN 7.05 + 4 * ${chance('g.id', '?2', 5)} * ${chance('g.id', '?2', 6)}
    ELSE 14.05 + 5 * ${chance('g.id', '?2', 5)} * ${chance('g.id', '?2', 6)}
  END
)`

/** What the groups say in a round, up to now. */
export function playAnswers(db: D1Database, { round, index, movement, now }: PastRound): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO answer (round_key, group_id, person_id, kind, first_at, last_at)
       SELECT ?1, said.group_id, said.person_id, said.kind, said.at, said.at
       FROM (
         SELECT
           g.id AS group_id,
           (
             SELECT person_id
             FROM referent
             WHERE group_id = g.id AND until_at IS NULL
             ORDER BY ${chance('referent.id', '?2', 3)}
             LIMIT 1
           ) AS person_id,
           iif(${chance('g.id', '?2', 7)} < 0.7, 'confirmed', 'updated') AS kind,
           ${after('?3', delay)} AS at
         FROM local_group g
         WHERE g.state IN (SELECT value FROM json_each(?4))
         AND ${chance('g.id', '?2', 8)} < ${zeal}
       ) AS said
       WHERE said.person_id IS NOT NULL
       AND said.at <= ?5`,
    )
    .bind(round.key, index, opening(round).dueAt.toISOString(), JSON.stringify(movement.writesTo), now.toISOString())
}
