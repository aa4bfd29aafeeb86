import { silenceToCall } from '#shared/domain/silence.ts'
import { lastAnswer } from './group-order.ts'
import type { Parameters } from './parameters.ts'

// What `silence` says of a group (shared/domain/silence.ts), as SQL. `tests/db/silence.test.ts` compares them.

/** How many rounds a group has let pass, of SQL for its last round and when it came; up to a round (SQL), where one is given. */
export const silentRounds = ({
  lastRound,
  createdAt,
  until,
}: {
  lastRound: string
  createdAt: string
  until?: string
}) => `(
           SELECT count(*)
           FROM round
           WHERE round.key > coalesce(${lastRound}, '') AND round.opened_at >= ${createdAt}${until ? ` AND round.key <= ${until}` : ''}
         )`

/**
 * Whether `local_group g` with its `group_summary` has let so many rounds pass: compared with one round, and not with each. Whoever answered since the day
 * after that round opened is not even looked at; in its first hours an answer may count for the round before.
 */
export function silentFor(rounds: number, parameters: Parameters): string {
  const nth = (column: string) =>
    `(SELECT ${column} FROM round ORDER BY key DESC LIMIT 1 OFFSET ${parameters.add(rounds - 1)})`
  const dayAfter = nth("strftime('%Y-%m-%dT%H:%M:%fZ', opened_at, '+1 day')")
  return `${lastAnswer} < ${dayAfter} AND coalesce(group_summary.last_round, '') < ${nth('key')} AND g.created_at <= ${nth('opened_at')}`
}

/** Whether `local_group g` had let `silenceToCall` rounds pass by a round (SQL), whatever it has answered since. */
export const silentIn = (round: string) => `(
    g.created_at <= coalesce((SELECT opened_at FROM round WHERE key <= ${round} ORDER BY key DESC LIMIT 1 OFFSET ${silenceToCall - 1}), '')
    AND NOT EXISTS (
      SELECT 1
      FROM round_snapshot AS past
      WHERE past.group_id = g.id
      AND past.answered_at IS NOT NULL
      AND past.round_key IN (SELECT key FROM round WHERE key <= ${round} ORDER BY key DESC LIMIT ${silenceToCall})
    )
  )`
