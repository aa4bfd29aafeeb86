import type { RoundEnd } from '#shared/domain/mail-content.ts'
import type { Movement } from '#shared/movement.ts'
import { silentRounds } from './silence.ts'

/** So many silent groups are named in a mail: a list of a thousand is no list of calls. */
const silentNamed = 50
/** This round and the six before it. */
const monthsTold = 7

/** Which coordinator is told of which region: those who are not here are told of all. For `?4`. */
export function limitsOf({ coordinators }: Pick<Movement, 'coordinators'>): string {
  return JSON.stringify(coordinators.flatMap(({ email, regions }) => (regions ?? []).map((region) => [email, region])))
}

// Whether the mail's coordinator looks after this region
const isTold = (region: string) => `(
        NOT EXISTS (SELECT 1 FROM json_each(?4) AS own WHERE own.value ->> 0 = mail.address)
        OR EXISTS (SELECT 1 FROM json_each(?4) AS own WHERE own.value ->> 0 = mail.address AND own.value ->> 1 = ${region})
      )`

// How many groups were asked and answered, in the mail's round and those before it?
const monthsSql = `(
      SELECT json_group_array(json_array(round_key, asked, answered) ORDER BY round_key)
      FROM (
        SELECT round_key, sum(asked) AS asked, sum(answered) AS answered
        FROM round_rollup
        WHERE round_key <= mail.round_key
        AND ${isTold('round_rollup.region')}
        GROUP BY round_key
        HAVING sum(asked) > 0
        ORDER BY round_key DESC
        LIMIT ${monthsTold}
      )
    )`

// Of the groups that were asked in the mail's round, how many were there, how many are silent, and which have been for most rounds?
const silenceSql = `
  WITH
    asked AS MATERIALIZED (
      SELECT g.uid, g.name, g.name_key, g.created_at, round_snapshot.answered_at, group_summary.last_round
      FROM round_snapshot
      JOIN local_group g ON g.id = round_snapshot.group_id
      JOIN group_summary ON group_summary.group_id = g.id
      WHERE round_snapshot.round_key = mail.round_key
      AND round_snapshot.asked = 1
      AND ${isTold('g.region')}
    ),
    silent AS (
      SELECT
        uid, name, name_key,
        max(1, ${silentRounds({ lastRound: 'asked.last_round', createdAt: 'asked.created_at', until: 'mail.round_key' })}) AS rounds
      FROM asked
      WHERE answered_at IS NULL
    )
  SELECT json_array(
    mail.round_key,
    (SELECT count(*) FROM asked),
    (SELECT count(*) FROM silent),
    json((
      SELECT json_group_array(json_array(uid, name, rounds) ORDER BY rounds DESC, name_key)
      FROM (SELECT uid, name, rounds, name_key FROM silent ORDER BY rounds DESC, name_key LIMIT ${silentNamed})
    )),
    json(${monthsSql})
  )`

/** SQL: how the round of `mail` ends, for its coordinator, in the figures of the dashboard; `?4` as in `contentColumn`. */
export const roundEndColumn = `(${silenceSql})`

type Columns = [
  round: string | null,
  asked: number,
  silent: number,
  named: [uid: string, name: string, rounds: number][],
  months: [round: string, asked: number, answered: number][],
]

export function roundEndFrom(json: string): RoundEnd | null {
  const [round, asked, silent, named, months] = JSON.parse(json) as Columns
  if (round === null) return null
  return {
    round,
    asked,
    silent,
    named: named.map(([uid, name, rounds]) => ({ uid, name, rounds })),
    months: months.map(([key, of, answered]) => ({ round: key, asked: of, answered })),
  }
}
