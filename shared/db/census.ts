import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { bandLimits } from '#shared/domain/freshness.ts'
import type { RungName } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'
import { bandColumns } from './bands.ts'
import { deleteEmptyChecks } from './group-checks.ts'
import { isOpen } from './group-states.ts'
import { isMailable } from './reach.ts'

type Opening = { round: string; step: RungName; movement: Pick<Movement, 'writesTo' | 'sections'> }

// Was this rung climbed just now, by us?
const climbedNow = 'EXISTS (SELECT 1 FROM round_step WHERE round_key = ?1 AND name = ?2 AND opened_at = ?3)'

/**
 * Writes down how each group stands when a round opens, and whether it is asked; reminders add the groups that came or found a
 * referent meanwhile. The last rung writes down how old the sections are at the round's end. After `insertRungs`, in one batch.
 */
export function insertCensus(db: D1Database, opening: Opening, now: Date): D1PreparedStatement[] {
  if (opening.step !== 'silent_groups') return [insertGroups(db, opening, now)]
  return [insertAges(db, opening, now), deleteEmptyChecks(db)]
}

function insertGroups(db: D1Database, { round, step, movement }: Opening, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO round_snapshot (round_key, group_id, region, department, state, members, asked, members_before)
       SELECT
         ?1, g.id, coalesce(g.region, ''), coalesce(g.department, ''), g.state, g.active_members,
         g.state IN (SELECT value FROM json_each(?4)) AND ${isMailable},
         before.members
       FROM local_group g
       JOIN group_summary ON group_summary.group_id = g.id
       LEFT JOIN round_snapshot before
         ON before.group_id = g.id
         AND before.round_key = (SELECT key FROM round WHERE key < ?1 ORDER BY key DESC LIMIT 1 OFFSET 5)
       WHERE ${isOpen('g.state')} AND ${climbedNow}
       ON CONFLICT (round_key, group_id) DO UPDATE
       SET asked = excluded.asked
       WHERE excluded.asked > round_snapshot.asked`,
    )
    .bind(round, step, now.toISOString(), JSON.stringify(movement.writesTo))
}

function insertAges(db: D1Database, { round, step, movement }: Opening, now: Date): D1PreparedStatement {
  const { month, quarter, half } = bandLimits(now)
  return db
    .prepare(
      `INSERT INTO freshness_snapshot (round_key, section, region, department, month, quarter, half, older, never)
       SELECT ?1, section.value, coalesce(g.region, ''), coalesce(g.department, ''), ${bandColumns('(group_check.checks -> section.value ->> 0)', { month: '?6', quarter: '?7', half: '?8' })}
       FROM local_group g
       CROSS JOIN json_each(?5) AS section
       JOIN group_check ON group_check.group_id = g.id
       WHERE g.state IN (SELECT value FROM json_each(?4)) AND ${climbedNow}
       GROUP BY 2, 3, 4
       ON CONFLICT DO NOTHING`,
    )
    .bind(
      round,
      step,
      now.toISOString(),
      ...[movement.writesTo, movement.sections.names].map((names) => JSON.stringify(names)),
      month,
      quarter,
      half,
    )
}
