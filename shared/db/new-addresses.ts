import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { objectionDays } from '#shared/domain/naming.ts'
import { exchangeAddress, leaveAddresses } from './former-addresses.ts'

/** Notes that whoever reads a new address (an invitation's id) says that it is theirs. */
export function acceptAddress(db: D1Database, invitation: number, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE invitation
       SET answer = 'accepted', answered_at = ?2
       WHERE id = ?1 AND person_id IS NOT NULL AND answer IS NULL`,
    )
    .bind(invitation, now.toISOString())
}

/** SQL: whether a new address that its reader accepted holds; `?1` is since when a colleague's correction must have been there. */
export const isSettled = `
    invitation.answer = 'accepted'
    AND (
      invitation.invited_by IS invitation.person_id
      OR invitation.invited_at <= ?1
      OR (SELECT email FROM person WHERE id = invitation.person_id) IS NULL
    )`

// It is the same person's, who moved: nobody else has it, or gets it now by an earlier word, and no other group would be written to elsewhere for what
// this one said
const isMove = `
    ${isSettled}
    AND NOT EXISTS (
      SELECT 1
      FROM person
      WHERE person.email = invitation.email AND person.id <> invitation.person_id
      AND (person.merged_into_id IS NOT invitation.person_id OR (SELECT email FROM person WHERE id = invitation.person_id) IS NULL)
    )
    AND NOT EXISTS (
      SELECT 1
      FROM invitation AS earlier
      WHERE earlier.email = invitation.email AND earlier.person_id IS NOT NULL AND earlier.id < invitation.id
      AND ${isSettled.replaceAll('invitation.', 'earlier.')}
    )
    AND (
      invitation.invited_by IS invitation.person_id
      OR NOT EXISTS (
        SELECT 1
        FROM referent
        WHERE referent.person_id = invitation.person_id AND referent.until_at IS NULL AND referent.group_id <> invitation.group_id
      )
    )`

/** Since when a correction must have been there that nobody objected to. */
export const objectedSince = (now: Date) => new Date(now.getTime() - objectionDays * 86_400_000).toISOString()

/** SQL: whether time ends an invitation, or settles a new address; `objected` and `answered` are since when. */
export const isTimeUp = (objected: string, answered: string) => `
    coalesce(answered_at, invited_at) <= ${answered}
    OR (${isSettled.replaceAll('?1', () => objected)})`

/**
 * Gives people the addresses that their readers accepted and that they did not object to. Where it is another person's, or they are referent of
 * other groups too and a colleague corrected it, it is the membership in this group that passes on, and nothing else of them. In one batch.
 */
export function settleAddresses(db: D1Database, now: Date): D1PreparedStatement[] {
  const statement = (sql: string) => {
    const given = [objectedSince(now), now.toISOString()]
    const last = given.findLastIndex((_, index) => sql.includes(`?${index + 1}`))
    return db.prepare(sql).bind(...given.slice(0, last + 1))
  }
  return [...moves.map(statement), ...passes.map(statement)]
}

const revision = (changes: string, from: string) => `
    INSERT INTO revision (group_id, number, made_at, author, changes)
    SELECT
      g.id,
      (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE group_id = g.id),
      ?2, 'system', ${changes}
    FROM ${from}
    GROUP BY g.id`

const event = (which: string) => `
    INSERT INTO event (happened_at, actor, action, group_id, person_id)
    SELECT ?2, 'system', 'change_address', invitation.group_id, invitation.person_id
    FROM invitation
    WHERE ${which}`

const moves = [
  event(isMove),
  revision(
    `json_group_array(json_object(
        'list', 'referents', 'row', person.uid, 'field', 'email', 'before', person.email, 'after', invitation.email
      ))`,
    `invitation
    JOIN person ON person.id = invitation.person_id
    JOIN referent ON referent.person_id = person.id AND referent.until_at IS NULL
    JOIN local_group g ON g.id = referent.group_id
    WHERE ${isMove}`,
  ),
  ...leaveAddresses(`invitation JOIN person ON person.id = invitation.person_id WHERE ${isMove}`),
  `UPDATE mail
    SET person_id = invitation.person_id, invitation_id = NULL, group_id = NULL
    FROM invitation
    WHERE mail.invitation_id = invitation.id AND ${isMove}`,
  ...exchangeAddress(
    `SELECT invitation.person_id AS id, invitation.email
    FROM invitation
    WHERE ${isMove}`,
  ),
  `DELETE FROM invitation
    WHERE person_id IS NOT NULL AND email = (SELECT person.email FROM person WHERE person.id = invitation.person_id)`,
]

const hasMembership = `
    EXISTS (
      SELECT 1
      FROM referent membership
      WHERE membership.person_id = invitation.person_id AND membership.group_id = invitation.group_id AND membership.until_at IS NULL
    )`

// Whose the address is, who is not the one that holds the membership
const reader = `
    JOIN person AS holder ON holder.email = invitation.email
    JOIN person ON person.id = coalesce(holder.merged_into_id, holder.id) AND person.id <> invitation.person_id`

// The membership passes on: from whoever holds it, to the person whose address it is, or a new one
const passes = [
  event(`${isSettled} AND ${hasMembership}`),
  `INSERT INTO person (uid, email, name, name_key, created_at)
    SELECT invitation.uid, invitation.email, invitation.name, invitation.name_key, ?2
    FROM invitation
    WHERE ${isSettled} AND ${hasMembership}
    ON CONFLICT (email) DO NOTHING`,
  revision(
    `json_group_array(json(change.value))`,
    `invitation
    JOIN person former ON former.id = invitation.person_id
    JOIN referent membership ON membership.person_id = former.id AND membership.group_id = invitation.group_id AND membership.until_at IS NULL
    ${reader}
    JOIN local_group g ON g.id = invitation.group_id
    JOIN json_each(json_array(
      json_object('list', 'referents', 'row', former.uid, 'removed', json_object(
        'name', former.name, 'email', former.email, 'phone', former.phone, 'role', membership.role
      )),
      json_object('list', 'referents', 'row', person.uid, 'added', json_object(
        'name', person.name, 'email', person.email, 'phone', person.phone, 'role', membership.role
      ))
    )) AS change
    WHERE ${isSettled}`,
  ),
  `UPDATE mail
    SET person_id = person.id, invitation_id = NULL, group_id = NULL
    FROM invitation
    JOIN person AS holder ON holder.email = invitation.email
    JOIN person ON person.id = coalesce(holder.merged_into_id, holder.id)
    WHERE mail.invitation_id = invitation.id AND ${isSettled}`,
  `INSERT INTO referent (group_id, person_id, role, own, since_at)
    SELECT invitation.group_id, person.id, membership.role, membership.own, ?2
    FROM invitation
    ${reader}
    JOIN referent membership ON membership.person_id = invitation.person_id AND membership.group_id = invitation.group_id AND membership.until_at IS NULL
    WHERE ${isSettled}
    ON CONFLICT (group_id, person_id) WHERE until_at IS NULL DO NOTHING`,
  `UPDATE referent
    SET until_at = ?2
    FROM invitation
    ${reader}
    WHERE referent.person_id = invitation.person_id AND referent.group_id = invitation.group_id AND referent.until_at IS NULL AND ${isSettled}`,
  `DELETE FROM invitation WHERE ${isSettled}`,
]

/** An address that somebody would have, until when they can object, and who wrote it. */
export type PendingAddress = {
  group: { uid: string; name: string }
  by: string | null
  isOwn: boolean
  address: string
  until: Date
}

/** The address that somebody (a uid) would have; null when none is proposed, or it holds already. */
export async function findNewAddress(db: D1Database, person: string): Promise<PendingAddress | null> {
  type Columns = { uid: string; name: string; by: string | null; is_own: 0 | 1; email: string; invited_at: string }
  // Which address was written for this person, and by whom?
  const row = await db
    .prepare(
      `SELECT g.uid, g.name, writer.name AS "by", invitation.invited_by IS invitation.person_id AS is_own, invitation.email, invitation.invited_at
       FROM invitation
       JOIN local_group g ON g.id = invitation.group_id
       LEFT JOIN person writer ON writer.id = invitation.invited_by
       WHERE invitation.person_id = (SELECT id FROM person WHERE uid = ?1) AND invitation.email IS NOT NULL`,
    )
    .bind(person)
    .first<Columns>()
  return (
    row && {
      group: { uid: row.uid, name: row.name },
      by: row.by,
      isOwn: row.is_own === 1,
      address: row.email,
      until: new Date(new Date(row.invited_at).getTime() + objectionDays * 86_400_000),
    }
  )
}
