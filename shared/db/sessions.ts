import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

type NewSession = { link: string; hash: string; endsAt: Date }

/** Begins a session of whom a sign-in link, or an invitation to the team, (its SHA-256) was sent to; not when the link was used, has expired or was stopped. */
export function insertSession(db: D1Database, { link, hash, endsAt }: NewSession, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO session (hash, coordinator, began_at, ends_at)
       SELECT ?2, mail.address, ?3, ?4
       FROM link
       JOIN mail ON mail.id = link.mail_id
       WHERE link.hash = ?1 AND link.revoked_at IS NULL AND link.expires_at > ?3
       AND (
         mail.kind = 'sign_in'
         OR (
           mail.kind = 'team_invitation'
           AND EXISTS (SELECT 1 FROM team_invitation WHERE email = mail.address AND expires_at > ?3)
         )
       )`,
    )
    .bind(link, hash, now.toISOString(), endsAt.toISOString())
}

/** A sign-in link that was used opens nothing any more. */
export function revokeSignIn(db: D1Database, link: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE link SET revoked_at = ?2 WHERE hash = ?1 AND revoked_at IS NULL')
    .bind(link, now.toISOString())
}

export function deleteSession(db: D1Database, hash: string): D1PreparedStatement {
  return db.prepare('DELETE FROM session WHERE hash = ?1').bind(hash)
}

/** Ends the sessions of somebody of the team. */
export function deleteSessionsOf(db: D1Database, coordinator: string): D1PreparedStatement {
  return db.prepare('DELETE FROM session WHERE coordinator = ?1').bind(coordinator)
}

/** Takes away sessions whose time is over. */
export function deleteOldSessions(db: D1Database, now: Date): D1PreparedStatement {
  return db.prepare('DELETE FROM session WHERE ends_at <= ?1').bind(now.toISOString())
}
