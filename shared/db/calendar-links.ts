import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** What the address of a person's own calendar is derived from; null while they have none. */
export function findCalendarLink(db: ReadDatabase, person: string): Question<string | null> {
  return {
    // Has this person an address for a calendar?
    statement: db
      .prepare('SELECT uid FROM calendar_link WHERE person_id = (SELECT id FROM person WHERE uid = ?1)')
      .bind(person),
    read: (rows: { uid: string }[]) => rows[0]?.uid ?? null,
  }
}

/** Whose calendar this is (the SHA-256 of a token), as the person's row; null: it is nobody's any more. */
export function findCalendarOwner(db: ReadDatabase, hash: string): Question<number | null> {
  return {
    // Whose calendar is it?
    statement: db.prepare('SELECT person_id AS person FROM calendar_link WHERE hash = ?1').bind(hash),
    read: (rows: { person: number }[]) => rows[0]?.person ?? null,
  }
}

/** Gives a person (uid) an address, in place of the one that they had. */
export function upsertCalendarLink(
  db: D1Database,
  person: string,
  { uid, hash }: { uid: string; hash: string },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO calendar_link (hash, uid, person_id, made_at)
       SELECT ?2, ?3, id, ?4 FROM person WHERE uid = ?1
       ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, uid = excluded.uid, made_at = excluded.made_at`,
    )
    .bind(person, hash, uid, now.toISOString())
}

export function deleteCalendarLink(db: D1Database, person: string): D1PreparedStatement {
  return db.prepare('DELETE FROM calendar_link WHERE person_id = (SELECT id FROM person WHERE uid = ?1)').bind(person)
}

/** The same for whoever owns a link (its SHA-256). */
export function deleteCalendarOfLink(db: D1Database, linkHash: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM calendar_link
       WHERE person_id = (SELECT mail.person_id FROM link JOIN mail ON mail.id = link.mail_id WHERE link.hash = ?1)`,
    )
    .bind(linkHash)
}
