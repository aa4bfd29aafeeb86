import { type GroupRecord, type ListName, listNames } from '#shared/record/record.ts'
import { type AnyRow, type Change, rowsOf, valuesOf } from './change.ts'

/** What one must do to `before` to get `after`, list by list, in the order of the form. */
export function diffRecords(before: GroupRecord, after: GroupRecord): Change[] {
  return listNames.flatMap((list) => diffRows(list, rowsOf(before, list), rowsOf(after, list)))
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
