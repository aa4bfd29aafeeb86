import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Actor } from '#shared/domain/actor.ts'
import type { Movement } from '#shared/movement.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/**
 * Stops the monthly mails to whoever holds the link with this SHA-256: what waits for them in the outbox too. Links that
 * they ask for themselves still come.
 */
export function insertUnsubscription(db: D1Database, linkHash: string, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO suppression (address, reason, since_at)
         SELECT person.email, 'unsubscribed', ?2
         FROM link
         JOIN mail ON mail.id = link.mail_id
         JOIN person ON person.id = mail.person_id
         WHERE link.hash = ?1
         -- Whoever opens our mail to stop it has shown that it arrives
         ON CONFLICT (address) DO UPDATE
         SET reason = excluded.reason, explanation = NULL, since_at = excluded.since_at, unsubscribed_at = NULL
         WHERE suppression.reason = 'hard_bounce'`,
      )
      .bind(linkHash, now.toISOString()),
    db
      .prepare(
        `UPDATE mail
         SET state = 'suppressed', reason = 'unsubscribed', settled_at = ?2, lease_id = NULL, lease_until = NULL
         WHERE round_key IS NOT NULL
         AND (state = 'pending' OR (state = 'sending' AND leaving_at IS NULL))
         AND person_id = (SELECT holder.person_id FROM link JOIN mail holder ON holder.id = link.mail_id WHERE link.hash = ?1)`,
      )
      .bind(linkHash, now.toISOString()),
  ]
}

/** Whether whoever holds the link with this SHA-256 gets no mails because they said so. */
export function hasUnsubscribed(db: ReadDatabase, linkHash: string): Question<boolean> {
  return {
    // Has this person unsubscribed?
    statement: db
      .prepare(
        `SELECT 1
         FROM link
         JOIN mail ON mail.id = link.mail_id
         JOIN person ON person.id = mail.person_id
         JOIN suppression ON suppression.address = person.email
         WHERE link.hash = ?1 AND ${isTheirs}`,
      )
      .bind(linkHash),
    read: (rows: unknown[]) => rows.length > 0,
  }
}

/** SQL, of `suppression`: somebody gets no mails because they decided so, and they alone are put back by themselves. */
export const isTheirs = `(suppression.reason IN ('unsubscribed', 'complaint') OR suppression.unsubscribed_at IS NOT NULL)`

/** Groups that nobody is written to any more once the holder of the link with this SHA-256 is not. */
export function listLastReader(
  db: ReadDatabase,
  linkHash: string,
  writesTo: Movement['writesTo'],
): Question<{ uid: string; name: string }[]> {
  return {
    // Of which groups is this person the only one whose address is open?
    statement: db
      .prepare(
        `SELECT g.uid, g.name
         FROM link
         JOIN mail ON mail.id = link.mail_id
         JOIN referent ON referent.person_id = mail.person_id AND referent.until_at IS NULL
         JOIN local_group g ON g.id = referent.group_id
         WHERE link.hash = ?1
         AND g.state IN (SELECT value FROM json_each(?2))
         AND NOT EXISTS (
           SELECT 1
           FROM referent other
           JOIN person ON person.id = other.person_id
           WHERE other.group_id = g.id
           AND other.until_at IS NULL
           AND other.person_id <> referent.person_id
           AND person.email IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.address = person.email)
         )
         ORDER BY g.name_key`,
      )
      .bind(linkHash, JSON.stringify(writesTo)),
    read: (rows: { uid: string; name: string }[]) => rows,
  }
}

/**
 * Takes an unsubscription back, or that they called our mails unwanted: they alone may. That our mails came back is over too: they have come by one of
 * them.
 */
export function deleteUnsubscription(db: D1Database, linkHash: string): D1PreparedStatement[] {
  const holder = `(
    SELECT person.email
    FROM link
    JOIN mail ON mail.id = link.mail_id
    JOIN person ON person.id = mail.person_id
    WHERE link.hash = ?1
  )`
  return forgetSuppression(db, holder, linkHash)
}

/** Takes all away that shuts an address, `which` by SQL that gives it for ?1. */
export function forgetSuppression(db: D1Database, which: string, bound: string): D1PreparedStatement[] {
  return [
    // Else its end would leave them unsubscribed
    db
      .prepare(`UPDATE suppression SET unsubscribed_at = NULL WHERE address = ${which} AND unsubscribed_at IS NOT NULL`)
      .bind(bound),
    db.prepare(`DELETE FROM suppression WHERE address = ${which}`).bind(bound),
  ]
}

/** Opens these addresses again if mails came back from them. Who unsubscribed, or complained, stays so. */
export function reopenAddresses(db: D1Database, addresses: readonly string[]): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM suppression WHERE reason = 'hard_bounce' AND address IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(addresses))
}

/** The same of whoever acts, by their link: they read our mails. */
export function reopenActor(db: D1Database, actor: Extract<Actor, { kind: 'referent' }>): D1PreparedStatement {
  const person =
    'person' in actor
      ? 'person.uid = ?1'
      : 'person.id = (SELECT mail.person_id FROM link JOIN mail ON mail.id = link.mail_id WHERE link.hash = ?1)'
  return db
    .prepare(
      `DELETE FROM suppression WHERE reason = 'hard_bounce' AND address = (SELECT email FROM person WHERE ${person})`,
    )
    .bind('person' in actor ? actor.person : actor.link)
}

/** Whether mails to this address come back. */
export function comesBack(db: ReadDatabase, address: string): Question<boolean> {
  return {
    // Is this address shut because mails came back?
    statement: db.prepare(`SELECT 1 FROM suppression WHERE address = ?1 AND reason = 'hard_bounce'`).bind(address),
    read: (rows: unknown[]) => rows.length > 0,
  }
}
