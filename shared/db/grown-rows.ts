import { rowsAtOnce } from '#shared/domain/record-limits.ts'
import type { GrowingSection } from '#shared/record/section.ts'
import { valueIn } from './row.ts'

/** SQL: whether a row, of the table that a section shares with others or has for itself, is one of the section. */
export function isOfSection({ store, list }: GrowingSection, table: string): string {
  return store.within ? `${table}.section = '${list}'` : 'true'
}

/** SQL: rows of `local_group g` in a section that grows: a page of it, and those that are asked for one by one. `asked` is a `RowRequest` as JSON. */
export function grownRows(section: GrowingSection, asked: string): string {
  const { store, list, dayField, fields } = section
  const day = dayField === null ? '' : `${valueIn(fields, dayField, 'paged')} DESC, `
  return `(
        SELECT *
        FROM (
          SELECT *
          FROM ${store.table} AS paged
          WHERE group_id = g.id AND ${isOfSection(section, 'paged')}
          ORDER BY ${day}id
          LIMIT ${rowsAtOnce} OFFSET coalesce(${asked} ->> '$.from.${list}', 0) + 0
        )
        UNION
        SELECT *
        FROM ${store.table} AS named
        WHERE group_id = g.id AND ${isOfSection(section, 'named')}
        AND uid IN (
          SELECT value
          FROM json_each(${asked}, '$.uids')
          UNION ALL
          SELECT iif(change.type = 'object', change.value ->> 'row', NULL)
          FROM revision
          JOIN json_each(revision.changes) AS change
          WHERE revision.group_id = g.id AND revision.number = ${asked} ->> '$.rowsOf'
        )
      )`
}
