import type { GroupRecord } from '#shared/record/record.ts'
import { applyChanges, type Change } from './change.ts'
import { diffRecords } from './diff.ts'
import type { Conflict, Merge } from './merge.ts'

/** A write to a record: whether the visitor made it, and who did, by name; null for nobody in particular. */
export type Written = { changes: readonly Change[]; isOwn: boolean; by: string | null }

/**
 * Nobody disagrees with themselves: where the value that stands is the visitor's own, from another page of theirs, what they typed
 * now is right. `since` is what was written since the page was made, latest first; `theirs` the record as it is.
 */
export function settleOwn(merge: Merge, since: readonly Written[], theirs: GroupRecord): Merge {
  const isOwn = (conflict: Conflict) => since.find(({ changes }) => changes.some((one) => says(one, conflict)))?.isOwn
  const own = merge.conflicts.filter(isOwn)
  if (own.length === 0) return merge
  const mine = own.map(({ list, row, field, theirs: before, mine: after }) => ({ list, row, field, before, after }))
  const record = applyChanges(merge.record, mine)
  return {
    record,
    changes: diffRecords(theirs, record),
    conflicts: merge.conflicts.filter((one) => !own.includes(one)),
  }
}

/** Who gave a conflict's field the value that stands, by name; null where nobody is known for it. */
export function authorOf(conflict: Conflict, since: readonly Written[]): string | null {
  return since.find(({ changes }) => changes.some((one) => says(one, conflict)))?.by ?? null
}

/** Whether a change gave the field of a conflict its value. */
function says(change: Change, { list, row, field }: Conflict): boolean {
  if (change.list !== list || change.row !== row) return false
  return 'field' in change ? change.field === field : 'added' in change && (change.added[field] ?? null) !== null
}
