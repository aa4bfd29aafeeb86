import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { teamInvitationDays } from '#shared/domain/link.ts'
import type { TeamInvitationContent } from '#shared/domain/mail-content.ts'
import type { Role } from '#shared/domain/role.ts'
import type { Language } from '#shared/text/language.ts'
import type { Question } from './ask.ts'
import { streamOf } from './mail-streams.ts'
import type { ReadDatabase } from './read-only.ts'

/** Somebody who may join the team. `regions` null: everywhere; `language` null: the movement's first. */
export type Invitee = {
  email: string
  name: string
  role: Role
  regions: readonly string[] | null
  language: Language | null
}
export type TeamInvitation = Invitee & { by: string; invitedAt: Date; expiresAt: Date }

type Columns = {
  email: string
  name: string
  role: Role
  regions: string | null
  language: Language | null
  invited_by: string
  invited_at: string
  expires_at: string
}

/** So many wait at once at most: each is a mail to an address that somebody typed. */
const mostWaiting = 20
const day = 86_400_000

const columns = 'email, name, role, regions, language, invited_by, invited_at, expires_at'

function read(row: Columns): TeamInvitation {
  return {
    email: row.email,
    name: row.name,
    role: row.role,
    regions: row.regions === null ? null : (JSON.parse(row.regions) as string[]),
    language: row.language,
    by: row.invited_by,
    invitedAt: new Date(row.invited_at),
    expiresAt: new Date(row.expires_at),
  }
}

export function listTeamInvitations(db: ReadDatabase): Question<TeamInvitation[]> {
  return {
    // Who was invited to the team, and has not come yet?
    statement: db.prepare(`SELECT ${columns} FROM team_invitation ORDER BY name, email`),
    read: (rows: Columns[]) => rows.map(read),
  }
}

/** Null when nobody of this address is invited, or not any more. */
export function findTeamInvitation(db: ReadDatabase, email: string, now: Date): Question<TeamInvitation | null> {
  return {
    // To what is this address invited?
    statement: db
      .prepare(`SELECT ${columns} FROM team_invitation WHERE email = ?1 AND expires_at > ?2`)
      .bind(email, now.toISOString()),
    read: ([row]: Columns[]) => (row ? read(row) : null),
  }
}

/**
 * Invites somebody, and writes to them; whoever is invited already is so anew. Takes away invitations that nobody answered in time. Nothing is
 * written (the second statement changes no row) when too many wait.
 */
export function insertTeamInvitation(
  db: D1Database,
  { email, name, role, regions, language }: Invitee,
  by: string,
  now: Date,
): D1PreparedStatement[] {
  const instant = now.toISOString()
  return [
    db.prepare('DELETE FROM team_invitation WHERE expires_at <= ?1 OR email = ?2').bind(instant, email),
    db
      .prepare(
        `INSERT INTO team_invitation (email, name, role, regions, language, invited_by, invited_at, expires_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
         WHERE (SELECT count(*) FROM team_invitation) < ${mostWaiting}`,
      )
      .bind(
        email,
        name,
        role,
        regions && JSON.stringify(regions),
        language,
        by,
        instant,
        new Date(now.getTime() + teamInvitationDays * day).toISOString(),
      ),
    db
      .prepare(
        `INSERT INTO mail (kind, stream, address, due_at, created_at)
         SELECT 'team_invitation', ${streamOf("'team_invitation'")}, email, ?2, ?2
         FROM team_invitation
         WHERE email = ?1`,
      )
      .bind(email, instant),
  ]
}

/** Takes an invitation back, or away once it is answered; its mail is cancelled, and its link opens nothing. */
export function deleteTeamInvitation(db: D1Database, email: string): D1PreparedStatement {
  return db.prepare('DELETE FROM team_invitation WHERE email = ?1').bind(email)
}

/** SQL: the invitation that `mail` is about, as long as it waits. */
export const teamInvitationColumn = `(
    SELECT json_object('by', invited_by, 'name', name, 'role', role, 'regions', json(regions))
    FROM team_invitation
    WHERE email = mail.address
  )`

export function teamInvitationFrom(json: string): TeamInvitationContent {
  return JSON.parse(json) as TeamInvitationContent
}
