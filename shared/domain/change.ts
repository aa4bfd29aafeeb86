import type { GroupRecord, ListName } from '#shared/record/record.ts'
import type { AnyRow, Value, Values } from '#shared/record/row.ts'

/** One thing that differs between two states of a group's record. */
export type Change =
  | { list: ListName; row: string; field: string; before: Value; after: Value }
  | { list: ListName; row: string; added: Values }
  | { list: ListName; row: string; removed: Values }

/**
 * What a revision keeps, as changes: as far as it can be told, whatever was put there. Its list may be one that is not asked about any more.
 */
export function readChanges(kept: unknown): Change[] {
  return Array.isArray(kept) ? kept.flatMap(readChange) : []
}

function readChange(kept: unknown): Change[] {
  if (!isObject(kept) || typeof kept.list !== 'string' || typeof kept.row !== 'string') return []
  const of = { list: kept.list, row: kept.row }
  if (typeof kept.field === 'string')
    return [{ ...of, field: kept.field, before: readValue(kept.before), after: readValue(kept.after) }]
  if (isObject(kept.added)) return [{ ...of, added: readValues(kept.added) }]
  return isObject(kept.removed) ? [{ ...of, removed: readValues(kept.removed) }] : []
}

function readValues(kept: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, readValue(value)]))
}

function readValue(kept: unknown): Value {
  if (kept === null || kept === undefined) return null
  return typeof kept === 'object' ? JSON.stringify(kept) : (kept as Value)
}

function isObject(kept: unknown): kept is Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept)
}

/** The rows of a list; none of one that is not asked about. */
export function rowsOf(record: GroupRecord, list: ListName): readonly AnyRow[] {
  return record[list] ?? []
}

export function withRows(record: GroupRecord, list: ListName, rows: readonly AnyRow[]): GroupRecord {
  return { ...record, [list]: rows }
}

export function valuesOf(row: AnyRow): Values {
  const { uid: _, ...values } = row
  return values
}

/** The change that takes this one back. */
export function invert(change: Change): Change {
  const { list, row } = change
  if ('added' in change) return { list, row, removed: change.added }
  if ('removed' in change) return { list, row, added: change.removed }
  return { list, row, field: change.field, before: change.after, after: change.before }
}

/**
 * A record with changes made to it. A change about a row that is not there, or an addition of one that is,
 * changes nothing: the same changes twice are the same as once.
 */
export function applyChanges(record: GroupRecord, changes: readonly Change[]): GroupRecord {
  return changes
    .filter(({ list }) => Object.hasOwn(record, list))
    .reduce((state, change) => withRows(state, change.list, changeRows(rowsOf(state, change.list), change)), record)
}

function changeRows(rows: readonly AnyRow[], change: Change): readonly AnyRow[] {
  if ('removed' in change) return rows.filter((row) => row.uid !== change.row)
  if ('added' in change) {
    const known = rows.some((row) => row.uid === change.row)
    return known ? rows : [...rows, { ...change.added, uid: change.row } as AnyRow]
  }
  return rows.map((row) => (row.uid === change.row ? ({ ...row, [change.field]: change.after } as AnyRow) : row))
}
