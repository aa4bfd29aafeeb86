import type { AnyRow, Value } from '#shared/domain/change.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'

/** The columns of a list, as an SQL list: `training.theme, training.held_on`. */
export function columnsOf(fields: Fields, table: string, skip: readonly string[] = []): string {
  return fieldNames(fields)
    .filter((name) => !skip.includes(name))
    .map((name) => `${table}.${name}`)
    .join(', ')
}

/** Each field out of a JSON object named `item.value`, as an SQL list. Parameters are few on D1, JSON passes any number. */
export function jsonColumns(fields: Fields): string {
  return fieldNames(fields)
    .map((name) => `item.value ->> '${name}'`)
    .join(', ')
}

/** `theme = excluded.theme, …` for ON CONFLICT. */
export function excludedColumns(fields: Fields): string {
  return fieldNames(fields)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')
}

/** A row from its uid and its values in the order of the fields, as `json_array(uid, …)` gives them. */
function rowFromArray(fields: Fields, [uid, ...values]: readonly Value[]): AnyRow {
  const entries = fieldNames(fields).map((name, index): [string, Value] => [
    name,
    sqlValue(fields, name, values[index] ?? null),
  ])
  return { ...Object.fromEntries(entries), uid: String(uid) } as AnyRow
}

/** A row from columns named as its fields. */
export function rowFromColumns(fields: Fields, uid: string, columns: Readonly<Record<string, unknown>>): AnyRow {
  const entries = fieldNames(fields).map((name): [string, Value] => [
    name,
    sqlValue(fields, name, (columns[name] ?? null) as Value),
  ])
  return { ...Object.fromEntries(entries), uid } as AnyRow
}

/** SQLite has no booleans. */
function sqlValue(fields: Fields, name: string, value: Value): Value {
  return fields[name]?.control.kind === 'checkbox' ? Boolean(value) : value
}

/** Rows as `json_array(uid, …, day, id)` gives them: the latest day first, and those of one day as they came. */
export function parseRows(fields: Fields, json: string): AnyRow[] {
  return sortedRows(fields, JSON.parse(json) as Value[][])
}

export function sortedRows(fields: Fields, rows: Value[][]): AnyRow[] {
  return rows.sort(byDay).map((values) => rowFromArray(fields, values))
}

function byDay(a: Value[], b: Value[]): number {
  const [dayA, dayB] = [String(a.at(-2) ?? ''), String(b.at(-2) ?? '')]
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  return Number(a.at(-1)) - Number(b.at(-1))
}
