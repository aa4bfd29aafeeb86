import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type AddressAnswer, answersKept, writeAnswers } from '#shared/domain/address-answer.ts'
import { capsOf, type Queue } from '#shared/domain/mail.ts'
import type { Caps } from '#shared/movement.ts'
import { answersSince } from './address-answers.ts'
import type { Question } from './ask.ts'
import { isToCome } from './instants.ts'
import type { ReadDatabase } from './read-only.ts'

/** What holds all mails back, or leads them elsewhere. */
export type MailControl = {
  pause: { since: Date; words: string | null } | null
  redirect: { since: Date; address: string } | null
  /** The server lets nobody through: when it is tried again. */
  heldUntil: Date | null
  /** When a server was last not believed that so many addresses are missing, and how many mails wait for that. */
  doubted: { at: Date; mails: number } | null
  /** How many reports were read lately, and how many were about a mail of ours. */
  reports: { read: number; known: number }
  /** Of the month's mails that left or were refused, how many were refused, or came back, because of us. */
  againstUs: { mails: number; of: number }
  /** How many mails left, or may have, in this hour and in the last twenty-four; of them, to whom referents had named. */
  left: Caps
  leftNamed: Caps
}

type Columns = {
  paused_at: string | null
  pause_reason: string | null
  redirected_at: string | null
  redirect_address: string | null
  backoff_until: string | null
  is_held: number | null
  doubted_at: string | null
  doubted: number
  reports_read: number | null
  reports_known: number | null
  against_us: number
  tried: number
  hour: number
  day: number
  named_hour: number
  named_day: number
}

const hourOf = (now: Date) => now.toISOString().slice(0, 13)
const dayAgo = (now: Date) => hourOf(new Date(now.getTime() - 23 * 3_600_000))

/** SQL: how many left in the hours from one to another, which is this one: a clock that was ahead may have counted some in hours to come. */
const leftWithin = ([from, to]: readonly [from: string, to: string], mails = 'mails') =>
  `(SELECT coalesce(sum(${mails}), 0) FROM mail_hour WHERE hour BETWEEN ${from} AND ${to})`

/** SQL: how many mails of the latest round are so. */
const thisMonths = (condition: string) =>
  `(SELECT coalesce(sum(mails), 0) FROM mail_rollup WHERE round_key = (SELECT max(key) FROM round) AND ${condition})`

export function mailControl(db: ReadDatabase, now: Date): Question<MailControl> {
  return {
    // Does anything hold mails back, or lead them elsewhere?
    statement: db
      .prepare(
        `SELECT
           control.paused_at, control.pause_reason, control.redirected_at, control.redirect_address, control.backoff_until,
           ${isToCome('control.backoff_until', '?3')} AS is_held,
           control.doubted_at, control.reports_read, control.reports_known,
           (SELECT count(*) FROM mail WHERE doubted_at IS NOT NULL AND state = 'pending') AS doubted,
           ${thisMonths(`state = 'failed' AND reason IN ('us_refused', 'us_returned')`)} AS against_us,
           ${thisMonths(`state IN ('sent', 'unknown', 'failed')`)} AS tried,
           ${leftWithin(['?1', '?1'])} AS hour,
           ${leftWithin(['?2', '?1'])} AS day,
           ${leftWithin(['?1', '?1'], 'named')} AS named_hour,
           ${leftWithin(['?2', '?1'], 'named')} AS named_day
         FROM (SELECT 1)
         LEFT JOIN mail_control AS control ON control.id = 1`,
      )
      .bind(hourOf(now), dayAgo(now), now.toISOString()),
    read: ([row]: Columns[]) => controlFrom(row, now),
  }
}

function controlFrom(row: Columns | undefined, now: Date): MailControl {
  if (!row) throw new Error('a control has a row')
  const heldUntil = row.backoff_until === null ? null : new Date(row.backoff_until)
  return {
    pause: row.paused_at === null ? null : { since: new Date(row.paused_at), words: row.pause_reason },
    redirect:
      row.redirected_at === null || row.redirect_address === null
        ? null
        : { since: new Date(row.redirected_at), address: row.redirect_address },
    heldUntil: row.is_held ? heldUntil : null,
    doubted: doubtFrom(row, now),
    reports: { read: row.reports_read ?? 0, known: row.reports_known ?? 0 },
    againstUs: { mails: row.against_us, of: row.tried },
    left: { hour: row.hour, day: row.day },
    leftNamed: { hour: row.named_hour, day: row.named_day },
  }
}

/** So long after it a doubt is told of, even if no mail waits for it, in milliseconds. */
const doubtTold = 48 * 3_600_000

function doubtFrom({ doubted_at, doubted }: Columns, now: Date): MailControl['doubted'] {
  if (doubted_at === null) return null
  const at = new Date(doubted_at)
  return doubted > 0 || Math.abs(now.getTime() - at.getTime()) < doubtTold ? { at, mails: doubted } : null
}

