import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { ListLinkContent } from '#shared/domain/mail-content.ts'
import type { Question } from './ask.ts'
import { streamOf } from './mail-streams.ts'
import type { ReadDatabase } from './read-only.ts'
import { hasMailbox, hasRoom, roomIn, type WaitingRoom } from './waiting-room.ts'

const waitingRoom: WaitingRoom = { table: 'list_subscriber', unproven: 20, proven: 200 }
const day = 86_400_000
/** Days after which an address that has left is forgotten, and one that was never confirmed. */
const [keptGone, keptUnconfirmed] = [30, 2]

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()

/** `language`: in which they wrote; left out, the movement's first. */
export type NewSubscriber = {
  uid: string
  list: string
  email: string
  language?: string
  isProven: boolean
  proof: string | null
}

/** Whether one more may wait for its confirmation. */
export const roomForSubscriber = (db: ReadDatabase, isProven: boolean, now: Date) =>
  roomIn(db, waitingRoom, isProven, now)

/**
 * Keeps an address that somebody wrote on a list's page, and sends it a mail that leads to the two buttons: be on the list, be off it. In silence nothing
 * is written where too many wait already, or where the address has had such a mail of this list in the last day.
 */
export function insertSubscriber(db: D1Database, given: NewSubscriber, now: Date): D1PreparedStatement[] {
  const { uid, list, email, language = null, isProven, proof } = given
  return [
    db
      .prepare(
        `INSERT INTO list_subscriber (uid, list, email, is_proven, asked_at, language)
         SELECT ?1, ?2, ?3, ?4, ?5, ?8
         WHERE ${hasRoom(waitingRoom, '?4', '?6')}
         AND ${hasMailbox(waitingRoom, '?3', '?6')}
         -- Two that came at once, by one proof
         AND NOT EXISTS (SELECT 1 FROM submission_count WHERE client = ?7 AND submissions > 1)
         ON CONFLICT (list, email) DO UPDATE
         SET uid = excluded.uid, asked_at = excluded.asked_at, is_proven = excluded.is_proven,
           language = excluded.language
         WHERE asked_at <= ?6`,
      )
      .bind(uid, list, email, isProven ? 1 : 0, now.toISOString(), before(now, day), isProven ? proof : null, language),
    db
      .prepare(
        `INSERT INTO mail (uid, kind, stream, address, due_at, created_at)
         SELECT uid || '-list', 'list_link', ${streamOf("'list_link'")}, email, ?2, ?2
         FROM list_subscriber
         WHERE uid = ?1
         ON CONFLICT DO NOTHING`,
      )
      .bind(uid, now.toISOString()),
  ]
}

/** How an address stands on a list, by the link (SHA-256) of its mail; null when the link does not work. */
export type SubscriberState = { list: string; email: string; isOn: boolean }

export function findSubscriber(db: ReadDatabase, hash: string, now: Date): Question<SubscriberState | null> {
  return {
    // Whose link is this, and are they on the list?
    statement: db
      .prepare(
        `SELECT list, email, confirmed_at IS NOT NULL AND left_at IS NULL AS is_on
         FROM list_subscriber
         WHERE uid = (
           SELECT substr(mail.uid, 1, 32)
           FROM link
           JOIN mail ON mail.id = link.mail_id
           WHERE link.hash = ?1 AND link.revoked_at IS NULL AND link.expires_at > ?2 AND mail.kind = 'list_link'
         )`,
      )
      .bind(hash, now.toISOString()),
    read: ([row]: { list: string; email: string; is_on: number }[]) =>
      row ? { list: row.list, email: row.email, isOn: row.is_on === 1 } : null,
  }
}

/** They say that it is them: they are on the list. Whoever is known here besides is on it as they would be by their own page. */
export function confirmSubscriber(
  db: D1Database,
  { list, email }: { list: string; email: string },
  now: Date,
): D1PreparedStatement[] {
  const at = now.toISOString()
  return [
    db
      .prepare('UPDATE list_subscriber SET confirmed_at = ?3, left_at = NULL WHERE list = ?1 AND email = ?2')
      .bind(list, email, at),
    db
      .prepare('DELETE FROM list_departure WHERE list = ?1 AND person_id = (SELECT id FROM person WHERE email = ?2)')
      .bind(list, email),
    db
      .prepare(
        `INSERT INTO subscription (person_id, list, since_at)
         SELECT id, ?1, ?3 FROM person WHERE email = ?2
         ON CONFLICT DO NOTHING`,
      )
      .bind(list, email, at),
  ]
}

/** An address is off a list, also where its owner signed up by the list's page. */
export function leaveSubscriber(db: D1Database, list: string, email: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE list_subscriber SET left_at = ?3 WHERE list = ?1 AND email = ?2 AND left_at IS NULL')
    .bind(list, email, now.toISOString())
}

/** Forgets who left a month ago, and after two days whom nobody confirmed. */
export function deleteOldSubscribers(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare('DELETE FROM list_subscriber WHERE left_at < ?1 OR (asked_at < ?2 AND confirmed_at IS NULL)')
      .bind(before(now, keptGone * day), before(now, keptUnconfirmed * day)),
    db
      .prepare(
        `DELETE FROM mail
         WHERE kind = 'list_link' AND address IS NOT NULL AND state NOT IN ('pending', 'sending') AND created_at < ?1`,
      )
      .bind(before(now, keptUnconfirmed * day)),
  ]
}

/** Forgets addresses (a JSON array) at once. */
export function eraseSubscribers(db: D1Database, addresses: string): D1PreparedStatement[] {
  const these = '(SELECT value FROM json_each(?1))'
  return [
    db.prepare(`DELETE FROM mail WHERE kind = 'list_link' AND address IN ${these}`).bind(addresses),
    db.prepare(`DELETE FROM list_subscriber WHERE email IN ${these}`).bind(addresses),
  ]
}

/** An address on a list by its page, as its owner may read it. */
export type SignUp = { list: string; askedAt: string; confirmedAt: string | null; leftAt: string | null }

export function listSignUps(db: ReadDatabase, email: string): Question<SignUp[]> {
  return {
    // On which lists is this address by their pages?
    statement: db
      .prepare(
        `SELECT list, asked_at AS askedAt, confirmed_at AS confirmedAt, left_at AS leftAt
         FROM list_subscriber
         WHERE email = ?1
         ORDER BY list`,
      )
      .bind(email),
    read: (rows: SignUp[]) => rows,
  }
}

/** SQL: which list `mail` leads to. */
export const listLinkColumn = `(
    SELECT json_object('list', list) FROM list_subscriber WHERE uid = substr(mail.uid, 1, 32)
  )`

export const listLinkFrom = (json: string): ListLinkContent => JSON.parse(json) as ListLinkContent
