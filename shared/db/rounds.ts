import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { MailState } from '#shared/domain/mail.ts'
import type { Step, StepName } from '#shared/domain/round.ts'
import type { OpenRound, SequenceState } from '#shared/domain/sequence.ts'
import type { Movement } from '#shared/movement.ts'
import { answersSince } from './address-answers.ts'
import type { Question } from './ask.ts'
import { isAhead, isLeaseOver } from './instants.ts'
import { answeredSince, isReturned, returnedSince } from './invitation-answers.ts'
import { isTimeUp, objectedSince } from './new-addresses.ts'
import { beforeAll, type StepTaken } from './next-slice.ts'
import { owedMemberships } from './owed.ts'
import type { ReadDatabase } from './read-only.ts'

/** All that a tick needs to know to decide what to do. */
export type SenderState = {
  /** Null before the first tick. */
  beganAt: Date | null
  last: SequenceState['last']
  /** The step of the last round of which not all is written yet. */
  unfinished?: StepTaken
  /** Whether a mail that somebody waits for is due, a round's mail or news, a mail to whom was named; and whether a lease has run out. */
  asked: boolean
  due: boolean
  named: boolean
  abandoned: boolean
  /** Whether time ends an invitation, or settles a new address. */
  invitations?: boolean
  /** How often in a row the server let nobody through. */
  heldTimes: number
  /** Whether somebody asked for a link of which no mail was made yet. */
  requested?: boolean
  /** Whether mails wait for an instant that a clock which was ahead has left behind. */
  ahead?: boolean
  /** What servers said of addresses in the last days, if anything, for `readAnswers`; and of how many mails they were not believed. */
  answers?: string
  missingDoubted?: number
}

type StateColumns = {
  began_at: string | null
  key: string | null
  opened_at: string
  taken: string
  taken_at: string | null
  unfinished: string | null
  asked: number
  due: number
  named: number
  abandoned: number
  ahead: number
  invitations: number
  requested: number
  backoff_times: number
  answers: string
  doubted: number
}

export async function readSenderState(db: D1Database, now: Date): Promise<SenderState> {
  // Since when do we send, how far is the last round, and does anything wait?
  const row = await db
    .prepare(
      `SELECT
         (SELECT began_at FROM installation) AS began_at,
         last.key,
         last.opened_at,
         (SELECT json_group_array(round_step.name) FROM round_step WHERE round_step.round_key = last.key) AS taken,
         (SELECT max(round_step.opened_at) FROM round_step WHERE round_step.round_key = last.key) AS taken_at,
         (
           SELECT json_object('round', round_key, 'step', name, 'kind', kind, 'openedAt', opened_at)
           FROM round_step
           WHERE round_step.round_key = last.key AND written_until IS NOT NULL
         ) AS unfinished,
         EXISTS (SELECT 1 FROM mail WHERE state = 'pending' AND stream = 'transactional' AND due_at <= ?1) AS asked,
         EXISTS (SELECT 1 FROM mail WHERE state = 'pending' AND stream = 'bulk' AND due_at <= ?1) AS due,
         EXISTS (SELECT 1 FROM mail WHERE state = 'pending' AND stream = 'named' AND due_at <= ?1) AS named,
         EXISTS (SELECT 1 FROM mail WHERE state = 'sending' AND ${isLeaseOver('?1')}) AS abandoned,
         EXISTS (SELECT 1 FROM mail WHERE ${isAhead('?1')}) AS ahead,
         EXISTS (SELECT 1 FROM invitation WHERE ${isTimeUp('?3', '?4')} OR (${isReturned('?5')}))
           OR EXISTS (SELECT 1 FROM former_address WHERE left_at <= ?4) AS invitations,
         EXISTS (SELECT 1 FROM link_request) AS requested,
         coalesce((SELECT backoff_times FROM mail_control), 0) AS backoff_times,
         coalesce((SELECT address_answers FROM mail_control WHERE answered_at > ?2), '') AS answers,
         (SELECT count(*) FROM mail WHERE doubted_at IS NOT NULL AND state = 'pending') AS doubted
       FROM (SELECT 1)
       LEFT JOIN (SELECT key, opened_at FROM round ORDER BY key DESC LIMIT 1) AS last`,
    )
    .bind(now.toISOString(), answersSince(now), objectedSince(now), answeredSince(now), returnedSince(now))
    .first<StateColumns>()
  if (!row) throw new Error('the sender has a state')
  return {
    beganAt: row.began_at === null ? null : new Date(row.began_at),
    last:
      row.key === null
        ? null
        : {
            key: row.key,
            openedAt: new Date(row.opened_at),
            taken: JSON.parse(row.taken) as StepName[],
            ...(row.taken_at === null ? {} : { takenAt: new Date(row.taken_at) }),
          },
    asked: row.asked === 1,
    due: row.due === 1,
    named: row.named === 1,
    abandoned: row.abandoned === 1,
    heldTimes: row.backoff_times,
    ...(row.unfinished === null ? {} : { unfinished: JSON.parse(row.unfinished) as StepTaken }),
    ...(row.ahead === 0 ? {} : { ahead: true }),
    ...(row.invitations === 0 ? {} : { invitations: true }),
    ...(row.requested === 0 ? {} : { requested: true }),
    ...(row.answers === '' ? {} : { answers: row.answers }),
    ...(row.doubted === 0 ? {} : { missingDoubted: row.doubted }),
  }
}

