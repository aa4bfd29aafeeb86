import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Poll, PollType, PollWords } from '#shared/record/poll.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** The question of a round, and how many groups have answered it. */
export type CountedPoll = Poll & { answers: number }

/** What a group answered, as the control writes it, and who said so, as long as we know them. */
export type PollAnswer = { value: string; at: Date; by: string | null }

/** The question of the latest round, with the answer of the group that is looked at. */
export type AskedPoll = Poll & { answer: PollAnswer | null }

type PollColumns = [round: string, type: PollType, words: Record<string, PollWords>]
type AnswerColumns = [value: string, at: string, by: string | null]

/** SQL: the question of the latest round and the answer of the group `g`, for `askedPollFrom`; NULL when nothing is asked. */
export const askedPollColumn = `(
      SELECT json_array(
        json_array(poll.round_key, poll.type, json(poll.words)),
        json((
          SELECT json_array(poll_answer.value, poll_answer.answered_at, person.name)
          FROM poll_answer
          LEFT JOIN person ON person.id = poll_answer.person_id
          WHERE poll_answer.round_key = poll.round_key AND poll_answer.group_id = g.id
        ))
      )
      FROM poll
      WHERE poll.round_key = (SELECT max(key) FROM round)
    )`

export function askedPollFrom(json: string | null): AskedPoll | null {
  if (json === null) return null
  const [poll, answer] = JSON.parse(json) as [PollColumns, AnswerColumns | null]
  return { ...pollOf(poll), answer: answer && answerOf(answer) }
}

const pollOf = ([round, type, words]: PollColumns): Poll => ({ round, type, words })
const answerOf = ([value, at, by]: AnswerColumns): PollAnswer => ({ value, at: new Date(at), by })

/** The latest questions, the latest round first. */
export function listPolls(db: ReadDatabase, limit: number): Question<CountedPoll[]> {
  return {
    // What was asked of groups, round after round, and how many answered?
    statement: db
      .prepare(
        `SELECT
           poll.round_key, poll.type, poll.words,
           (SELECT count(*) FROM poll_answer WHERE poll_answer.round_key = poll.round_key) AS answers
         FROM poll
         ORDER BY poll.round_key DESC
         LIMIT ?1 + 0`,
      )
      .bind(limit),
    read: (rows: { round_key: string; type: PollType; words: string; answers: number }[]) =>
      rows.map((row) => ({
        round: row.round_key,
        type: row.type,
        words: JSON.parse(row.words) as Poll['words'],
        answers: row.answers,
      })),
  }
}

/** The most answers that are told apart: those of a line are each their own. */
const countsShown = 20

export type PollCounts = { values: { value: string; groups: number }[]; total: number; groups: number }

/** How many groups gave which answer to a round's question, the most frequent first; of numbers, what they add up to. */
export function countPollAnswers(db: ReadDatabase, round: string): Question<PollCounts> {
  return {
    // How did groups answer? An index has it all
    statement: db
      .prepare(
        `SELECT value, count(*) AS groups, sum(count(*)) OVER () AS all_groups, sum(sum(CAST(value AS INTEGER))) OVER () AS total
         FROM poll_answer
         WHERE round_key = ?1
         GROUP BY value
         ORDER BY groups DESC, value
         LIMIT ${countsShown}`,
      )
      .bind(round),
    read: (rows: { value: string; groups: number; all_groups: number; total: number }[]) => ({
      values: rows.map(({ value, groups }) => ({ value, groups })),
      groups: rows[0]?.all_groups ?? 0,
      total: rows[0]?.total ?? 0,
    }),
  }
}

/** A group with its answer. */
export type GroupAnswer = PollAnswer & { id: number; group: { uid: string; name: string; region: string | null } }

/** The answers of groups to a round's question, the latest first; those before an answer's id, where one is given. */
export function listPollAnswers(
  db: ReadDatabase,
  { round, before }: { round: string; before: number | null },
  limit: number,
): Question<GroupAnswer[]> {
  type Columns = { id: number; uid: string; name: string; region: string | null; value: string; at: string; by: string }
  return {
    // Which group answered what?
    statement: db
      .prepare(
        `SELECT poll_answer.id, g.uid, g.name, g.region, poll_answer.value, poll_answer.answered_at AS at, person.name AS by
         FROM poll_answer
         JOIN local_group g ON g.id = poll_answer.group_id
         LEFT JOIN person ON person.id = poll_answer.person_id
         WHERE poll_answer.round_key = ?1 AND poll_answer.id < ?2
         ORDER BY poll_answer.id DESC
         LIMIT ?3 + 0`,
      )
      .bind(round, before ?? Number.MAX_SAFE_INTEGER, limit),
    read: (rows: Columns[]) =>
      rows.map(({ id, uid, name, region, value, at, by }) => ({
        id,
        group: { uid, name, region },
        value,
        at: new Date(at),
        by,
      })),
  }
}

/** Asks this in its round, from the next look on. */
export function upsertPoll(db: D1Database, { round, type, words }: Poll, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO poll (round_key, type, words, written_at)
       VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (round_key) DO UPDATE
       SET type = excluded.type, words = excluded.words, written_at = excluded.written_at`,
    )
    .bind(round, type, JSON.stringify(words), now.toISOString())
}

/** Asks it no more, with all that was answered. */
export function deletePoll(db: D1Database, round: string): D1PreparedStatement {
  return db.prepare('DELETE FROM poll WHERE round_key = ?1').bind(round)
}

/** A group's answer to the question of a round, instead of what it said before. Nothing where it is not asked any more. */
export function upsertPollAnswer(
  db: D1Database,
  { round, group, person, value }: { round: string; group: string; person: string; value: string },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO poll_answer (round_key, group_id, person_id, value, answered_at)
       SELECT poll.round_key, g.id, (SELECT id FROM person WHERE uid = ?3), ?4, ?5
       FROM poll, local_group g
       WHERE poll.round_key = ?1 AND g.uid = ?2
       ON CONFLICT (round_key, group_id) DO UPDATE
       SET person_id = excluded.person_id, value = excluded.value, answered_at = excluded.answered_at`,
    )
    .bind(round, group, person, value, now.toISOString())
}
