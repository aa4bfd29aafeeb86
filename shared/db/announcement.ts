import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Announcement } from '#shared/domain/announcement.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** SQL: the team's words of the month, for `announcementFrom`; NULL when there are none. */
export const announcementColumn = '(SELECT json_array(json(words), until_on, until_at) FROM announcement)'

export type AnnouncementColumns = [words: Announcement['words'], untilOn: string, until: string]

export function announcementFrom(json: string | null): Announcement | null {
  return json === null ? null : announcementOf(JSON.parse(json) as AnnouncementColumns)
}

export function announcementOf([words, untilOn, until]: AnnouncementColumns): Announcement {
  return { words, untilOn, until: new Date(until) }
}

/** The words of the month, whether or not their last day has passed. */
export function findAnnouncement(db: ReadDatabase): Question<Announcement | null> {
  return {
    // What does the team say this month?
    statement: db.prepare(`SELECT ${announcementColumn} AS announcement`),
    read: ([row]: { announcement: string | null }[]) => announcementFrom(row?.announcement ?? null),
  }
}

/** Says this from now on, instead of what was said before. */
export function upsertAnnouncement(
  db: D1Database,
  { words, untilOn, until }: Announcement,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO announcement (id, words, until_on, until_at, written_at)
       VALUES (1, ?1, ?2, ?3, ?4)
       ON CONFLICT (id) DO UPDATE
       SET words = excluded.words, until_on = excluded.until_on, until_at = excluded.until_at, written_at = excluded.written_at`,
    )
    .bind(JSON.stringify(words), untilOn, until.toISOString(), now.toISOString())
}

export function deleteAnnouncement(db: D1Database): D1PreparedStatement {
  return db.prepare('DELETE FROM announcement')
}
