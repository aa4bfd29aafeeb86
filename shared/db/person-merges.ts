import { type Change, readChanges } from '#shared/domain/change.ts'
import type { MergingPerson } from '#shared/domain/person-merge.ts'
import { isLanguage } from '#shared/text/language.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

type Columns = {
  uid: string
  name: string
  email: string | null
  phone: string | null
  language: string | null
  merged_into: string | null
  memberships: string
  suppressed: number
  last_answer_at: string | null
}

/** Somebody who may be one with another person; null when nobody of this uid is there. */
export function mergingPerson(db: ReadDatabase, uid: string): Question<MergingPerson | null> {
  return {
    // Who is this, in which groups, do mails reach them, and when did they last answer?
    statement: db
      .prepare(
        `SELECT
           person.uid, person.name, person.email, person.phone, person.language,
           (SELECT whole.uid FROM person AS whole WHERE whole.id = person.merged_into_id) AS merged_into,
           (
             SELECT json_group_array(json_array(
               g.uid, g.name, (SELECT coalesce(max(number), 0) FROM revision WHERE revision.group_id = g.id), referent.role
             ) ORDER BY g.name)
             FROM referent
             JOIN local_group g ON g.id = referent.group_id
             WHERE referent.person_id = person.id AND referent.until_at IS NULL
           ) AS memberships,
           EXISTS (SELECT 1 FROM suppression WHERE suppression.address = person.email) AS suppressed,
           (
             SELECT max(last_at)
             FROM answer
             WHERE answer.person_id = person.id
             AND answer.group_id IN (SELECT referent.group_id FROM referent WHERE referent.person_id = person.id)
           ) AS last_answer_at
         FROM person
         WHERE person.uid = ?1
         AND (
           person.merged_into_id IS NOT NULL
           OR EXISTS (SELECT 1 FROM referent JOIN local_group g ON g.id = referent.group_id WHERE referent.person_id = person.id)
         )`,
      )
      .bind(uid),
    read: ([row]: Columns[]) => (row ? personFrom(row) : null),
  }
}

function personFrom(row: Columns): MergingPerson {
  const memberships = JSON.parse(row.memberships) as [
    group: string,
    name: string,
    number: number,
    role: string | null,
  ][]
  return {
    uid: row.uid,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: isLanguage(row.language) ? row.language : null,
    mergedInto: row.merged_into,
    memberships: memberships.map(([group, name, number, role]) => ({ group, name, number, role })),
    isSuppressed: row.suppressed === 1,
    lastAnswerAt: row.last_answer_at === null ? null : new Date(row.last_answer_at),
  }
}

/** Somebody who may be the same person as another, and what they have in common. */
export type PersonAlike = {
  uid: string
  name: string
  email: string | null
  /** Names of their groups. */
  groups: string[]
  like: 'phone' | 'name'
}

type AlikeColumns = Omit<PersonAlike, 'groups'> & { groups: string }

/** People who may be this one (uid): of the same number, or of the same name in one region. */
export function listPeopleAlike(db: ReadDatabase, uid: string, limit: number): Question<PersonAlike[]> {
  return {
    // Who may be this person, known twice?
    statement: db
      .prepare(
        `SELECT other.uid, other.name, other.email, iif(other.phone = own.phone, 'phone', 'name') AS like, (
           SELECT json_group_array(g.name ORDER BY g.name_key)
           FROM referent
           JOIN local_group g ON g.id = referent.group_id
           WHERE referent.person_id = other.id AND referent.until_at IS NULL
         ) AS groups
         FROM person AS own
         CROSS JOIN person AS other ON other.id IN (
           SELECT same.id FROM person AS same WHERE same.phone = own.phone AND same.phone IS NOT NULL
           UNION
           SELECT same.id FROM person AS same WHERE same.name_key = own.name_key
         )
         WHERE own.uid = ?1 AND other.id <> own.id AND other.merged_into_id IS NULL
         AND EXISTS (
           SELECT 1
           FROM referent
           JOIN local_group g ON g.id = referent.group_id
           JOIN referent AS theirs ON theirs.person_id = other.id
           JOIN local_group AS there ON there.id = theirs.group_id
           WHERE referent.person_id = own.id AND (other.phone = own.phone OR there.region IS g.region)
         )
         ORDER BY like = 'phone' DESC, other.name
         LIMIT ?2 + 0`,
      )
      .bind(uid, limit),
    read: (rows: AlikeColumns[]) => rows.map((row) => ({ ...row, groups: JSON.parse(row.groups) as string[] })),
  }
}

/** Two people (uids): the one who stays, and the one who becomes part of them. */
export type PersonPair = { kept: string; other: string }

/** Somebody who became part of a person, and whether that may be taken back. */
export type KnownPersonMerge = {
  other: { uid: string; name: string; email: string | null }
  mergedAt: Date
  isUntouched: boolean
}

/** SQL: of a row of `person_merge`, whether nobody has written to a group of theirs since, and it stands. */
export const isPersonMergeUntouched = `person_merge.undone_at IS NULL AND NOT EXISTS (
    SELECT 1
    FROM json_each(person_merge.groups) AS item
    WHERE item.value <> (SELECT max(number) FROM revision WHERE revision.group_id = CAST(item.key AS INTEGER))
  )`

/** Who became part of this person (uid), the latest first. */
export function listPersonMerges(db: ReadDatabase, kept: string): Question<KnownPersonMerge[]> {
  return {
    // Who became part of this person, and can that be taken back?
    statement: db
      .prepare(
        `SELECT other.uid, other.name, other.email, person_merge.merged_at, ${isPersonMergeUntouched} AS is_untouched
         FROM person_merge
         JOIN person AS kept ON kept.id = person_merge.person_id
         JOIN person AS other ON other.id = person_merge.from_id
         WHERE kept.uid = ?1 AND person_merge.undone_at IS NULL
         ORDER BY person_merge.id DESC
         LIMIT 20`,
      )
      .bind(kept),
    read: (rows: { uid: string; name: string; email: string | null; merged_at: string; is_untouched: 0 | 1 }[]) =>
      rows.map(({ uid, name, email, merged_at, is_untouched }) => ({
        other: { uid, name, email },
        mergedAt: new Date(merged_at),
        isUntouched: is_untouched === 1,
      })),
  }
}

/** What a merge wrote in each of the groups (uid), and the number that it has there. */
export type PersonMergeWritten = { group: string; number: number; changes: Change[] }[]

/** Null when the merge is over, or somebody has written to one of the groups since. */
export function findPersonMergeToUndo(
  db: ReadDatabase,
  { kept, other }: PersonPair,
): Question<PersonMergeWritten | null> {
  return {
    // What did this merge write, in which groups?
    statement: db
      .prepare(
        `SELECT g.uid AS "group", revision.number, revision.changes
         FROM person_merge
         JOIN person AS kept ON kept.id = person_merge.person_id
         JOIN person AS other ON other.id = person_merge.from_id
         JOIN json_each(person_merge.groups) AS item
         JOIN local_group g ON g.id = CAST(item.key AS INTEGER)
         JOIN revision ON revision.group_id = g.id AND revision.number = item.value
         WHERE kept.uid = ?1 AND other.uid = ?2 AND person_merge.undone_at IS NULL AND ${isPersonMergeUntouched}`,
      )
      .bind(kept, other),
    read: (rows: { group: string; number: number; changes: string }[]) =>
      rows.length === 0
        ? null
        : rows.map(({ group, number, changes }) => ({ group, number, changes: readChanges(JSON.parse(changes)) })),
  }
}
