import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { writeChanges } from '#shared/db/record-changes.ts'
import { insertEchoes, insertRevisions, type NewRevision } from '#shared/db/revisions.ts'
import type { Change } from '#shared/domain/change.ts'
import type { GroupRecord } from '#shared/fields/record.ts'
import type { FormsContext } from './env.ts'
import type { GroupVisit } from './visit.ts'

export type RecordWrite = {
  /** The record as it will be. */
  record: GroupRecord
  /** What that changes in the record as it is. */
  changes: readonly Change[]
  /** The number of the revision that it takes back. */
  undoes?: number
}

/** A write to the group's record by whoever holds the link: the tables, the revision, and its echo in the other groups of people whose address or name it changes. */
export function recordStatements(
  context: FormsContext,
  { group, person }: GroupVisit,
  { record, changes, undoes }: RecordWrite,
): D1PreparedStatement[] {
  if (changes.length === 0) return []
  const { DB } = context.env
  const { now } = context.var
  const revision: NewRevision = {
    group: group.uid,
    number: group.number + 1,
    author: 'referent',
    person: person.uid,
    changes,
    ...(undoes === undefined ? {} : { undoes }),
  }
  return [
    insertRevisions(DB, [revision], now),
    ...writeChanges({ db: DB, group: group.uid, now }, record, changes),
    ...(changes.some(isPersonal) ? [insertEchoes(DB, revision, now)] : []),
  ]
}

function isPersonal(change: Change): boolean {
  return change.list === 'referents' && 'field' in change && change.field !== 'role'
}

/** A group never ends up with nobody to write to unless somebody said so. */
export function leavesNobody(record: GroupRecord): boolean {
  return record.referents.length === 0 && record.group[0]?.state !== 'asleep'
}
