import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** The mark of the secret that links were last derived from; null when there were none yet. */
export async function findSecretMark(db: D1Database): Promise<string | null> {
  const row = await db.prepare('SELECT mark FROM secret_mark').first<{ mark: string }>()
  return row?.mark ?? null
}

/** When all ways in were last ended; null when they never were. */
export async function findRevocation(db: D1Database): Promise<Date | null> {
  const row = await db
    .prepare("SELECT max(happened_at) AS at FROM event WHERE action = 'revoke_links'")
    .first<{ at: string | null }>()
  return row?.at ? new Date(row.at) : null
}

/** The mark that was there is one of a secret that was ended. */
export function upsertSecretMark(db: D1Database, mark: string, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO secret_mark (id, mark, since) VALUES (1, ?1, ?2)
       ON CONFLICT (id) DO UPDATE SET ended = ${withMark}, mark = excluded.mark, since = excluded.since`,
    )
    .bind(mark, now.toISOString())
}

/**
 * Whether everything was ended by hand since the mark was noted, as is done before another secret is meant to be used. A mark of days to come, of a clock
 * that was wrong, says nothing.
 */
export async function isRevokedSinceMark(db: D1Database, now: Date): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1
       FROM secret_mark
       WHERE since > ?1
         OR EXISTS (SELECT 1 FROM event WHERE action = 'revoke_links' AND happened_at > secret_mark.since)`,
    )
    .bind(now.toISOString())
    .first()
  return row !== null
}

/** The secret that links are derived from is one that was ended, from now on. */
export function endSecretMark(db: D1Database): D1PreparedStatement {
  return db.prepare(`UPDATE secret_mark SET ended = ${withMark}`)
}

const withMark = `iif(
    secret_mark.mark IN (SELECT value FROM json_each(secret_mark.ended)),
    secret_mark.ended,
    json_insert(secret_mark.ended, '$[#]', secret_mark.mark)
  )`

/** Whether this is the mark of a secret that was ended. */
export async function isEndedMark(db: D1Database, mark: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM secret_mark WHERE ?1 IN (SELECT value FROM json_each(secret_mark.ended))')
    .bind(mark)
    .first()
  return row !== null
}

/** What anybody may still come in by. Links that have expired are among them: mails can be unsubscribed from by them. */
export type WaysIn = { links: number; sessions: number; keys: number }

export async function countWaysIn(db: D1Database, now: Date): Promise<WaysIn> {
  const row = await db
    .prepare(
      `SELECT (SELECT count(*) FROM link WHERE revoked_at IS NULL)
                + (SELECT count(*) FROM passed_link WHERE revoked_at IS NULL AND expires_at > ?1)
                + (SELECT count(*) FROM calendar_link) AS links,
              (SELECT count(*) FROM session WHERE ends_at > ?1) AS sessions,
              (SELECT count(*) FROM feed_key WHERE revoked_at IS NULL) AS keys`,
    )
    .bind(now.toISOString())
    .first<WaysIn>()
  return row ?? { links: 0, sessions: 0, keys: 0 }
}

/** Ends all of them. A mail that is still to leave gets its link anew as it does. */
export function revokeWaysIn(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM link WHERE mail_id IN (SELECT id FROM mail WHERE state IN ('pending', 'sending'))"),
    db.prepare('UPDATE link SET revoked_at = ?1 WHERE revoked_at IS NULL').bind(now.toISOString()),
    db.prepare('UPDATE passed_link SET revoked_at = ?1 WHERE revoked_at IS NULL').bind(now.toISOString()),
    db.prepare('DELETE FROM calendar_link'),
    db.prepare('DELETE FROM session'),
    db.prepare('UPDATE feed_key SET revoked_at = ?1 WHERE revoked_at IS NULL').bind(now.toISOString()),
  ]
}
