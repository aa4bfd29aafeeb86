import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Day } from '#shared/domain/day.ts'
import type { SuppressionReason } from '#shared/domain/mail.ts'
import type { SearchTerm } from '#shared/domain/search.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'
import { columnOf, found } from './terms.ts'

/** How a group's calls stand: who has taken it (an address), when it was last called, and on which day it is to be again. */
export type CallState = { takenBy: string | null; takenAt: Date | null; calledOn: Day | null; nextOn: Day | null }

export type CallColumns = {
  taken_by: string | null
  taken_at: string | null
  called_on: string | null
  next_on: string | null
}

/** SQL: the columns of `group_call`, for `callStateFrom`. */
export const callColumns = 'group_call.taken_by, group_call.taken_at, group_call.called_on, group_call.next_on'

export function callStateFrom({ taken_by, taken_at, called_on, next_on }: CallColumns): CallState {
  return {
    takenBy: taken_by,
    takenAt: taken_at === null ? null : new Date(taken_at),
    calledOn: called_on,
    nextOn: next_on,
  }
}

/** What the team noted of a group; of a call, with its day. `by` is a coordinator's address. */
export type TeamNote = { id: number; by: string; body: string; calledOn: Day | null; at: Date }

/** How a group's calls stand. */
export function findCall(db: ReadDatabase, group: string): Question<CallState | null> {
  return {
    // Who calls this group, and when again?
    statement: db
      .prepare(
        `SELECT ${callColumns}
         FROM group_call
         WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)`,
      )
      .bind(group),
    read: ([row]: CallColumns[]) => (row ? callStateFrom(row) : null),
  }
}

/** A group that is to be called again on a day to come. */
export type PlannedCall = { uid: string; name: string; nextOn: Day; calledOn: Day | null }

/** Whom the team is to call again after a day, the next first. */
export function listPlannedCalls(db: ReadDatabase, after: Day, limit: number): Question<PlannedCall[]> {
  type Columns = { uid: string; name: string; next_on: string; called_on: string | null }
  return {
    // Which calls are to come?
    statement: db
      .prepare(
        `SELECT g.uid, g.name, group_call.next_on, group_call.called_on
         FROM group_call
         CROSS JOIN local_group g ON g.id = group_call.group_id
         WHERE group_call.next_on > ?1 AND g.state <> 'closed'
         ORDER BY group_call.next_on, g.name_key
         LIMIT ?2 + 0`,
      )
      .bind(after, limit),
    read: (rows: Columns[]) =>
      rows.map(({ uid, name, next_on, called_on }) => ({ uid, name, nextOn: next_on, calledOn: called_on })),
  }
}

/** What the team noted of a group, the latest first. */
export function listTeamNotes(db: ReadDatabase, group: string, limit: number): Question<TeamNote[]> {
  type Columns = { id: number; coordinator: string; body: string; called_on: string | null; written_at: string }
  return {
    // What does the team know of this group?
    statement: db
      .prepare(
        `SELECT id, coordinator, body, called_on, written_at
         FROM team_note
         WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1)
         ORDER BY id DESC
         LIMIT ?2 + 0`,
      )
      .bind(group, limit),
    read: (rows: Columns[]) =>
      rows.map(({ id, coordinator, body, called_on, written_at }) => ({
        id,
        by: coordinator,
        body,
        calledOn: called_on,
        at: new Date(written_at),
      })),
  }
}

/** Takes a group (its uid) to call, unless somebody else has; then nothing is written. */
export function takeCall(db: D1Database, { group, by }: { group: string; by: string }, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO group_call (group_id, taken_by, taken_at)
       SELECT id, ?2, ?3 FROM local_group WHERE uid = ?1
       ON CONFLICT (group_id) DO UPDATE
       SET taken_by = excluded.taken_by, taken_at = excluded.taken_at
       WHERE group_call.taken_by IS NULL`,
    )
    .bind(group, by, now.toISOString())
}

/** Gives a group back, to be called by whoever likes, where it is still theirs who had taken it (`by`). */
export function leaveCall(db: D1Database, { group, by }: { group: string; by: string }): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE group_call
       SET taken_by = NULL, taken_at = NULL
       WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) AND taken_by = ?2`,
    )
    .bind(group, by)
}

