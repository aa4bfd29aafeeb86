import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { InvitationQuestion } from '#shared/domain/mail-content.ts'
import { invitationDays } from '#shared/domain/naming.ts'
import { isInvited } from './invitations.ts'
import { forgetTyped } from './invited-history.ts'
import { streamOf } from './mail-streams.ts'
import { hourOf } from './submissions.ts'

/** The invitation that a link asks about: what was typed, and nothing of anybody. */
export type Asked = InvitationQuestion & {
  id: number
  name: string
  email: string | null
  phone: string | null
  role: string | null
  invitedAt: Date
  answer: 'accepted' | 'declined' | 'expired' | 'objected' | 'returned' | null
}

/** What a link of an invitation's mail leads to; `asked` is null once it is the link of the person who said yes. */
export type AskedLink = { expiresAt: Date; revokedAt: Date | null; submissions: number; asked: Asked | null }

type Columns = {
  expires_at: string
  revoked_at: string | null
  submissions: number | null
  id: number | null
  uid: string
  group: string
  by: string | null
  of: InvitationQuestion['of']
  name: string
  email: string | null
  phone: string | null
  role: string | null
  invited_at: string
  answer: Asked['answer']
}

/** Null when no link has this hash (SHA-256). */
export async function findAsked(db: D1Database, hash: string, now: Date): Promise<AskedLink | null> {
  // What does this link ask, and of whom?
  const row = await db
    .prepare(
      `SELECT
         link.expires_at, link.revoked_at,
         (SELECT submissions FROM submission_count WHERE hour = ?2 AND client = ?1) AS submissions,
         invitation.id, g.uid, g.name AS "group", inviter.name AS "by",
         CASE
           WHEN invitation.person_id IS NULL THEN 'nobody'
           WHEN invitation.person_id = invitation.invited_by THEN 'themselves'
           ELSE 'colleague'
         END AS "of",
         invitation.name, invitation.email, invitation.phone, invitation.role, invitation.invited_at, invitation.answer
       FROM link
       JOIN mail ON mail.id = link.mail_id
       LEFT JOIN invitation ON invitation.id = mail.invitation_id
       LEFT JOIN local_group g ON g.id = invitation.group_id
       LEFT JOIN person inviter ON inviter.id = invitation.invited_by
       WHERE link.hash = ?1`,
    )
    .bind(hash, hourOf(now))
    .first<Columns>()
  if (!row) return null
  const { expires_at, revoked_at, submissions, id, invited_at, ...asked } = row
  return {
    expiresAt: new Date(expires_at),
    revokedAt: revoked_at === null ? null : new Date(revoked_at),
    submissions: submissions ?? 0,
    asked: id === null ? null : { ...asked, id, invitedAt: new Date(invited_at) },
  }
}

/**
 * Makes a referent of whoever says yes to an invitation (its id): the person whose address it is, or a new one; from then on its mail and link
 * are theirs. `uid` is for a new person whose row's uid is somebody's already. In one batch; nothing where it was taken back.
 */
