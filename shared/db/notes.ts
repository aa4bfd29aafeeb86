import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { NoteAnswer } from '#shared/domain/mail-content.ts'
import type { Question } from './ask.ts'
import { streamOf } from './mail-streams.ts'
import type { ReadDatabase } from './read-only.ts'

/** A word to the team as it stands in the inbox; `by` and `doneBy` of the team are addresses. */
export type InboxNote = {
  id: number
  group: { uid: string; name: string } | null
  person: { uid: string; name: string; hasAddress: boolean; phone: string | null } | null
  body: string
  at: Date
  answer: { body: string; by: string; at: Date } | null
  done: { by: string; at: Date } | null
}

type Columns = {
  id: number
  group_uid: string | null
  group_name: string | null
  person_uid: string | null
  person_name: string | null
  email: string | null
  phone: string | null
  body: string
  written_at: string
  answer: string | null
  answered_by: string | null
  answered_at: string | null
  done_by: string | null
  done_at: string | null
}

const inboxColumns = `
  note.id, g.uid AS group_uid, g.name AS group_name, person.uid AS person_uid, person.name AS person_name, person.email, person.phone,
  note.body, note.written_at, note.answer, note.answered_by, note.answered_at, note.done_by, note.done_at
  FROM note
  LEFT JOIN local_group g ON g.id = note.group_id
  LEFT JOIN person ON person.id = note.person_id`

/** The words to the team that are still to be dealt with, the oldest first; or those that are done, the latest first. `from`: behind this id. */
export function listInbox(
  db: ReadDatabase,
  { isDone, from }: { isDone: boolean; from: number | null },
  limit: number,
): Question<InboxNote[]> {
  const [condition, order, start] = isDone
    ? ['note.done_at IS NOT NULL AND note.id < ?1', 'DESC', Number.MAX_SAFE_INTEGER]
    : ['note.done_at IS NULL AND note.id > ?1', 'ASC', 0]
  return {
    // What did people write to us that somebody should answer?
    statement: db
      .prepare(`SELECT ${inboxColumns} WHERE ${condition} ORDER BY note.id ${order} LIMIT ?2 + 0`)
      .bind(from ?? start, limit),
    read: (rows: Columns[]) => rows.map(inboxNote),
  }
}

/** How many words to the team are still to be dealt with. */
export function countOpenNotes(db: ReadDatabase): Question<number> {
  return {
    // How many words wait for us?
    statement: db.prepare('SELECT count(*) AS waiting FROM note WHERE done_at IS NULL'),
    read: ([row]: { waiting: number }[]) => row?.waiting ?? 0,
  }
}

/** One word to the team; null when there is none, or it is not of this database's regions. */
export function findInboxNote(db: ReadDatabase, id: number): Question<InboxNote | null> {
  return {
    // Who wrote this, and was it answered?
    statement: db.prepare(`SELECT ${inboxColumns} WHERE note.id = ?1`).bind(id),
    read: ([row]: Columns[]) => (row ? inboxNote(row) : null),
  }
}

function inboxNote(row: Columns): InboxNote {
  const { group_uid, group_name, person_uid, person_name } = row
  return {
    id: row.id,
    group: group_uid !== null && group_name !== null ? { uid: group_uid, name: group_name } : null,
    person:
      person_uid !== null && person_name !== null
        ? { uid: person_uid, name: person_name, hasAddress: row.email !== null, phone: row.phone }
        : null,
    body: row.body,
    at: new Date(row.written_at),
    answer:
      row.answer !== null && row.answered_by !== null && row.answered_at !== null
        ? { body: row.answer, by: row.answered_by, at: new Date(row.answered_at) }
        : null,
    done: row.done_by !== null && row.done_at !== null ? { by: row.done_by, at: new Date(row.done_at) } : null,
  }
}

/** That a word to the team is dealt with, by a coordinator (their address); null: it is not, after all. */
export function updateNoteDone(
  db: D1Database,
  { note, by }: { note: number; by: string | null },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare('UPDATE note SET done_by = ?2, done_at = iif(?2 IS NULL, NULL, ?3) WHERE id = ?1')
    .bind(note, by, now.toISOString())
}

/** Answers a word to the team, once: by a mail to whoever wrote it. It is dealt with by that. */
export function answerNote(
  db: D1Database,
  { note, by, answer }: { note: number; by: string; answer: string },
  now: Date,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE note
         SET answer = ?3, answered_by = ?2, answered_at = ?4, done_by = ?2, done_at = ?4
         WHERE id = ?1 AND answered_at IS NULL`,
      )
      .bind(note, by, answer, now.toISOString()),
    db
      .prepare(
        `INSERT INTO mail (uid, kind, stream, person_id, due_at, created_at)
         SELECT note.uid || '-answer', 'note_answer', ${streamOf("'note_answer'")}, person.id, ?2, ?2
         FROM note
         JOIN person ON person.id = note.person_id
         WHERE note.id = ?1 AND person.email IS NOT NULL
         ON CONFLICT DO NOTHING`,
      )
      .bind(note, now.toISOString()),
  ]
}

/** SQL: the answer that `mail` carries, for `noteAnswerFrom`. */
export const noteAnswerColumn = `(
    SELECT json_array(note.answered_by, note.answer, note.body)
    FROM note
    WHERE note.uid = substr(mail.uid, 1, 32) AND note.answer IS NOT NULL
  )`

export function noteAnswerFrom(json: string): NoteAnswer {
  const [by, answer, body] = JSON.parse(json) as [string, string, string]
  return { by, answer, body }
}
