import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { MailKind, MailReason, MailState, Queue } from '#shared/domain/mail.ts'
import type { Caps } from '#shared/movement.ts'
import { isAhead, isLeaseOver } from './instants.ts'
import { capParameters, countLeft, isHeldBack, withinCaps } from './mail-control.ts'
import { isStepUnfinished } from './next-slice.ts'

/** A mail that one sender has taken, and no other will. */
export type Claim = { id: number; uid: string; kind: MailKind; attempts: number; createdAt: Date }
export type Lease = { id: string; until: Date }

/**
 * Takes the mails that have been due longest, so that those which fail do not keep the others waiting; none that the pause holds back,
 * no more than the caps leave, and of the calm queues none while a step is being written, which may take them back.
 */
export async function claimMails(
  db: D1Database,
  { queue, lease, limit, caps }: { queue: Queue; lease: Lease; limit: number; caps: Caps },
  now: Date,
): Promise<Claim[]> {
  const claim = db
    .prepare(
      `UPDATE mail
       SET state = 'sending', lease_id = ?1, lease_until = ?2, leaving_at = NULL, attempts = attempts + 1
       WHERE id IN (
         SELECT id
         FROM mail
         WHERE state = 'pending' AND stream = ?5 AND due_at <= ?3 AND NOT ${isHeldBack('?3')} AND NOT (?5 <> 'transactional' AND ${isStepUnfinished})
         ORDER BY due_at, id
         LIMIT ${withinCaps('?4', queue, ['?6', '?7', '?8', '?9', '?10', '?11'])}
       )
       RETURNING id, uid, kind, attempts, created_at`,
    )
    .bind(lease.id, lease.until.toISOString(), now.toISOString(), limit, queue, ...capParameters(caps, queue, now))
  const [claimed] = await db.batch<Omit<Claim, 'createdAt'> & { created_at: string }>([
    claim,
    countLeft(db, lease.id, now),
  ])
  return (claimed?.results ?? []).map(({ created_at, ...claim }) => ({ ...claim, createdAt: new Date(created_at) }))
}

/**
 * Says that mails may leave from now on: whatever is still this lease's, unless somebody has paused sending meanwhile, and gives their ids.
 * From here, a crash leaves them `unknown`.
 */
export function updateLeaving(db: D1Database, ids: readonly number[], lease: Lease, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mail
       SET leaving_at = ?3
       WHERE id IN (SELECT value FROM json_each(?1))
       AND state = 'sending'
       AND lease_id = ?2
       AND NOT ${isHeldBack('?3')}
       RETURNING id`,
    )
    .bind(JSON.stringify(ids), lease.id, now.toISOString())
}

export type NewLink = { mail: number /** SHA-256 of the token. */; hash: string; expiresAt: string }

/** Makes the links of mails work, before the mails leave; a test has none. A mail that is tried again keeps its link. */
export function upsertLinks(db: D1Database, links: readonly NewLink[], lease: Lease): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO link (mail_id, hash, expires_at)
       SELECT mail.id, item.value ->> 'hash', item.value ->> 'expiresAt'
       FROM json_each(?1) AS item
       JOIN mail ON mail.id = item.value ->> 'mail'
       WHERE mail.state = 'sending' AND mail.lease_id = ?2 AND mail.is_test = 0
       ON CONFLICT (mail_id) DO UPDATE
       SET hash = excluded.hash, expires_at = excluded.expires_at`,
    )
    .bind(JSON.stringify(links), lease.id)
}

/** What became of a mail. */
export type Outcome = {
  mail: number
  state: MailState
  reason: MailReason | null
  /** The server's words, scrubbed. */
  answer: string | null
  /** When to try again; null keeps the time. */
  dueAt: Date | null
  /** False when it was not even begun: that was no attempt. */
  tried: boolean
  /** A server says that its address is missing, and is not believed. */
  isDoubted?: boolean
}

/**
 * Writes what became of mails, in one statement. Also for a sender whose lease ran out meanwhile: it knows better than
 * `unknown`, as long as nobody else has taken the mail.
 */
export function updateOutcomes(
  db: D1Database,
  outcomes: readonly Outcome[],
  lease: Lease,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mail
       SET
         state = item.value ->> 'state',
         -- What was not even begun waits for the reason that it waited for before
         reason = iif(item.value ->> 'state' = 'pending' AND NOT item.value ->> 'tried', reason, item.value ->> 'reason'),
         server_reply = iif(item.value ->> 'state' = 'pending' AND NOT item.value ->> 'tried', server_reply, item.value ->> 'answer'),
         due_at = coalesce(item.value ->> 'dueAt', due_at),
         doubted_at = iif(item.value ->> 'isDoubted', coalesce(doubted_at, ?3), doubted_at),
         -- A mail about a sitting keeps its attempt: without one it would count as new, and there may be a newer one
         attempts = attempts - iif(item.value ->> 'tried' OR group_id IS NOT NULL, 0, 1),
         leaving_at = iif(item.value ->> 'state' = 'pending', NULL, leaving_at),
         settled_at = iif(item.value ->> 'state' = 'pending', NULL, ?3),
         lease_id = NULL,
         lease_until = NULL
       FROM json_each(?1) AS item
       WHERE mail.id = item.value ->> 'mail'
       AND mail.lease_id = ?2
       AND mail.state IN ('sending', 'unknown')`,
    )
    .bind(JSON.stringify(outcomes), lease.id, now.toISOString())
}

/**
 * Frees the mails of senders that went away: what had not begun to leave waits again, the rest may have arrived or not. `every`: whatever
 * their leases say, where no sender is left.
 */
export function updateAbandoned(db: D1Database, now: Date, { every = false } = {}): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mail
       SET
         state = iif(leaving_at IS NULL, 'pending', 'unknown'),
         reason = iif(leaving_at IS NULL, 'stopped', 'stopped_while_sending'),
         settled_at = iif(leaving_at IS NULL, NULL, ?1),
         lease_id = iif(leaving_at IS NULL, NULL, lease_id),
         lease_until = NULL
       WHERE state = 'sending' AND (?2 OR ${isLeaseOver('?1')})`,
    )
    .bind(now.toISOString(), every ? 1 : 0)
}

/** Counts as left what is due: nobody knows of each whether it has. */
export function updateLeft(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mail
       SET state = 'unknown', reason = 'left_before_copy', settled_at = ?1
       WHERE state = 'pending' AND due_at <= ?1`,
    )
    .bind(now.toISOString())
}

/** Lets mails leave now that wait for an instant which nobody planned. */
export function updateAhead(db: D1Database, now: Date): D1PreparedStatement {
  return db.prepare(`UPDATE mail SET due_at = ?1 WHERE ${isAhead('?1')}`).bind(now.toISOString())
}
