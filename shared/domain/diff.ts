import type { GroupRecord, ListName } from '#shared/record/record.ts'
import type { AnyRow } from '#shared/record/row.ts'
import { type Change, rowsOf, valuesOf } from './change.ts'

/** What one must do to `before` to get `after`, list by list, in the order of the form. */
export function diffRecords(before: GroupRecord, after: GroupRecord): Change[] {
  const lists = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...lists].flatMap((list) => diffRows(list, rowsOf(before, list), rowsOf(after, list)))
}

function diffRows(list: ListName, before: readonly AnyRow[], after: readonly AnyRow[]): Change[] {
  const old = new Map(before.map((row) => [row.uid, row]))
  const kept = new Set(after.map((row) => row.uid))
  const gone = before.filter((row) => !kept.has(row.uid))
  return [
    ...gone.map((row) => ({ list, row: row.uid, removed: valuesOf(row) })),
    ...after.flatMap((row): Change[] => {
      const was = old.get(row.uid)
      return was ? diffRow(list, was, row) : [{ list, row: row.uid, added: valuesOf(row) }]
    }),
  ]
}

function diffRow(list: ListName, before: AnyRow, after: AnyRow): Change[] {
  return Object.keys(after)
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({ list, row: after.uid, field, before: before[field] ?? null, after: after[field] ?? null }))
}
