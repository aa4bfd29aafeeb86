import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { bandLimits } from '#shared/domain/freshness.ts'
import type { Movement } from '#shared/movement.ts'
import { bandColumns } from './bands.ts'
import { isOpen } from './group-states.ts'
import { nextSlice, type StepTaken } from './next-slice.ts'
import { isMailable } from './reach.ts'

type Of<Names extends keyof Movement> = Pick<Movement, Names> & { size: number }

/**
 * Writes down how the groups of a step's next slice stand when a round opens, and whether they are asked; reminders add the groups that came or found a
 * referent meanwhile.
 */
export function insertGroups(
  db: D1Database,
  { round, step, openedAt }: StepTaken,
  { writesTo, size }: Of<'writesTo'>,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO round_snapshot (round_key, group_id, region, department, state, members, asked, members_before)
       SELECT
         ?1, g.id, coalesce(g.region, ''), coalesce(g.department, ''), g.state, g.active_members,
         g.state IN (SELECT value FROM json_each(?5)) AND ${isMailable},
         before.members
       FROM (${nextSlice}) AS slice
       CROSS JOIN local_group g ON g.id > slice.after AND g.id <= slice.until
       JOIN group_summary ON group_summary.group_id = g.id
       LEFT JOIN round_snapshot before
         ON before.group_id = g.id
         AND before.round_key = (SELECT key FROM round WHERE key < ?1 ORDER BY key DESC LIMIT 1 OFFSET 5)
       WHERE ${isOpen('g.state')}
       ON CONFLICT (round_key, group_id) DO UPDATE
       SET asked = excluded.asked
       WHERE excluded.asked > round_snapshot.asked`,
    )
    .bind(round, step, openedAt, size, JSON.stringify(writesTo))
}

/** Adds up how old the sections of the groups of a step's next slice are, at the round's end. */
export function insertAges(
  db: D1Database,
  { round, step, openedAt }: StepTaken,
  { writesTo, sections, calendar, size }: Of<'writesTo' | 'sections' | 'calendar'>,
): D1PreparedStatement {
  const { month, quarter, half } = bandLimits(new Date(openedAt), calendar.every)
  return db
    .prepare(
      `INSERT INTO freshness_snapshot (round_key, section, region, department, month, quarter, half, older, never)
       SELECT ?1, section.value, coalesce(g.region, ''), coalesce(g.department, ''), ${bandColumns('(group_check.checks -> section.value ->> 0)', { month: '?7', quarter: '?8', half: '?9' })}
       FROM (${nextSlice}) AS slice
       CROSS JOIN local_group g ON g.id > slice.after AND g.id <= slice.until
       CROSS JOIN json_each(?6) AS section
       JOIN group_check ON group_check.group_id = g.id
       WHERE g.state IN (SELECT value FROM json_each(?5))
       GROUP BY 2, 3, 4
       ON CONFLICT DO UPDATE
       SET
         month = month + excluded.month,
         quarter = quarter + excluded.quarter,
         half = half + excluded.half,
         older = older + excluded.older,
         never = never + excluded.never`,
    )
    .bind(
      round,
      step,
      openedAt,
      size,
      ...[writesTo, sections.names].map((names) => JSON.stringify(names)),
      month,
      quarter,
      half,
    )
}
