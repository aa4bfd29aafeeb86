import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { LadderState, OpenRound } from '#shared/domain/ladder.ts'
import type { MailState } from '#shared/domain/mail.ts'
import type { Rung, RungKind, RungName } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'
import { answersSince } from './address-answers.ts'
import type { Question } from './ask.ts'
import { isAhead, isLeaseOver } from './instants.ts'
import { answeredSince, isReturned, returnedSince } from './invitation-answers.ts'
import { streamOf } from './mail-streams.ts'
import { isTimeUp, objectedSince } from './new-addresses.ts'
import { owedSeats } from './owed.ts'
import type { ReadDatabase } from './read-only.ts'

/** All that a tick needs to know to decide what to do. */
export type SenderState = {
  /** Null before the first tick. */
  beganAt: Date | null
  last: LadderState['last']
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
  climbed: string
  climbed_at: string | null
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
         (SELECT json_group_array(round_step.name) FROM round_step WHERE round_step.round_key = last.key) AS climbed,
         (SELECT max(round_step.opened_at) FROM round_step WHERE round_step.round_key = last.key) AS climbed_at,
         EXISTS (SELECT 1 FROM mail WHERE state = 'pending' AND stream = 'transactional' AND due_at <= ?1) AS asked,
         EXISTS (SELECT 1 FROM mail WHERE state = 'pending' AND stream = 'bulk' AND due_at <= ?1) AS due,
         EXISTS (SELECT 1 FROM mail WHERE state = 'pending' AND stream = 'named' AND due_at <= ?1) AS named,
         EXISTS (SELECT 1 FROM mail WHERE state = 'sending' AND ${isLeaseOver('?1')}) AS abandoned,
         EXISTS (SELECT 1 FROM mail WHERE ${isAhead('?1')}) AS ahead,
         EXISTS (SELECT 1 FROM invitation WHERE ${isTimeUp('?3', '?4')} OR (${isReturned('?5')})) AS invitations,
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
            climbed: JSON.parse(row.climbed) as RungName[],
            ...(row.climbed_at === null ? {} : { climbedAt: new Date(row.climbed_at) }),
          },
    asked: row.asked === 1,
    due: row.due === 1,
    named: row.named === 1,
    abandoned: row.abandoned === 1,
    heldTimes: row.backoff_times,
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

/** Remembers that a rung was climbed, and which ones it overtook. */
export function insertRungs(
  db: D1Database,
  key: string,
  climbed: Rung,
  skipped: readonly Rung[],
  now: Date,
): D1PreparedStatement {
  const rows = [climbed, ...skipped].map((rung) => ({
    name: rung.name,
    due_at: rung.dueAt.toISOString(),
    opened_at: rung === climbed ? now.toISOString() : null,
    skipped_at: rung === climbed ? null : now.toISOString(),
  }))
  return db
    .prepare(
      `INSERT INTO round_step (round_key, name, due_at, opened_at, skipped_at)
       SELECT ?1, item.value ->> 'name', item.value ->> 'due_at', item.value ->> 'opened_at', item.value ->> 'skipped_at'
       FROM json_each(?2) AS item
       WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(key, JSON.stringify(rows))
}

// Was this rung climbed just now, by us? Somebody slower must not send what a later rung overtook.
const climbedNow = 'EXISTS (SELECT 1 FROM round_step WHERE round_key = ?1 AND name = ?2 AND opened_at = ?3)'

/** Which rung of which round, and the mail that it sends. */
type RungOf = { round: string; step: RungName; kind: RungKind }

/**
 * Puts a rung's mails in the outbox: one for each person who is owed one, whatever the number of their groups. An address that
 * must not get mail gets its row too, with the reason, so that nobody wonders. After `insertRungs`, in one batch.
 */
export function insertRungMails(
  db: D1Database,
  { round, step, kind, writesTo }: RungOf & { writesTo: Movement['writesTo'] },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `WITH owed AS (${owedSeats('?1', '?4')})
       INSERT INTO mail (kind, stream, round_key, step, person_id, state, reason, due_at, settled_at, created_at)
       SELECT ?5, ${streamOf('?5')}, ?1, ?2, person.id, iif(shut.address IS NULL, 'pending', 'suppressed'), shut.reason,
         ?3, iif(shut.address IS NULL, NULL, ?3), ?3
       FROM person
       LEFT JOIN suppression shut ON shut.address = person.email
       WHERE person.id IN (SELECT person_id FROM owed)
       AND ${climbedNow}
       ORDER BY person.id
       ON CONFLICT DO NOTHING`,
    )
    .bind(round, step, now.toISOString(), JSON.stringify(writesTo), kind)
}

/** Puts the list of silent groups in the outbox, for each coordinator. After `insertRungs`, in one batch. */
export function insertCoordinatorMails(
  db: D1Database,
  { round, step, kind, addresses }: RungOf & { addresses: readonly string[] },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail (kind, stream, round_key, step, address, state, reason, due_at, settled_at, created_at)
       SELECT ?5, ${streamOf('?5')}, ?1, ?2, item.value, iif(shut.address IS NULL, 'pending', 'suppressed'), shut.reason,
         ?3, iif(shut.address IS NULL, NULL, ?3), ?3
       FROM json_each(?4) AS item
       LEFT JOIN suppression shut ON shut.address = item.value
       WHERE ${climbedNow}
       ON CONFLICT DO NOTHING`,
    )
    .bind(round, step, now.toISOString(), JSON.stringify(addresses), kind)
}

/**
 * Takes back what has not begun to leave of every earlier rung and round: two mails in one minute help nobody. After
 * `insertRungs`, in one batch.
 */
export function cancelOvertaken(
  db: D1Database,
  { round, step }: { round: string; step: RungName },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mail
       SET state = 'cancelled', reason = 'overtaken', settled_at = ?3, lease_id = NULL, lease_until = NULL
       WHERE id IN (
         SELECT id FROM mail WHERE state = 'pending' AND round_key IS NOT NULL
         UNION ALL
         SELECT id FROM mail WHERE state = 'sending' AND leaving_at IS NULL AND round_key IS NOT NULL
       )
       AND (round_key < ?1 OR (round_key = ?1 AND step <> ?2))
       AND ${climbedNow}`,
    )
    .bind(round, step, now.toISOString())
}

/** Whether anybody would be written to if this round opened. */
export async function isAnybodyOwed(db: D1Database, round: string, writesTo: Movement['writesTo']): Promise<boolean> {
  const row = await db
    .prepare(`SELECT EXISTS (
         SELECT 1
         FROM (${owedSeats('?1', '?2')}) AS owed
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