/** Stops every mail but the links by which coordinators sign in. */
export function upsertPause(db: D1Database, words: string | null, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_control (id, paused_at, pause_reason)
       VALUES (1, ?1, ?2)
       ON CONFLICT DO UPDATE
       SET paused_at = coalesce(paused_at, excluded.paused_at), pause_reason = excluded.pause_reason`,
    )
    .bind(now.toISOString(), words)
}

/** Lets mails leave again; a server that let nobody through is tried at once. */
export function endPause(db: D1Database): D1PreparedStatement {
  return db.prepare(
    'UPDATE mail_control SET paused_at = NULL, pause_reason = NULL, backoff_until = NULL, backoff_times = 0 WHERE id = 1',
  )
}

/** From now on each mail goes to this address instead of its reader's; null ends the trial. */
export function upsertRedirect(db: D1Database, address: string | null, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_control (id, redirected_at, redirect_address)
       VALUES (1, ?1, ?2)
       ON CONFLICT DO UPDATE
       SET redirected_at = excluded.redirected_at, redirect_address = excluded.redirect_address`,
    )
    .bind(address === null ? null : now.toISOString(), address)
}

/**
 * What was heard of a server: what it said of addresses, the latest first; until when it is left alone since it lets nobody through, or that this is
 * over; and whether it was not believed.
 */
export type Heard = { answers: readonly AddressAnswer[]; backoff: Date | 'over' | null; isDoubted: boolean }

export function upsertHeard(db: D1Database, { answers, backoff, isDoubted }: Heard, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_control (id, address_answers, answered_at, backoff_until, backoff_times, doubted_at)
       VALUES (1, ?1, iif(?1 = '', NULL, ?2), ?5, iif(?5 IS NULL, 0, 1), iif(?7, ?2, NULL))
       ON CONFLICT DO UPDATE
       SET
         address_answers = substr(?1 || iif(answered_at > ?3, address_answers, ''), 1, ?4),
         answered_at = coalesce(excluded.answered_at, answered_at),
         backoff_until = iif(?6, NULL, coalesce(?5, backoff_until)),
         backoff_times = iif(?6, 0, backoff_times + iif(?5 IS NULL, 0, 1)),
         doubted_at = coalesce(excluded.doubted_at, doubted_at)`,
    )
    .bind(
      writeAnswers(answers),
      now.toISOString(),
      answersSince(now),
      answersKept,
      backoff instanceof Date ? backoff.toISOString() : null,
      backoff === 'over' ? 1 : 0,
      isDoubted ? 1 : 0,
    )
}

/**
 * SQL: whether this row of `mail` may not leave, because of the pause (only sign-ins pass it) or of a server that lets nobody through. What somebody waits for
 * is tried all the same, at its own times: few letters, and the first that passes ends the wait for all.
 */
export function isHeldBack(now: string): string {
  return `EXISTS (
    SELECT 1
    FROM mail_control
    WHERE (paused_at IS NOT NULL AND (mail.kind <> 'sign_in' OR mail.is_test))
    OR (mail.stream <> 'transactional' AND ${isToCome('backoff_until', now)})
  )`
}

/** What of an hour's mails each queue's share of the caps is held against: the round's is never used up by mails to whom was named. */
const counted: Readonly<Record<Queue, string>> = {
  transactional: 'mails',
  bulk: 'mails - named',
  named: 'named',
}

/** SQL: how many mails of a queue the caps still leave, of `limit`. Its parameters follow in `capParameters`. */
export function withinCaps(limit: string, queue: Queue, parameters: readonly string[]): string {
  const [hour = '', day = '', perHour, perDay, ofHour, ofDay] = parameters
  return `max(0, min(
    ${limit},
    ${perHour} - ${leftWithin([hour, hour])},
    ${perDay} - ${leftWithin([day, hour])},
    ${ofHour} - ${leftWithin([hour, hour], counted[queue])},
    ${ofDay} - ${leftWithin([day, hour], counted[queue])}
  ))`
}

export function capParameters(caps: Caps, queue: Queue, now: Date): (string | number)[] {
  const share = capsOf(queue, caps)
  return [hourOf(now), dayAgo(now), caps.hour, caps.day, share.hour, share.day]
}

/** Counts what a lease has claimed as left. In one batch with the claim, after it. */
export function countLeft(db: D1Database, leaseId: string, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_hour (hour, mails, named)
       SELECT ?2, count(*), sum(stream = 'named')
       FROM mail
       WHERE state = 'sending' AND lease_until > ?3 AND lease_id = ?1
       HAVING count(*) > 0
       ON CONFLICT (hour) DO UPDATE
       SET mails = mails + excluded.mails, named = named + excluded.named`,
    )
    .bind(leaseId, hourOf(now), now.toISOString())
}

/** Takes back so many mails of a queue that did not leave after all. */
export function uncountLeft(db: D1Database, queue: Queue, mails: number, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE mail_hour SET mails = max(0, mails - ?2), named = max(0, named - ?3) WHERE hour = ?1')
    .bind(hourOf(now), mails, queue === 'named' ? mails : 0)
}

/** Takes back what a sender had claimed that is gone, and of which nothing had left. In one batch with what lets it wait again, before it. */
export function uncountAbandoned(db: D1Database, now: Date): D1PreparedStatement {
  const stayed = "FROM mail WHERE state = 'sending' AND leaving_at IS NULL"
  return db
    .prepare(
      `UPDATE mail_hour
       SET
         mails = max(0, mails - (SELECT count(*) ${stayed})),
         named = max(0, named - (SELECT count(*) ${stayed} AND stream = 'named'))
       WHERE hour = ?1`,
    )
    .bind(hourOf(now))
}
