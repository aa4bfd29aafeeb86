import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

// The mails of the open round's last step that went to the team instead of their readers
const diverted = `
  state = 'cancelled'
  AND reason = 'redirect'
  AND (round_key, step) = (
    SELECT round_key, name FROM round_step WHERE opened_at IS NOT NULL ORDER BY opened_at DESC LIMIT 1
  )`

/** How many mails of the latest step only the team got. */
export async function countDiverted(db: D1Database): Promise<number> {
  return (await db.prepare(`SELECT count(*) AS mails FROM mail WHERE ${diverted}`).first<number>('mails')) ?? 0
}

/** Lets them leave for their readers after all. */
export function updateDiverted(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mail
       SET state = 'pending', reason = NULL, server_reply = NULL, due_at = ?1, settled_at = NULL, leaving_at = NULL, attempts = 0
       WHERE ${diverted}`,
    )
    .bind(now.toISOString())
}
