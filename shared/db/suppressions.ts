import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
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
         ON CONFLICT DO NOTHING`,
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
         WHERE link.hash = ?1 AND suppression.reason IN (${theirs})`,
      )
      .bind(linkHash),
    read: (rows: unknown[]) => rows.length > 0,
  }
}

/** SQL: why somebody gets no mails who decided so, and who alone is put back by themselves. */
export const theirs = "'unsubscribed', 'complaint'"

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

/** Takes an unsubscription back, or that they called our mails unwanted: they alone may. A bounce stays: it was not theirs to decide. */
export function deleteUnsubscription(db: D1Database, linkHash: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM suppression
       WHERE reason IN (${theirs})
       AND address = (
         SELECT person.email
         FROM link
         JOIN mail ON mail.id = link.mail_id
         JOIN person ON person.id = mail.person_id
         WHERE link.hash = ?1
       )`,
    )
    .bind(linkHash)
}
