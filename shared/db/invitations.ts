import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { namingDay, namingLimits, namingMonth } from '#shared/domain/naming.ts'
import { fold } from '#shared/record/fold.ts'
import { streamOf } from './mail-streams.ts'
import type { RowName } from './section-writes.ts'

/** SQL, of an `invitation`: somebody new, who has not answered. They are in the group's record, as it typed them. */
export const isInvited = 'invitation.person_id IS NULL AND invitation.email IS NOT NULL'

/** Somebody whom a referent named, as typed. `person` is the uid of whose address it would be, where one is corrected. */
export type NewInvitation = {
  uid: string
  name: string
  email: string
  phone: string | null
  role: string | null
  /** Answers to the movement's own questions. */
  own?: object
  person?: string
  /** The HMAC of their mailbox. */
  mailbox: string
}

/** The write that names them: in which group (uid), and by whom (uid). */
export type Inviting = { group: string; by: string; invited: readonly NewInvitation[] }

/** Milliseconds that an invitation waits for the rest of what is corrected in one sitting: whom a group takes off at once hears nothing. */
const digestWindow = 10 * 60_000

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()

/**
 * Invites whom a referent has named, and lets our mails reach the first ones, as far as the limits go, and of one mailbox so many. The others
 * wait for the team. In one batch with the write: it counts what is there when it runs, so that two saves at once pass no limit together. Whoever
 * is a referent of the group is not asked whether they do. Fails on an address that the group has invited already (`conflictOf`).
 */
export function insertInvitations(db: D1Database, { group, by, invited }: Inviting, now: Date): D1PreparedStatement[] {
  if (invited.length === 0) return []
  const json = JSON.stringify(invited.map((one) => ({ ...one, name_key: fold(one.name) })))
  const instant = now.toISOString()
  return [
    db.prepare('DELETE FROM naming WHERE named_at <= ?1').bind(before(now, namingMonth)),
    expireOthers(db, json, instant),
    db
      .prepare(
        `INSERT INTO invitation (uid, group_id, person_id, name, name_key, email, phone, role, own, invited_at, invited_by, waiting_at)
         SELECT
           item.value ->> 'uid', g.id, corrected.id, item.value ->> 'name', item.value ->> 'name_key', item.value ->> 'email', item.value ->> 'phone', item.value ->> 'role', coalesce(item.value -> 'own', '{}'),
           ?4, namer.id, ?4
         FROM json_each(?1) AS item
         JOIN local_group g ON g.uid = ?2
         JOIN person namer ON namer.uid = ?3
         LEFT JOIN person corrected ON corrected.uid = item.value ->> 'person'
         WHERE corrected.id IS NOT NULL
         OR NOT EXISTS (
           SELECT 1
           FROM referent
           JOIN person ON person.id = referent.person_id
           WHERE referent.group_id = g.id AND referent.until_at IS NULL
           AND (person.uid = item.value ->> 'uid' OR person.email = item.value ->> 'email')
         )`,
      )
      .bind(json, group, by, instant),
    passing(db, json, { group, by }, now),
    db
      .prepare(
        `UPDATE invitation
         SET waiting_at = NULL
         WHERE id IN (SELECT invitation_id FROM naming WHERE named_at = ?2)
         AND group_id = (SELECT id FROM local_group WHERE uid = ?1)`,
      )
      .bind(group, instant),
    ...insertAsks(db, group, { made: instant, due: new Date(now.getTime() + digestWindow) }, now),
  ]
}

/** An address that the team gives somebody (`person`), as somebody told it. */
type TeamAddress = { person: string; uid: string; name: string; email: string }

/**
 * Asks whoever reads an address that the team typed for somebody of a group (uid) whether they are that person, and tells the address that they have.
 * No limit counts it: the team is one. In one batch with the write.
 */
