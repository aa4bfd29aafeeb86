import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import { insertAsks } from './invitations.ts'
import type { ReadDatabase } from './read-only.ts'

/** People whom a group named and who wait for the team. */
export type WaitingGroup = {
  uid: string
  name: string
  town: string | null
  people: { uid: string; name: string; email: string }[]
  /** Who named them, each once. */
  by: string[]
  /** Since when the first of them waits. */
  since: Date
}

type WaitingColumns = { uid: string; name: string; town: string | null; people: string; by: string; since: string }

/** The groups of which somebody waits for the team, those that wait longest first; one of them when its uid is given. */
export function listWaitingGroups(
  db: ReadDatabase,
  group: string | null = null,
  howMany = 1000,
): Question<WaitingGroup[]> {
  return {
    // Whom did groups name who may not be written to yet, and who named them?
    statement: db
      .prepare(
        `SELECT
           g.uid, g.name, g.town,
           json_group_array(json_array(invitation.uid, invitation.name, invitation.email) ORDER BY invitation.id) AS people,
           json_group_array(DISTINCT namer.name) AS by,
           min(invitation.waiting_at) AS since
         FROM invitation
         JOIN local_group g ON g.id = invitation.group_id
         LEFT JOIN person namer ON namer.id = invitation.invited_by
         WHERE invitation.waiting_at IS NOT NULL
         AND (?1 IS NULL OR g.uid = ?1)
         GROUP BY g.id
         ORDER BY since, g.name_key
         LIMIT ?2 + 0`,
      )
      .bind(group, howMany),
    read: (rows: WaitingColumns[]) =>
      rows.map(({ people, by, since, ...row }) => ({
        ...row,
        people: (JSON.parse(people) as [string, string, string][]).map(([uid, name, email]) => ({ uid, name, email })),
        by: (JSON.parse(by) as (string | null)[]).filter((name) => name !== null),
        since: new Date(since),
      })),
  }
}

/** Lets everybody through who waits in a group (uid): they are asked, and have thirty days from now. In one batch. */
export function updateAdmitted(db: D1Database, group: string, now: Date): D1PreparedStatement[] {
  const made = now.toISOString()
  return [
    db.prepare(`UPDATE invitation SET waiting_at = NULL, invited_at = ?2 WHERE ${waitsIn('?1')}`).bind(group, made),
    ...insertAsks(db, group, { made, due: now }, now),
  ]
}

/** Takes off everybody who waits in a group (uid), for the team; nobody is written to. In one batch. */
export function updateRefused(db: D1Database, group: string, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, changes)
         SELECT
           g.id,
           (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE group_id = g.id),
           ?2, 'coordinator',
           json_group_array(json_object('list', 'referents', 'row', invitation.uid, 'removed', json_object(
             'name', invitation.name, 'email', invitation.email, 'phone', invitation.phone, 'role', invitation.role
           )))
         FROM invitation
         JOIN local_group g ON g.id = invitation.group_id
         WHERE ${waitsIn('?1')} AND invitation.person_id IS NULL
         GROUP BY g.id`,
      )
      .bind(group, now.toISOString()),
    db.prepare(`DELETE FROM invitation WHERE ${waitsIn('?1')}`).bind(group),
  ]
}

function waitsIn(group: string): string {
  return `invitation.waiting_at IS NOT NULL AND invitation.group_id = (SELECT id FROM local_group WHERE uid = ${group})`
}
