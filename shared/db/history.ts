import { type Change, readChanges } from '#shared/domain/change.ts'
import type { NewRevision } from './revisions.ts'

/** One write to a group's record, as its history tells it. */
export type Revision = {
  number: number
  madeAt: Date
  author: NewRevision['author']
  /** The author's name; null for an import, and for somebody whose data was erased. */
  by: string | null
  /** The author's uid: two people may have one name. */
  byUid: string | null
  changes: Change[]
  /** The number of the revision that it takes back. */
  undoes: number | null
  /** The number of the revision that took it back. */
  undoneBy: number | null
}

/**
 * The last revisions of `local_group g` as JSON, for `readHistory`, below the number `before`; `limit` is a parameter of the statement, 0 for none. Not as it
 * stands: SQLite looks into a parameter that is a whole limit, and so compiles the statement anew each time it is bound.
 */
export const historyColumn = (limit: string, before = '9e15') => `(
    SELECT json_group_array(json_array(
      number, made_at, author, name, json(changes),
      (SELECT undone.number FROM revision undone WHERE undone.id = latest.undoes),
      (SELECT max(later.number) FROM revision later WHERE later.group_id = g.id AND later.undoes = latest.id),
      person_uid
    ) ORDER BY number DESC)
    FROM (
      SELECT revision.*, person.name, person.uid AS person_uid
      FROM revision
      LEFT JOIN person ON person.id = revision.person_id
      WHERE revision.group_id = g.id AND revision.number < ${before}
      ORDER BY revision.number DESC
      LIMIT ${limit} + 0
    ) AS latest
  )`

/** SQL: the first changes of a row of `revision`, as a JSON array: one write may have thousands, and D1 gives no value of more than 2 MB. */
export const firstChanges = (revision: string, limit: number) => `(
    SELECT json_group_array(json(value))
    FROM (SELECT value FROM json_each(${revision}.changes) WHERE type = 'object' ORDER BY key LIMIT ${limit})
  )`

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
]

export function readHistory(json: string): Revision[] {
  return (JSON.parse(json) as RevisionColumns[]).map(revisionFrom).sort((a, b) => b.number - a.number)
}

export function revisionFrom(columns: RevisionColumns): Revision {
  const [number, madeAt, author, by, changes, undoes, undoneBy, byUid] = columns
  return { number, madeAt: new Date(madeAt), author, by, byUid, changes: readChanges(changes), undoes, undoneBy }
}
