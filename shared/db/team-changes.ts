import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type TeamChange, teamChanges } from '#shared/domain/mail-content.ts'
import { streamOf } from './mail-streams.ts'

/** Tells somebody of the team (by their address) of the event that was written just before, in one batch with it. */
export function insertTeamChange(db: D1Database, address: string, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail (uid, kind, stream, address, due_at, created_at)
       SELECT 'event-' || max(id), 'team_change', ${streamOf("'team_change'")}, ?1, ?2, ?2
       FROM event`,
    )
    .bind(address, now.toISOString())
}

/** SQL: the event that `mail` tells of. */
export const teamChangeColumn = `(
    SELECT json_object('what', event.action, 'by', event.coordinator)
    FROM event
    WHERE event.id = CAST(substr(mail.uid, 7) AS INTEGER)
  )`

/** Null for an event that nobody is told of. */
export function teamChangeFrom(json: string): TeamChange | null {
  const change = JSON.parse(json) as TeamChange
  return teamChanges.includes(change.what) ? change : null
}
