import { type Change, readChanges } from '#shared/domain/change.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { NewRevision } from './revisions.ts'
import { rowNameInGroup } from './row-names.ts'

/** One write to a group's record, as its history tells it. */
export type Revision = {
  number: number
  madeAt: Date
  author: NewRevision['author']
  /** The author's name, or the coordinator's; null for an import, and for somebody whose data was erased. */
  by: string | null
  /** The author's uid: two people may have one name. */
  byUid: string | null
  /** All of its changes, or the first of them. */
  changes: Change[]
  /** How many there are. */
  written: number
  /** The number of the revision that it takes back. */
  undoes: number | null
  /** The number of the revision that took it back. */
  undoneBy: number | null
}

/** SQL: the first changes of a row of `revision`, as a JSON array: one write may have thousands, and D1 gives no value of more than 2 MB. */
export const firstChanges = (revision: string, limit: number) => `(
    SELECT json_group_array(json(value))
    FROM (SELECT value FROM json_each(${revision}.changes) WHERE type = 'object' ORDER BY key LIMIT ${limit})
  )`

/** Changes of a revision that stand beside those of others; a page of its own has all of them. */
export const changesBeside = 4

// The last revisions of `local_group g` below the number `before`, each with its first changes
const latest = (limit: string, before: string) => `(
      SELECT
        revision.id, revision.number, revision.made_at, revision.author, revision.undoes, coalesce(person.name, revision.author_name) AS name, person.uid AS person_uid,
        ${firstChanges('revision', changesBeside)} AS changes,
        json_array_length(revision.changes) AS written
      FROM revision
      LEFT JOIN person ON person.id = revision.person_id
      WHERE revision.group_id = g.id AND revision.number < ${before}
      ORDER BY revision.number DESC
      LIMIT ${limit} + 0
    )`

// A row of `revision` as `revisionFrom` reads it; `changes` are all of its changes, or some
const columnsOf = (row: string, changes: string, written: string) => `json_array(
      ${row}.number, ${row}.made_at, ${row}.author, ${row}.name, json(${changes}),
      (SELECT undone.number FROM revision undone WHERE undone.id = ${row}.undoes),
      (SELECT max(later.number) FROM revision later WHERE +later.group_id = g.id AND later.undoes = ${row}.id),
      ${row}.person_uid, ${written}
    )`

/**
 * SQL: the last revisions of `local_group g` as JSON, for `readHistory`, below the number `before`; `limit` is a parameter of the statement, 0 for
 * none. Not as it stands: SQLite looks into a parameter that is a whole limit, and so compiles the statement anew each time it is bound.
 */
export const historyColumn = (limit: string, before = '9e15') => `(
    SELECT json_group_array(${columnsOf('latest', 'latest.changes', 'latest.written')} ORDER BY number DESC)
    FROM ${latest(limit, before)} AS latest
  )`

/** Which changes of one revision of a group are wanted, from the first on. */
export type RevisionRequest = { number: number; from: number; limit: number }

/** SQL: one revision of `local_group g`, for `revisionFrom`; NULL without one. `asked` holds a `RevisionRequest` as JSON, as `revision`. */
export const revisionColumn = (asked: string) => `(
    SELECT ${columnsOf(
      'one',
      `(
        SELECT json_group_array(json(value))
        FROM (
          SELECT value
          FROM json_each(one.changes)
          WHERE type = 'object' AND key >= ${asked} ->> '$.revision.from'
          ORDER BY key
          LIMIT ${asked} ->> '$.revision.limit' + 0
        )
      )`,
      'json_array_length(one.changes)',
    )}
    FROM (
      SELECT revision.*, coalesce(person.name, revision.author_name) AS name, person.uid AS person_uid
      FROM revision
      LEFT JOIN person ON person.id = revision.person_id
      WHERE revision.group_id = g.id AND revision.number = ${asked} ->> '$.revision.number'
    ) AS one
  )`

/**
 * SQL: what people call the rows of which such a history tells, and such a revision, as JSON, for `readRowNames`.
 * People are called as the group's record has them: of whom they are in other groups nothing is told.
 */
export const namesColumn = (sections: Sections, limit: string, before: string, asked: string) => `(
    SELECT json_group_array(json_array(named.uid, ${rowNameInGroup(sections, 'named.uid').name}))
    FROM (
      SELECT change.value ->> 'row' AS uid
      FROM ${latest(limit, before)} AS latest
      JOIN json_each(latest.changes) AS change
      UNION
      SELECT iif(change.type = 'object', change.value ->> 'row', NULL)
      FROM revision
      JOIN json_each(revision.changes) AS change
      WHERE revision.group_id = g.id
      AND revision.number = ${asked} ->> '$.revision.number'
      AND change.key BETWEEN ${asked} ->> '$.revision.from' AND ${asked} ->> '$.revision.from' + ${asked} ->> '$.revision.limit'
    ) AS named
    ${rowNameInGroup(sections, 'named.uid').joins}
    WHERE ${rowNameInGroup(sections, 'named.uid').name} IS NOT NULL
  )`

export function readRowNames(json: string): [uid: string, name: string][] {
  return JSON.parse(json) as [string, string][]
}

/** A revision as `json_array` gives it, in the order of `historyColumn`. */
export type RevisionColumns = [
  number: number,
  madeAt: string,
  author: NewRevision['author'],
  by: string | null,
  changes: unknown,
  undoes: number | null,
  undoneBy: number | null,
  byUid: string | null,
  /** How many changes there are; of a history from before this was said, as many as there stand. */
  written?: number,
]

export function readHistory(json: string): Revision[] {
  return (JSON.parse(json) as RevisionColumns[]).map(revisionFrom).sort((a, b) => b.number - a.number)
}

export function revisionFrom(columns: RevisionColumns): Revision {
  const [number, madeAt, author, by, kept, undoes, undoneBy, byUid, written] = columns
  const changes = readChanges(kept)
  return {
    number,
    madeAt: new Date(madeAt),
    author,
    by,
    byUid,
    changes,
    written: written ?? changes.length,
    undoes,
    undoneBy,
  }
}