export function insertTeamAddresses(
  db: D1Database,
  { group, addresses }: { group: string; addresses: readonly TeamAddress[] },
  now: Date,
): D1PreparedStatement[] {
  if (addresses.length === 0) return []
  const json = JSON.stringify(addresses.map((one) => ({ ...one, name_key: fold(one.name) })))
  const instant = now.toISOString()
  return [
    expireOthers(db, json, instant),
    db
      .prepare(
        `INSERT INTO invitation (uid, group_id, person_id, name, name_key, email, invited_at)
         SELECT item.value ->> 'uid', g.id, person.id, item.value ->> 'name', item.value ->> 'name_key', item.value ->> 'email', ?3
         FROM json_each(?1) AS item
         JOIN local_group g ON g.uid = ?2
         JOIN person ON person.uid = item.value ->> 'person'`,
      )
      .bind(json, group, instant),
    ...insertAsks(db, group, { made: instant, due: now }, now),
  ]
}

/**
 * Invites whom somebody of the team has named who may not know whether we know them. No limit counts it: the team is one. Whoever is a referent of the
 * group is not asked whether they do. In one batch with the write.
 */
export function insertTeamInvitations(
  db: D1Database,
  { group, invited }: { group: string; invited: readonly Omit<NewInvitation, 'mailbox'>[] },
  now: Date,
): D1PreparedStatement[] {
  if (invited.length === 0) return []
  const json = JSON.stringify(invited.map((one) => ({ ...one, name_key: fold(one.name) })))
  const instant = now.toISOString()
  return [
    db
      .prepare(
        `INSERT INTO invitation (uid, group_id, name, name_key, email, phone, role, own, invited_at)
         SELECT
           item.value ->> 'uid', g.id, item.value ->> 'name', item.value ->> 'name_key', item.value ->> 'email', item.value ->> 'phone',
           item.value ->> 'role', coalesce(item.value -> 'own', '{}'), ?3
         FROM json_each(?1) AS item
         JOIN local_group g ON g.uid = ?2`,
      )
      .bind(json, group, instant),
    ...insertAsks(db, group, { made: instant, due: new Date(now.getTime() + digestWindow) }, now),
  ]
}