/** That a group was called, and when it is to be again. Nobody has it any more. */
export function upsertCall(
  db: D1Database,
  { group, calledOn, nextOn }: { group: string; calledOn: Day; nextOn: Day | null },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO group_call (group_id, called_on, next_on)
       SELECT id, ?2, ?3 FROM local_group WHERE uid = ?1
       ON CONFLICT (group_id) DO UPDATE
       SET taken_by = NULL, taken_at = NULL, called_on = excluded.called_on, next_on = excluded.next_on`,
    )
    .bind(group, calledOn, nextOn)
}

export function insertTeamNote(
  db: D1Database,
  note: { group: string; by: string; body: string; calledOn: Day | null },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO team_note (group_id, coordinator, body, called_on, written_at)
       SELECT id, ?2, ?3, ?4, ?5 FROM local_group WHERE uid = ?1`,
    )
    .bind(note.group, note.by, note.body, note.calledOn, now.toISOString())
}

export function deleteTeamNote(db: D1Database, { group, note }: { group: string; note: number }): D1PreparedStatement {
  return db
    .prepare('DELETE FROM team_note WHERE id = ?2 AND group_id = (SELECT id FROM local_group WHERE uid = ?1)')
    .bind(group, note)
}

/** A referent, and how they are reached. */
export type Phone = {
  group: { uid: string; name: string; region: string | null }
  person: { uid: string; name: string }
  role: string | null
  phone: string | null
  email: string | null
  /** Why nothing is written to the address; null where it is. */
  closed: SuppressionReason | null
}

/** Where a page of phones begins: behind this group's name and this membership. */
export type PhonesAfter = { key: string; membership: number }

/** Whom a list of phones is about: `terms` are in the names of each, or of their group; `region` '' is all of them. */
export type PhonesAsked = { terms: readonly SearchTerm[]; region: string }

/** Referents and how they are reached, group by group, one person a row. `after` goes on behind an earlier page. */
export function listPhones(
  db: ReadDatabase,
  { terms, region, after }: PhonesAsked & { after: PhonesAfter | null },
  limit: number,
): Question<(Phone & { after: PhonesAfter })[]> {
  type Columns = {
    group_uid: string
    group_name: string
    region: string | null
    uid: string
    name: string
    role: string | null
    phone: string | null
    email: string | null
    closed: SuppressionReason | null
    name_key: string
    membership: number
  }
  return {
    // How is each referent reached?
    statement: db
      .prepare(
        `SELECT g.uid AS group_uid, g.name AS group_name, g.region, person.uid, person.name, referent.role, person.phone, person.email,
           suppression.reason AS closed, g.name_key, referent.id AS membership
         FROM local_group g
         CROSS JOIN referent ON referent.group_id = g.id AND referent.until_at IS NULL
         JOIN person ON person.id = referent.person_id
         LEFT JOIN suppression ON suppression.address = person.email
         WHERE g.state <> 'closed'
         AND (?4 = '' OR g.region = ?4)
         AND g.name_key >= ?1 AND (g.name_key > ?1 OR referent.id > ?2)
         ${terms.map((term, index) => `AND ${isNamed(term, `?${index + 5}`)}`).join('\n')}
         ORDER BY g.name_key, referent.id
         LIMIT ?3 + 0`,
      )
      .bind(after?.key ?? '', after?.membership ?? 0, limit, region, ...terms.map(({ text }) => text)),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        group: { uid: row.group_uid, name: row.group_name, region: row.region },
        person: { uid: row.uid, name: row.name },
        role: row.role,
        phone: row.phone,
        email: row.email,
        closed: row.closed,
        after: { key: row.name_key, membership: row.membership },
      })),
  }
}

/** SQL: whether a person, or the group `g`, is found by this. */
function isNamed(term: SearchTerm, parameter: string): string {
  if (term.of !== 'word') return found(term, `person.${columnOf(term)}`, parameter)
  return `(
    EXISTS (SELECT 1 FROM person_search_token WHERE person_id = person.id AND ${found(term, 'token', parameter)})
    OR EXISTS (SELECT 1 FROM group_search_token WHERE group_id = g.id AND ${found(term, 'token', parameter)})
  )`
}