export function acceptStatements(
  db: D1Database,
  { invitation, uid }: { invitation: number; uid: string },
  now: Date,
): D1PreparedStatement[] {
  const instant = now.toISOString()
  const reader = `
         JOIN person AS holder ON holder.email = invitation.email
         JOIN person ON person.id = coalesce(holder.merged_into_id, holder.id)`
  return [
    db
      .prepare(
        `INSERT INTO person (uid, email, name, name_key, phone, created_at)
         SELECT
           iif(EXISTS (SELECT 1 FROM person WHERE person.uid = invitation.uid), ?2, invitation.uid),
           invitation.email, invitation.name, invitation.name_key, invitation.phone, ?3
         FROM invitation
         WHERE invitation.id = ?1 AND ${isInvited}
         ON CONFLICT (email) DO NOTHING`,
      )
      .bind(invitation, uid, instant),
    // Of whom we know, the record has from now on what is theirs
    db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, person_id, changes)
         SELECT
           invitation.group_id,
           (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE group_id = invitation.group_id),
           ?2, 'referent', person.id,
           json_array(
             json_object('list', 'referents', 'row', invitation.uid, 'removed', json_object(
               'name', invitation.name, 'email', invitation.email, 'phone', invitation.phone, 'role', invitation.role
             )),
             json_object('list', 'referents', 'row', person.uid, 'added', json_object(
               'name', person.name, 'email', person.email, 'phone', person.phone, 'role', invitation.role
             ))
           )
         FROM invitation
         ${reader}
         WHERE invitation.id = ?1 AND ${isInvited} AND person.uid <> invitation.uid`,
      )
      .bind(invitation, instant),
    db
      .prepare(
        `UPDATE mail
         SET person_id = person.id, invitation_id = NULL, group_id = NULL
         FROM invitation
         ${reader}
         WHERE invitation.id = ?1 AND ${isInvited} AND mail.invitation_id = invitation.id`,
      )
      .bind(invitation),
    db
      .prepare(
        `INSERT INTO referent (group_id, person_id, role, own, since_at)
         SELECT invitation.group_id, person.id, invitation.role, invitation.own, ?2
         FROM invitation
         ${reader}
         WHERE invitation.id = ?1 AND ${isInvited}
         ON CONFLICT (group_id, person_id) WHERE until_at IS NULL DO NOTHING`,
      )
      .bind(invitation, instant),
    db.prepare(`DELETE FROM invitation WHERE id = ?1 AND ${isInvited}`).bind(invitation),
  ]
}

/** SQL for which invitations, and its values. */
type Which = { sql: string; values: readonly (string | number)[] }

/** How invitations end that get no yes. */
type Ending = 'declined' | 'expired' | 'objected' | 'returned'

/**
 * Ends the invitations for which `which` (SQL) holds: their rows leave the groups' records, the groups' referents are told, and what was typed is
 * forgotten but for the name, so that they can be. `author` wrote the revision. In one batch.
 */
function endStatements(
  db: D1Database,
  which: Which,
  { answer, author }: { answer: Ending; author: 'referent' | 'system' },
  now: Date,
): D1PreparedStatement[] {
  const [instant, ended] = [now.toISOString(), which.sql]
  const last = which.values.length
  const statement = (sql: string, ...more: string[]) => db.prepare(sql).bind(...which.values, ...more)
  return [
    statement(
      `INSERT INTO revision (group_id, number, made_at, author, changes)
       SELECT
         invitation.group_id,
         (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE group_id = invitation.group_id),
         ?${last + 1}, ?${last + 2},
         json_group_array(json_object('list', 'referents', 'row', invitation.uid, 'removed', json_object('name', invitation.name)))
       FROM invitation
       WHERE ${ended} AND ${isInvited}
       GROUP BY invitation.group_id`,
      instant,
      author,
    ),
    statement(forgetTyped(ended)),
    statement(
      `INSERT INTO mail (kind, stream, person_id, about_invitation_id, group_id, state, reason, due_at, settled_at, created_at)
       SELECT
         'invitation_over', ${streamOf("'invitation_over'")}, person.id, invitation.id, invitation.group_id,
         iif(suppressed.address IS NULL, 'pending', 'suppressed'), suppressed.reason,
         ?${last + 1}, iif(suppressed.address IS NULL, NULL, ?${last + 1}), ?${last + 1}
       FROM invitation
       JOIN referent ON referent.group_id = invitation.group_id AND referent.until_at IS NULL
       JOIN person ON person.id = referent.person_id
       LEFT JOIN suppression suppressed ON suppressed.address = person.email
       WHERE ${ended} AND invitation.email IS NOT NULL
       ON CONFLICT DO NOTHING`,
      instant,
    ),
    statement(
      `UPDATE mail
       SET state = 'cancelled', reason = 'nothing_owed', settled_at = ?${last + 1}, lease_id = NULL, lease_until = NULL
       WHERE (invitation_id IN (SELECT id FROM invitation WHERE ${ended}) OR (
         kind = 'new_address' AND about_invitation_id IN (SELECT id FROM invitation WHERE ${ended})
       ))
       AND (state = 'pending' OR (state = 'sending' AND leaving_at IS NULL))`,
      instant,
    ),
    statement(
      `UPDATE invitation
       SET answer = ?${last + 2}, answered_at = ?${last + 1}, email = NULL, phone = NULL, waiting_at = NULL
       WHERE ${ended} AND invitation.email IS NOT NULL`,
      instant,
      answer,
    ),
  ]
}

/** Somebody who is asked (an invitation's id) says no. In one batch. */
export function declineStatements(db: D1Database, invitation: number, now: Date): D1PreparedStatement[] {
  const which = { sql: 'invitation.id = ?1 AND invitation.answer IS NULL', values: [invitation] }
  return endStatements(db, which, { answer: 'declined', author: 'system' }, now)
}

/** Somebody (a uid) keeps the address that they have. In one batch. */
export function objectStatements(db: D1Database, person: string, now: Date): D1PreparedStatement[] {
  const which = {
    sql: 'invitation.person_id = (SELECT id FROM person WHERE uid = ?1) AND invitation.email IS NOT NULL',
    values: [person],
  }
  return endStatements(db, which, { answer: 'objected', author: 'referent' }, now)
}

/** Whoever owns a link (its SHA-256) keeps the address that they have, where it was by their own link that another was asked for. In one batch. */
export function keepOwnAddress(db: D1Database, linkHash: string, now: Date): D1PreparedStatement[] {
  const which = {
    sql: `invitation.email IS NOT NULL
      AND invitation.invited_by = invitation.person_id
      AND invitation.person_id = (SELECT mail.person_id FROM link JOIN mail ON mail.id = link.mail_id WHERE link.hash = ?1)`,
    values: [linkHash],
  }
  return endStatements(db, which, { answer: 'objected', author: 'referent' }, now)
}

/** Since when an invitation must be there, or over, for time to end it, or to forget it. */
export const answeredSince = (now: Date) => new Date(now.getTime() - invitationDays * 86_400_000).toISOString()

/** Milliseconds for which a refusal may turn out to be said of everybody, before a group hears of it. */
const doubted = 10 * 60_000
export const returnedSince = (now: Date) => new Date(now.getTime() - doubted).toISOString()

/**
 * SQL, of an `invitation`: the mail that asks came back before an instant since there is no such address, which is believed still; or did not leave since that
 * was found before. Whoever named it may not tell one from the other.
 */
export const isReturned = (since: string) => `
    invitation.answer IS NULL
    AND invitation.id IN (
      SELECT mail.invitation_id
      FROM mail
      WHERE mail.invitation_id IS NOT NULL
      AND (
        mail.state = 'failed' AND mail.reason IN ('address_refused', 'address_returned')
        OR mail.state = 'suppressed' AND mail.reason = 'hard_bounce'
      )
      AND mail.settled_at <= ${since}
    )
    AND EXISTS (SELECT 1 FROM suppression WHERE suppression.address = invitation.email AND suppression.reason = 'hard_bounce')`

/** Ends at once the invitations that cannot arrive: the group hears of it while it remembers whom it named. In one batch. */
export function returnStatements(db: D1Database, now: Date): D1PreparedStatement[] {
  const which = { sql: `(${isReturned('?1')})`, values: [returnedSince(now)] }
  return [insertEnds(db, which, now), ...endStatements(db, which, { answer: 'returned', author: 'system' }, now)]
}

/** Ends the invitations that nobody has answered for thirty days, and forgets those that ended so long ago. In one batch. */
export function expireStatements(db: D1Database, now: Date): D1PreparedStatement[] {
  const limit = answeredSince(now)
  const which = {
    sql: 'coalesce(invitation.answered_at, invitation.invited_at) <= ?1 AND invitation.answer IS NULL',
    values: [limit],
  }
  return [
    insertEnds(db, which, now),
    ...endStatements(db, which, { answer: 'expired', author: 'system' }, now),
    db
      .prepare(
        `DELETE FROM invitation
         WHERE coalesce(answered_at, invited_at) <= ?1 AND answer IN ('declined', 'expired', 'objected', 'returned')`,
      )
      .bind(limit),
  ]
}

/** Says in the log that invitations ended by themselves. */
function insertEnds(db: D1Database, { sql, values }: Which, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO event (happened_at, actor, action, group_id)
       SELECT ?${values.length + 1}, 'system', 'expire_invitation', invitation.group_id
       FROM invitation
       WHERE ${sql}`,
    )
    .bind(...values, now.toISOString())
}
