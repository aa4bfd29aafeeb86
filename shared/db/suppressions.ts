import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

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

/** Takes an unsubscription back. A bounce or a complaint stays: it was not theirs to decide. */
export function deleteUnsubscription(db: D1Database, linkHash: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM suppression
       WHERE reason = 'unsubscribed'
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
