import type { D1Database } from '@cloudflare/workers-types'
import { type Change, readChanges } from '#shared/domain/change.ts'
import { ask, type Question } from './ask.ts'

/** One write to a group's record, whole. */
export type WholeRevision = {
  number: number
  madeAt: Date
  author: 'referent' | 'coordinator' | 'import' | 'system' | 'passed_link'
  by: string | null
  changes: Change[]
}

/** Rows of one read; D1 gives answers of a few megabytes, and a write may have thousands of changes. */
const rowsRead = 20

type Columns = {
  number: number
  made_at: string
  author: WholeRevision['author']
  name: string | null
  changes: string
}

function revisionsBefore(db: D1Database, group: string, before: number): Question<WholeRevision[]> {
  return {
    // What was written to this group's record before?
    statement: db
      .prepare(
        `SELECT revision.number, revision.made_at, revision.author, coalesce(person.name, revision.author_name) AS name, revision.changes
         FROM revision
         LEFT JOIN person ON person.id = revision.person_id
         WHERE revision.group_id = (SELECT id FROM local_group WHERE uid = ?1) AND revision.number < ?2
         ORDER BY revision.number DESC
         LIMIT ${rowsRead}`,
      )
      .bind(group, before),
    read: (rows: Columns[]) =>
      rows.map(({ number, made_at, author, name, changes }) => ({
        number,
        madeAt: new Date(made_at),
        author,
        by: name,
        changes: readChanges(JSON.parse(changes)),
      })),
  }
}

/** All that was written to a group's record, the latest first, read as it is wanted. */
export async function* wholeHistory(db: D1Database, group: string): AsyncGenerator<WholeRevision> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const { revisions } = await ask(db, { revisions: revisionsBefore(db, group, before) })
    yield* revisions
    const last = revisions.at(-1)
    if (!last || revisions.length < rowsRead) return
    before = last.number
  }
}
