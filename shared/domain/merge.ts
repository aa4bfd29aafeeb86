import type { GroupRecord, ListName } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import { applyChanges, type Change } from './change.ts'
import { diffRecords } from './diff.ts'

/** Two people gave one field different values: `mine` was typed now, `theirs` is what the record says meanwhile. */
export type Conflict = { list: ListName; row: string; field: string; base: Value; mine: Value; theirs: Value }

export type Merge = {
  /** Their record with my changes on it; where we disagree, theirs stands. */
  record: GroupRecord
  /** What the merge does to their record. */
  changes: Change[]
  conflicts: Conflict[]
}

/**
 * Brings together what two people made of one record: `base` is what I was shown, `mine` what I sent back,
 * `theirs` what the record is now.
 *
 * Different fields both win. The same field with two values is a conflict, for me to decide. Rows that either
 * added both stay; one that both added, such as the part in a campaign, is merged by field. A row that one removed and the other changed stays, changed: a correction is worth more than
 * a removal, which can be repeated.
 */
export function mergeRecords(base: GroupRecord, mine: GroupRecord, theirs: GroupRecord): Merge {
  const theirChanges = diffRecords(base, theirs)
  const my = diffRecords(base, mine).flatMap((change) => besideTheirs(change, theirChanges))
  const conflicts = my.flatMap((change) => conflictWith(change, theirChanges))
  const agreed = my.filter((change) => !isContested(change, conflicts) && !removesWhatTheyChanged(change, theirChanges))
  const revived = theirChanges.filter(
    (change) => 'removed' in change && my.some((mine) => 'field' in mine && isSameRow(mine, change)),
  )
  const kept = revived.map((change) => ({
    list: change.list,
    row: change.row,
    added: 'removed' in change ? change.removed : {},
  }))
  const record = applyChanges(theirs, [...kept, ...agreed])
  return { record, changes: diffRecords(theirs, record), conflicts }
}

/** A row that both added was empty before, for both: each of its answers is a correction of nothing. */
function besideTheirs(change: Change, theirs: readonly Change[]): Change[] {
  const other = theirs.find((their) => 'added' in their && isSameRow(their, change))
  if (!('added' in change) || !other || !('added' in other)) return [change]
  const { list, row, added } = change
  return Object.entries(added)
    .filter(([field, after]) => after !== null && after !== (other.added[field] ?? null))
    .map(([field, after]) => ({ list, row, field, before: null, after }))
}

function conflictWith(change: Change, theirs: readonly Change[]): Conflict[] {
  if (!('field' in change)) return []
  const { list, row, field, before: base, after: mine } = change
  return theirs
    .filter((their) => isSameRow(their, change))
    .map((their) => valueSaid(their, field))
    .filter((value) => value !== undefined && value !== mine)
    .map((theirs) => ({ list, row, field, base, mine, theirs: theirs ?? null }))
}

/** What a change says of a field; undefined when nothing. */
function valueSaid(change: Change, field: string): Value | undefined {
  if ('added' in change) return change.added[field] ?? undefined
  return 'field' in change && change.field === field ? change.after : undefined
}

function isContested(change: Change, conflicts: readonly Conflict[]): boolean {
  return (
    'field' in change && conflicts.some((conflict) => isSameRow(conflict, change) && conflict.field === change.field)
  )
}

function removesWhatTheyChanged(change: Change, theirs: readonly Change[]): boolean {
  return 'removed' in change && theirs.some((their) => 'field' in their && isSameRow(their, change))
}

function isSameRow(a: { list: ListName; row: string }, b: { list: ListName; row: string }): boolean {
  return a.list === b.list && a.row === b.row
}
