import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { chance } from './chance.ts'
import type { PastRound } from './past-round.ts'

/** The mails of a round, step by step: nearly all left, a few addresses are wrong, and a connection was lost now and then. */
export function playMails(db: D1Database, { round, index, movement, now }: PastRound): D1PreparedStatement[] {
  return round.steps
    .filter(({ name, dueAt }) => name !== 'silent_groups' && dueAt <= now)
    .map(({ name, kind, dueAt }) =>
      db
        .prepare(
          `INSERT INTO mail (kind, round_key, step, person_id, state, reason, due_at, attempts, settled_at, created_at)
           SELECT
             ?6, ?1, ?4, asked.person_id, asked.state,
             CASE asked.state WHEN 'failed' THEN 'address_refused' WHEN 'unknown' THEN 'lost_after_sending' END,
             ?3, 1, ?3, ?3
           FROM (
             SELECT DISTINCT
               referent.person_id,
               CASE
                 WHEN ${chance('referent.person_id', '0', 9)} < 0.015 THEN 'failed'
                 WHEN ${chance('referent.person_id', '?2', 10)} < 0.004 THEN 'unknown'
                 ELSE 'sent'
               END AS state
             FROM referent
             JOIN local_group g ON g.id = referent.group_id
             WHERE referent.until_at IS NULL
             AND g.state IN (SELECT value FROM json_each(?5))
             AND NOT EXISTS (
               SELECT 1
               FROM answer
               WHERE answer.round_key = ?1 AND answer.group_id = g.id AND answer.first_at < ?3
             )
           ) AS asked`,
        )
        .bind(round.key, index, dueAt.toISOString(), name, JSON.stringify(movement.writesTo), kind),
    )
}
