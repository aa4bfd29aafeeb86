import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { notesInDay } from '#shared/domain/record-limits.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

export type NewWord = {
  /** The group that it is about, by its uid. */
  group: string | null
  person: string
  body: string
}

const hoursBefore = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()

/** Keeps a word to the team. The same words of the same person within the hour are kept once; of somebody who writes many in a day, none lands (`conflictOf`). */
export function insertWord(db: D1Database, { group, person, body }: NewWord, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO note (group_id, person_id, body, written_at)
       SELECT
         (SELECT id FROM local_group WHERE uid = ?1),
         person.id,
         iif((SELECT count(*) FROM note WHERE note.written_at > ?6 AND note.person_id = person.id) < ${notesInDay}, ?3, NULL),
         ?4
       FROM person
       WHERE person.uid = ?2
       AND NOT EXISTS (SELECT 1 FROM note WHERE note.person_id = person.id AND note.body = ?3 AND note.written_at > ?5)`,
    )
    .bind(group, person, body, now.toISOString(), hoursBefore(now, 1), hoursBefore(now, 24))
}

/** A word to the team, as it is read, and whether the team has dealt with it. */
export type Word = {
  group: { uid: string; name: string } | null
  by: string | null
  body: string
  at: Date
  state: 'open' | 'answered' | 'settled'
}

type WordColumns = {
  uid: string | null
  name: string | null
  by: string | null
  body: string
  written_at: string
  state: Word['state']
}

/** The latest words to the team, latest first; of one group when its uid is given. */
export function listWords(
  db: ReadDatabase,
  { group, since }: { group?: string; since?: Date },
  howMany: number,
): Question<Word[]> {
  return {
    // What were we told lately?
    statement: db
      .prepare(
        `SELECT g.uid, g.name, person.name AS by, note.body, note.written_at,
           iif(note.done_at IS NULL, 'open', iif(note.answered_at IS NULL, 'settled', 'answered')) AS state
         FROM note
         LEFT JOIN local_group g ON g.id = note.group_id
         LEFT JOIN person ON person.id = note.person_id
         WHERE note.written_at > ?1
         AND ${group === undefined ? '?2 IS NULL' : 'note.group_id = (SELECT id FROM local_group WHERE uid = ?2)'}
         ORDER BY note.written_at DESC
         LIMIT ?3 + 0`,
      )
      .bind(since?.toISOString() ?? '', group ?? null, howMany),
    read: (rows: WordColumns[]) =>
      rows.map((row) => ({
        group: row.uid === null || row.name === null ? null : { uid: row.uid, name: row.name },
        by: row.by,
        body: row.body,
        at: new Date(row.written_at),
        state: row.state,
      })),
  }
}
