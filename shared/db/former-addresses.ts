import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { takeBackDays } from '#shared/domain/naming.ts'
import { hourOf } from './submissions.ts'

/** No address ends so (RFC 2606). */
const mark = '.part.invalid'

const since = (now: Date) => new Date(now.getTime() - takeBackDays * 86_400_000).toISOString()

/**
 * SQL, in the batch in which people move to new addresses (`from`: rows of `invitation` and `person`) and before they have moved; `?2` is now. The old
 * address is kept for a while and told at once, and the links that went there open nothing any more, whoever has them.
 */
export const leaveAddresses = (from: string): readonly string[] => [
  `INSERT INTO former_address (person_id, email, left_at)
    SELECT person.id, person.email, ?2
    FROM ${from} AND person.email IS NOT NULL`,
  `INSERT INTO mail (uid, kind, stream, address, due_at, created_at)
    SELECT uid || '-moved', 'new_address', 'transactional', email, ?2, ?2
    FROM former_address
    WHERE left_at = ?2
    AND NOT EXISTS (SELECT 1 FROM suppression WHERE address = email AND reason = 'hard_bounce')
    ON CONFLICT DO NOTHING`,
  `UPDATE link
    SET expires_at = ?2
    WHERE expires_at > ?2
    AND mail_id IN (
      SELECT mail.id
      FROM former_address
      JOIN mail ON mail.person_id = former_address.person_id
      WHERE former_address.left_at = ?2
    )`,
]

/**
 * SQL: gives people an address (`whose`: rows of `id` and `email`). Where it is of somebody who became part of them, that one keeps the address that they
 * had until now, behind a mark meanwhile: no two rows may have one address at any moment.
 */
export const exchangeAddress = (whose: string): readonly string[] => [
  `UPDATE person
    SET email = whole.email || '${mark}'
    FROM (${whose}) AS given
    JOIN person AS whole ON whole.id = given.id
    WHERE person.merged_into_id = whole.id AND person.email = given.email`,
  `UPDATE person
    SET email = given.email
    FROM (${whose}) AS given
    WHERE person.id = given.id`,
  `UPDATE person
    SET email = substr(email, 1, length(email) - ${mark.length})
    WHERE merged_into_id IS NOT NULL AND email LIKE '%${mark}'`,
  // What was said of the address follows each time
  `DELETE FROM suppression WHERE address LIKE '%${mark}'`,
]

/** SQL: to which address has the reader of `mail` moved, as `newAddressFrom` reads it? Nothing once they took the old one back. */
export const movedColumn = `(
    SELECT json_array('', '', NULL, 1, person.email, former_address.left_at, 1)
    FROM former_address
    JOIN person ON person.id = former_address.person_id
    WHERE former_address.uid = substr(mail.uid, 1, 32) AND mail.address IS NOT NULL
  )`

/** What a link to a former address leads to; `former` is null where nothing is to be taken back (any more). */
export type FormerLink = {
  expiresAt: Date
  revokedAt: Date | null
  submissions: number
  /** Whether the link opens the record: the address was taken back by it. */
  isOwn: boolean
  former: { id: number; person: string; email: string; address: string; until: Date; language: string | null } | null
}

type Columns = {
  expires_at: string
  revoked_at: string | null
  submissions: number | null
  is_own: 0 | 1
  id: number | null
  person: string
  email: string
  address: string
  left_at: string
  language: string | null
}

/** Null when no link of such a mail has this hash (SHA-256). */
export async function findFormer(db: D1Database, hash: string, now: Date): Promise<FormerLink | null> {
  // Which address can be taken back by this link, and from which one?
  const row = await db
    .prepare(
      `SELECT
         link.expires_at, link.revoked_at, mail.person_id IS NOT NULL AS is_own,
         (SELECT submissions FROM submission_count WHERE hour = ?2 AND client = ?1) AS submissions,
         former_address.id, whole.uid AS person, former_address.email, person.email AS address, former_address.left_at, whole.language
       FROM link
       JOIN mail ON mail.id = link.mail_id
       LEFT JOIN former_address
         ON former_address.uid = substr(mail.uid, 1, 32) AND former_address.left_at > ?3
         AND NOT EXISTS (
           SELECT 1
           FROM person AS holder
           WHERE holder.email = former_address.email AND holder.merged_into_id IS NOT former_address.person_id
         )
       LEFT JOIN person ON person.id = former_address.person_id
       LEFT JOIN person AS whole ON whole.id = coalesce(person.merged_into_id, person.id)
       WHERE link.hash = ?1 AND mail.uid LIKE '%-moved'`,
    )
    .bind(hash, hourOf(now), since(now))
    .first<Columns>()
  if (!row) return null
  const { id, left_at, expires_at, revoked_at, submissions, is_own, ...former } = row
  return {
    expiresAt: new Date(expires_at),
    revokedAt: revoked_at === null ? null : new Date(revoked_at),
    submissions: submissions ?? 0,
    isOwn: is_own === 1,
    former:
      id === null ? null : { ...former, id, until: new Date(new Date(left_at).getTime() + takeBackDays * 86_400_000) },
  }
}

/**
 * Gives somebody the address back that they had (an id of `former_address`). Every link of theirs ends but the one that this was done by, which is theirs
 * from now on; so do their calendar's address, and the way back of whatever address came between. In one batch; nothing where it is done already.
 */
export function takeBackStatements(db: D1Database, formerId: number, now: Date): D1PreparedStatement[] {
  const former = `(SELECT person_id FROM former_address WHERE id = ?1)`
  // Whoever has become part of somebody since is reached, and opens the record, as that one
  const whose = `(SELECT coalesce(merged_into_id, id) FROM person WHERE id = ${former})`
  const own = `(SELECT uid || '-moved' FROM former_address WHERE id = ?1)`
  const statements = [
    `INSERT INTO revision (group_id, number, made_at, author, changes)
     SELECT
       referent.group_id,
       (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE revision.group_id = referent.group_id),
       ?2, 'system',
       json_array(json_object(
         'list', 'referents', 'row', person.uid, 'field', 'email', 'before', person.email, 'after', former_address.email
       ))
     FROM former_address
     JOIN person ON person.id = former_address.person_id
     JOIN referent ON referent.person_id = person.id AND referent.until_at IS NULL
     WHERE former_address.id = ?1`,
    `UPDATE mail SET person_id = ${whose}, address = NULL WHERE uid = ${own}`,
    `UPDATE link
     SET revoked_at = ?2
     WHERE revoked_at IS NULL AND mail_id IN (SELECT id FROM mail WHERE person_id = ${whose} AND uid <> ${own})`,
    `DELETE FROM calendar_link WHERE person_id = ${whose}`,
    ...exchangeAddress('SELECT person_id AS id, email FROM former_address WHERE id = ?1'),
    `DELETE FROM former_address WHERE person_id = ${former} AND id >= ?1`,
  ]
  const bind = (sql: string) => {
    if (sql.includes('?2')) return db.prepare(sql).bind(formerId, now.toISOString())
    return sql.includes('?1') ? db.prepare(sql).bind(formerId) : db.prepare(sql)
  }
  return statements.map(bind)
}

/** Forgets the addresses that can be taken back no more, with the mails that went there. */
export function deleteFormer(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `DELETE FROM mail
         WHERE uid IN (SELECT uid || '-moved' FROM former_address WHERE left_at <= ?1)
         AND address IS NOT NULL`,
      )
      .bind(since(now)),
    db.prepare('DELETE FROM former_address WHERE left_at <= ?1').bind(since(now)),
  ]
}
