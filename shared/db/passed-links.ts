import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { recordLimits, type WriteSize } from '#shared/domain/record-limits.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'
import { hourOf } from './submissions.ts'

/** `hash` is the SHA-256 of its token; `group` and `person` are uids, `by` the address of a coordinator. */
export type NewPassedLink = {
  hash: string
  uid: string
  group: string
  person: string | null
  by: string
  expiresAt: Date
}

/** So long it is told that there was one, in milliseconds. */
const keptFor = 30 * 86_400_000

/** Makes one, and forgets those that ended a month ago. */
export function insertPassedLink(db: D1Database, link: NewPassedLink, now: Date): D1PreparedStatement[] {
  const { hash, uid, group, person, by, expiresAt } = link
  return [
    db.prepare('DELETE FROM passed_link WHERE expires_at < ?1').bind(new Date(now.getTime() - keptFor).toISOString()),
    db
      .prepare(
        `INSERT INTO passed_link (hash, uid, group_id, person_id, made_by, made_at, expires_at)
         SELECT ?1, ?2, g.id, (SELECT id FROM person WHERE uid = ?4), ?5, ?6, ?7
         FROM local_group g
         WHERE g.uid = ?3`,
      )
      .bind(hash, uid, group, person, by, now.toISOString(), expiresAt.toISOString()),
  ]
}

/** Stops one (uid) of a group (uid). */
export function revokePassedLink(
  db: D1Database,
  { uid, group }: { uid: string; group: string },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE passed_link
       SET revoked_at = ?3
       WHERE uid = ?1 AND revoked_at IS NULL AND group_id = (SELECT id FROM local_group WHERE uid = ?2)`,
    )
    .bind(uid, group, now.toISOString())
}

/** What whoever holds one may open; `by` is the address of who made it, `submissions` are of this hour, `written` of all its time. */
export type PassedLink = {
  group: string
  by: string
  expiresAt: Date
  isRevoked: boolean
  submissions: number
  written: WriteSize
}

export function findPassedLink(db: ReadDatabase, hash: string, now: Date): Question<PassedLink | null> {
  type Columns = {
    group_uid: string
    made_by: string
    expires_at: string
    revoked_at: string | null
    submissions: number
    added: number
    characters: number
  }
  return {
    // Which group's record does this link open?
    statement: db
      .prepare(
        `SELECT
           g.uid AS group_uid, made_by, expires_at, revoked_at, added, characters,
           coalesce((SELECT submissions FROM submission_count WHERE hour = ?2 AND client = ?1), 0) AS submissions
         FROM passed_link
         JOIN local_group g ON g.id = passed_link.group_id
         WHERE hash = ?1`,
      )
      .bind(hash, hourOf(now)),
    read: ([row]: Columns[]) =>
      row
        ? {
            group: row.group_uid,
            by: row.made_by,
            expiresAt: new Date(row.expires_at),
            isRevoked: row.revoked_at !== null,
            submissions: row.submissions,
            written: { added: row.added, characters: row.characters },
          }
        : null,
  }
}

/** Counts what is written by one (its SHA-256), in one batch with it. Two saves at once do not pass the limit together (`conflictOf`). */
export function countPassedWrite(db: D1Database, hash: string, { added, characters }: WriteSize): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE passed_link
       SET
         added = iif(?2 > 0 AND added + ?2 > ${recordLimits.addedInDay}, NULL, added + ?2),
         characters = characters + ?3
       WHERE hash = ?1`,
    )
    .bind(hash, added, characters)
}

/** One as the team lists it; `person` is the name of whom it was made for. */
export type ListedPassedLink = {
  uid: string
  by: string
  person: string | null
  madeAt: Date
  expiresAt: Date
  isRevoked: boolean
}

/** Those of a group (uid), the latest first. */
export function listPassedLinks(db: ReadDatabase, group: string, limit: number): Question<ListedPassedLink[]> {
  type Columns = {
    uid: string
    made_by: string
    name: string | null
    made_at: string
    expires_at: string
    revoked_at: string | null
  }
  return {
    // Which links to this group's record were passed on, and by whom?
    statement: db
      .prepare(
        `SELECT passed_link.uid, made_by, person.name, made_at, expires_at, revoked_at
         FROM passed_link
         JOIN local_group g ON g.id = passed_link.group_id
         LEFT JOIN person ON person.id = passed_link.person_id
         WHERE g.uid = ?1
         ORDER BY made_at DESC
         LIMIT ?2 + 0`,
      )
      .bind(group, limit),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        uid: row.uid,
        by: row.made_by,
        person: row.name,
        madeAt: new Date(row.made_at),
        expiresAt: new Date(row.expires_at),
        isRevoked: row.revoked_at !== null,
      })),
  }
}