/** The latest word about somebody's address stands. */
function expireOthers(db: D1Database, json: string, instant: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE invitation
       SET answer = 'expired', answered_at = ?2, email = NULL, phone = NULL, waiting_at = NULL
       WHERE email IS NOT NULL
       AND person_id IN (SELECT person.id FROM json_each(?1) AS item JOIN person ON person.uid = item.value ->> 'person')`,
    )
    .bind(json, instant)
}

function passing(
  db: D1Database,
  json: string,
  { group, by }: Pick<Inviting, 'group' | 'by'>,
  now: Date,
): D1PreparedStatement {
  const { save, groupInDay, referentInDay, mailboxInMonth } = namingLimits
  return db
    .prepare(
      `WITH
         item AS (
           SELECT
             key,
             value ->> 'uid' AS uid,
             value ->> 'mailbox' AS mailbox,
             value ->> 'person' AS person,
             row_number() OVER (PARTITION BY value ->> 'mailbox' ORDER BY key) AS nth
           FROM json_each(?1)
         ),
         open AS (
           SELECT item.*, row_number() OVER (ORDER BY key) AS place
           FROM item
           WHERE nth + (SELECT count(*) FROM naming WHERE naming.mailbox = item.mailbox) <= ${mailboxInMonth}
           AND (
             SELECT count(*)
             FROM person
             JOIN mail ON mail.person_id = person.id
             WHERE person.uid = item.person AND mail.kind = 'new_address' AND mail.created_at > ?6
           ) < ${mailboxInMonth}
         )
       INSERT INTO naming (group_id, invitation_id, named_by, mailbox, named_at)
       SELECT g.id, invitation.id, namer.id, open.mailbox, ?4
       FROM open
       JOIN local_group g ON g.uid = ?2
       JOIN invitation ON invitation.group_id = g.id AND invitation.uid = open.uid
       JOIN person namer ON namer.uid = ?3
       WHERE open.place <= min(
         ${save},
         ${groupInDay} - (SELECT count(*) FROM naming WHERE group_id = g.id AND named_at > ?5),
         ${referentInDay} - (SELECT count(*) FROM naming WHERE named_by = namer.id AND named_at > ?5)
       )`,
    )
    .bind(json, group, by, now.toISOString(), before(now, namingDay), before(now, namingMonth))
}

/**
 * Puts in the outbox the question to whom a group (uid) invited at an instant and who does not wait for the team; and, where somebody's address was
 * corrected, a word to the address that they have.
 */
export function insertAsks(
  db: D1Database,
  group: string,
  { made, due }: { made: string; due: Date },
  now: Date,
): D1PreparedStatement[] {
  const asked = `
       FROM invitation
       WHERE invitation.group_id = (SELECT id FROM local_group WHERE uid = ?1)
       AND invitation.invited_at = ?2
       AND invitation.waiting_at IS NULL
       AND invitation.answer IS NULL
       AND NOT EXISTS (SELECT 1 FROM mail asking WHERE asking.invitation_id = invitation.id)`
  return [
    db
      .prepare(
        `INSERT INTO mail (kind, stream, person_id, about_invitation_id, group_id, due_at, created_at)
         SELECT 'new_address', ${streamOf("'new_address'")}, invitation.person_id, invitation.id, invitation.group_id, ?3, ?3
         ${asked}
         AND invitation.person_id IS NOT NULL`,
      )
      .bind(group, made, now.toISOString()),
    db
      .prepare(
        `INSERT INTO mail (kind, stream, invitation_id, group_id, due_at, created_at)
         SELECT 'welcome', ${streamOf("'welcome'")}, invitation.id, invitation.group_id, iif(invitation.person_id IS NULL, ?3, ?4), ?4
         ${asked}`,
      )
      .bind(group, made, due.toISOString(), now.toISOString()),
  ]
}

/** What a group corrects of whom it invited (name, phone and role). */
export function updateInvitations(
  db: D1Database,
  rows: readonly (RowName & Pick<NewInvitation, 'name' | 'phone' | 'role' | 'own'>)[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE invitation
       SET name = item.value ->> 'name', name_key = item.value ->> 'name_key', phone = item.value ->> 'phone', role = item.value ->> 'role', own = json_patch(invitation.own, coalesce(item.value -> 'own', '{}'))
       FROM json_each(?1) AS item
       JOIN local_group g ON g.uid = item.value ->> 'group'
       WHERE invitation.group_id = g.id AND invitation.uid = item.value ->> 'uid' AND ${isInvited}`,
    )
    .bind(JSON.stringify(rows.map((row) => ({ ...row, name_key: fold(row.name) }))))
}

/** Takes invitations back: nobody is asked any more. */
export function deleteInvitations(db: D1Database, rows: readonly RowName[]): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM invitation
       WHERE ${isInvited}
       AND (group_id, uid) IN (
         SELECT g.id, item.value ->> 'uid'
         FROM json_each(?1) AS item
         JOIN local_group g ON g.uid = item.value ->> 'group'
       )`,
    )
    .bind(JSON.stringify(rows))
}

/** Fails where one of these is no longer invited (`conflictOf`): they said yes, or it ended, since the group was read. */
export function refuseAnswered(db: D1Database, rows: readonly RowName[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO invitation (uid, group_id, name, name_key, invited_at)
       SELECT item.value ->> 'uid', g.id, NULL, '', ''
       FROM json_each(?1) AS item
       JOIN local_group g ON g.uid = item.value ->> 'group'
       WHERE NOT EXISTS (
         SELECT 1
         FROM invitation
         WHERE invitation.group_id = g.id AND invitation.uid = item.value ->> 'uid' AND ${isInvited}
       )
       LIMIT 1`,
    )
    .bind(JSON.stringify(rows))
}

/** Forgets that these mailboxes (HMAC) were named. */
export function deleteNamings(db: D1Database, mailboxes: readonly string[]): D1PreparedStatement {
  return db
    .prepare('DELETE FROM naming WHERE mailbox IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(mailboxes))
}
