import { type Fields, fieldNames, type Row } from '#shared/record/field.ts'
import { readOwn, writeOwn } from '#shared/record/own-values.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'

/** The fields that have a column; a movement's own questions are kept together, as JSON in the column `own`. */
function columnNames(fields: Fields): string[] {
  return fieldNames(fields).filter((name) => !fields[name]?.own)
}

function hasOwn(fields: Fields): boolean {
  return fieldNames(fields).some((name) => fields[name]?.own)
}

/** SQL: the value of a field in a row of a table. */
export function valueIn(fields: Fields, name: string, table: string): string {
  const own = fields[name]?.own
  return own ? `${table}.own ->> '$.${own}'` : `${table}.${name}`
}

/** The columns of a list, as an SQL list: `training.theme, training.held_on`. */
export function columnsOf(fields: Fields, table: string): string {
  return [...columnNames(fields), ...(hasOwn(fields) ? ['own'] : [])].map((name) => `${table}.${name}`).join(', ')
}

/** SQL: a row of a section as a JSON array, for `sortedRows`. `table` has its values; of a part, what it is in has its uid and its day. */
export function rowValues({ store, fields, dayField }: Section, table: string): string {
  const sorted = store.kind === 'parts' ? store.of : store.kind === 'people' ? 'referent' : table
  const uid = store.kind === 'parts' ? store.of : table
  const values = columnNames(fields).map((name) =>
    store.kind === 'people' && name === 'role' ? `referent.${name}` : `${table}.${name}`,
  )
  const day = store.kind === 'parts' ? `${store.of}.held_on` : dayField ? valueIn(fields, dayField, table) : 'NULL'
  const own = hasOwn(fields) ? [`${store.kind === 'people' ? 'referent' : table}.own`] : []
  return `json_array(${[`${uid}.uid`, ...values, ...own, day, `${sorted}.id`].join(', ')})`
}

/** Each field out of a JSON object named `item.value`, as an SQL list. Parameters are few on D1, JSON passes any number. */
export function jsonColumns(fields: Fields): string {
  const own = hasOwn(fields) ? ["item.value -> 'own'"] : []
  return [...columnNames(fields).map((name) => `item.value ->> '${name}'`), ...own].join(', ')
}

/** The names of the columns that `jsonColumns` fills. */
export function columnList(fields: Fields): string {
  return [...columnNames(fields), ...(hasOwn(fields) ? ['own'] : [])].join(', ')
}

/** `theme = excluded.theme, …` for ON CONFLICT. Answers to questions that are not asked any more stay; null takes one away (RFC 7396). */
export function excludedColumns(fields: Fields, table: string): string {
  const own = hasOwn(fields) ? [`own = json_patch(${table}.own, excluded.own)`] : []
  return [...columnNames(fields).map((name) => `${name} = excluded.${name}`), ...own].join(', ')
}

/** Rows with their own answers together, as `jsonColumns` reads them. */
export function withOwn<Row extends object>(fields: Fields, rows: readonly Row[]): readonly object[] {
  return hasOwn(fields) ? rows.map((row) => ({ ...row, own: writeOwn(fields, row as AnyRow) })) : rows
}

/** A row from its uid and its values in the order of the fields, as `json_array(uid, …)` gives them. */
function rowFromArray(fields: Fields, [uid, ...values]: readonly Value[]): AnyRow {
  const names = columnNames(fields)
  const columns = Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))
  return rowFromColumns(fields, String(uid), { ...columns, own: values[names.length] })
}

/** A row from columns named as its fields. */
export function rowFromColumns<FS extends Fields>(
  fields: FS,
  uid: string,
  columns: Readonly<Record<string, unknown>>,
): Row<FS> {
  const entries = columnNames(fields).map((name): [string, Value] => [
    name,
    sqlValue(fields, name, (columns[name] ?? fields[name]?.unsaid ?? null) as Value),
  ])
  const own = hasOwn(fields) ? readOwn(fields, String(columns.own ?? '{}')) : {}
  return { ...Object.fromEntries(entries), ...own, uid } as Row<FS>
}

/** SQLite has no booleans. */
function sqlValue(fields: Fields, name: string, value: Value): Value {
  return fields[name]?.control.kind === 'checkbox' ? Boolean(value) : value
}

/** Rows as `rowValues` gives them: the latest day first, and those of one day as they came. */
export function parseRows(fields: Fields, rows: Value[][]): AnyRow[] {
  return rows.sort(byDay).map((values) => rowFromArray(fields, values))
}

function byDay(a: Value[], b: Value[]): number {
  const [dayA, dayB] = [String(a.at(-2) ?? ''), String(b.at(-2) ?? '')]
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  return Number(a.at(-1)) - Number(b.at(-1))
}
