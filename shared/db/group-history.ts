import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import {
  historyColumn,
  namesColumn,
  type Revision,
  type RevisionColumns,
  type RevisionRequest,
  readHistory,
  readRowNames,
  revisionColumn,
  revisionFrom,
} from './history.ts'
import type { ReadDatabase } from './read-only.ts'

/** A group's history, a page of it or one revision. */
export type GroupHistory = {
  name: string
  /** The number of its last revision. */
  number: number
  history: Revision[]
  revision: Revision | null
  names: [uid: string, name: string][]
}

/** Of the latest revisions below the number `before`, so many; or of one revision, some of its changes. */
export type HistoryRequest = { howMany: number; before: number; revision: RevisionRequest | null }

type Columns = { name: string; number: number | null; history: string; revision: string | null; names: string }

/** Null when there is no such group. */
export function groupHistory(
  db: ReadDatabase,
  sections: Sections,
  uid: string,
  { howMany, before, revision }: HistoryRequest,
): Question<GroupHistory | null> {
  return {
    // What was written to this group's record, and by whom?
    statement: db
      .prepare(
        `SELECT
           g.name,
           (SELECT max(number) FROM revision WHERE group_id = g.id) AS number,
           ${historyColumn('?2', '?3')} AS history,
           ${revisionColumn('?4')} AS revision,
           ${namesColumn(sections, '?2', '?3', '?4')} AS names
         FROM local_group g
         WHERE g.uid = ?1`,
      )
      .bind(uid, howMany, before, JSON.stringify({ revision })),
    read: ([row]: Columns[]) =>
      row
        ? {
            name: row.name,
            number: row.number ?? 0,
            history: readHistory(row.history),
            revision: row.revision === null ? null : revisionFrom(JSON.parse(row.revision) as RevisionColumns),
            names: readRowNames(row.names),
          }
        : null,
  }
}