/** The last round that opened; null before the first. */
export function lastRound(db: ReadDatabase): Question<Pick<OpenRound, 'key' | 'openedAt'> | null> {
  return {
    // Which round was opened last, and when?
    statement: db.prepare('SELECT key, opened_at FROM round ORDER BY key DESC LIMIT 1'),
    read: ([row]: { key: string; opened_at: string }[]) =>
      row ? { key: row.key, openedAt: new Date(row.opened_at) } : null,
  }
}

/** Remembers when the sender first looked; again when its clock was ahead then. */
export function insertBeginning(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO installation (id, began_at)
       VALUES (1, ?1)
       ON CONFLICT DO UPDATE
       SET began_at = excluded.began_at
       WHERE began_at > excluded.began_at`,
    )
    .bind(now.toISOString())
}

export function insertRound(db: D1Database, key: string, now: Date): D1PreparedStatement {
  return db
    .prepare('INSERT INTO round (key, opened_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING')
    .bind(key, now.toISOString())
}

/** Remembers that a step was taken, and which ones it overtook. What follows from it is still to be written (`writeSlice`). */
export function insertSteps(
  db: D1Database,
  key: string,
  taken: Step,
  skipped: readonly Step[],
  now: Date,
): D1PreparedStatement {
  const rows = [taken, ...skipped].map((step) => ({
    name: step.name,
    kind: step === taken ? step.kind : null,
    due_at: step.dueAt.toISOString(),
    opened_at: step === taken ? now.toISOString() : null,
    skipped_at: step === taken ? null : now.toISOString(),
    written_until: step === taken ? beforeAll : null,
  }))
  return db
    .prepare(
      `INSERT INTO round_step (round_key, name, kind, due_at, opened_at, skipped_at, written_until)
       SELECT
         ?1, item.value ->> 'name', item.value ->> 'kind', item.value ->> 'due_at', item.value ->> 'opened_at', item.value ->> 'skipped_at',
         item.value ->> 'written_until'
       FROM json_each(?2) AS item
       WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(key, JSON.stringify(rows))
}

/** Whether anybody would be written to if this round opened. */
export async function isAnybodyOwed(db: D1Database, round: string, writesTo: Movement['writesTo']): Promise<boolean> {
  const row = await db
    .prepare(`SELECT EXISTS (
         SELECT 1
         FROM (${owedMemberships('?1', '?2')}) AS owed
         JOIN person ON person.id = owed.person_id
         WHERE person.email IS NOT NULL
       ) AS owed`)
    .bind(round, JSON.stringify(writesTo))
    .first<{ owed: number }>()
  return row?.owed === 1
}

/** How many of a round's mails are in each state. */
export async function countRoundMails(db: D1Database, round: string): Promise<Partial<Record<MailState, number>>> {
  const { results } = await db
    .prepare('SELECT state, count(*) AS mails FROM mail WHERE round_key = ?1 GROUP BY state')
    .bind(round)
    .all<{ state: MailState; mails: number }>()
  return Object.fromEntries(results.map(({ state, mails }) => [state, mails]))
}
