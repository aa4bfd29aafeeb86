import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** The hour (UTC) of an instant, as presses are counted by. */
export const hourOf = (now: Date) => now.toISOString().slice(0, 13)

/**
 * Counts one more press of a link (its SHA-256) or of somebody unknown (an HMAC), who has pressed `before` times in this hour. The first
 * one forgets those of other hours.
 */
export function countSubmission(
  db: D1Database,
  { client, before }: { client: string; before: number },
  now: Date,
): D1PreparedStatement[] {
  const hour = hourOf(now)
  return [
    ...(before === 0 ? [db.prepare('DELETE FROM submission_count WHERE hour <> ?1').bind(hour)] : []),
    db
      .prepare(
        `INSERT INTO submission_count (hour, client, submissions)
         VALUES (?1, ?2, 1)
         ON CONFLICT (hour, client) DO UPDATE
         SET submissions = submissions + 1`,
      )
      .bind(hour, client),
  ]
}

/** How often somebody has pressed in this hour. */
export async function countSubmissions(db: D1Database, client: string, now: Date): Promise<number> {
  // How often has this one pressed?
  const statement = db.prepare('SELECT submissions FROM submission_count WHERE hour = ?1 AND client = ?2')
  return (await statement.bind(hourOf(now), client).first<number>('submissions')) ?? 0
}
