import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { fold } from '#shared/record/fold.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'
import { columnList, excludedColumns, jsonColumns, withOwn } from './row.ts'

/** A row and the group it belongs to. */
export type OwnedRow = AnyRow & { group: string }

/** A row of a list, named by its group and itself. */
export type RowName = { group: string; uid: string }

/** A section whose rows belong to a group, for itself or as its part in something. */
export type OwnedSection = Section & { store: Extract<Section['store'], { kind: 'rows' | 'parts' }> }

export function isOwned(section: Section): section is OwnedSection {
  return section.store.kind === 'rows' || section.store.kind === 'parts'
}

const groupUpsert = ({ fields }: Section) => `
  INSERT INTO local_group (uid, name_key, town_key, created_at, closed_at, ${columnList(fields)})
  SELECT item.value ->> 'uid', item.value ->> 'name_key', item.value ->> 'town_key', ?2, iif(item.value ->> 'state' = 'closed', ?2, NULL), ${jsonColumns(fields)}
  FROM json_each(?1) AS item
  WHERE true
  ON CONFLICT (uid) DO UPDATE
  SET
    name_key = excluded.name_key, town_key = excluded.town_key,
    closed_at = iif(excluded.closed_at IS NULL, NULL, coalesce(local_group.closed_at, excluded.closed_at)),
    ${excludedColumns(fields, 'local_group')}`

/** Makes or replaces groups. Fails on a name that another group of the same place has. A group that is closed is so since now. */
export function upsertGroups(
  db: D1Database,
  { ours }: Sections,
  groups: readonly (GroupValues & { uid: string })[],
  now: Date,
): D1PreparedStatement {
  const rows = withOwn(ours.group.fields, groups).map((row) => {
    const { name, town } = row as GroupValues
    return { ...row, name_key: fold(name), town_key: town && fold(town) }
  })
  return db.prepare(groupUpsert(ours.group)).bind(JSON.stringify(rows), now.toISOString())
}

function upsertSql({ list, store, fields }: OwnedSection): string {
  if (store.kind === 'rows') {
    const { table, within } = store
    // A row of another group or section is none of this one: NULL where none may be ends the whole batch (`conflictOf`)
    const own = `${table}.group_id = excluded.group_id${within ? ` AND ${table}.section = excluded.section` : ''}`
    return `
  INSERT INTO ${table} (uid, group_id, ${within ? 'section, ' : ''}${columnList(fields)})
  SELECT item.value ->> 'uid', g.id, ${within ? `'${list}', ` : ''}${jsonColumns(fields)}
  FROM json_each(?1) AS item
  JOIN local_group g ON g.uid = item.value ->> 'group'
  WHERE true
  ON CONFLICT (uid) DO UPDATE
  SET group_id = iif(${own}, excluded.group_id, NULL), ${excludedColumns(fields, table)}`
  }
  const { table, of } = store
  return `
  INSERT INTO ${table} (group_id, ${of}_id, ${columnList(fields)})
  SELECT g.id, ${of}.id, ${jsonColumns(fields)}
  FROM json_each(?1) AS item
  JOIN local_group g ON g.uid = item.value ->> 'group'
  JOIN ${of} ON ${of}.uid = item.value ->> 'uid'
  WHERE true
  ON CONFLICT (group_id, ${of}_id) DO UPDATE
  SET ${excludedColumns(fields, table)}`
}

/** Makes or replaces rows of a section; of a part, `uid` is that of what it is in. */
export function upsertRows(db: D1Database, section: OwnedSection, rows: readonly OwnedRow[]): D1PreparedStatement {
  return db.prepare(upsertSql(section)).bind(JSON.stringify(withOwn(section.fields, rows)))
}

function deletionSql({ store }: OwnedSection): string {
  if (store.kind === 'rows')
    return `
    DELETE FROM ${store.table}
    WHERE (group_id, uid) IN (
      SELECT g.id, item.value ->> 'uid'
      FROM json_each(?1) AS item
      JOIN local_group g ON g.uid = item.value ->> 'group'
    )`
  const { table, of } = store
  return `
    DELETE FROM ${table}
    WHERE (group_id, ${of}_id) IN (
      SELECT g.id, ${of}.id
      FROM json_each(?1) AS item
      JOIN local_group g ON g.uid = item.value ->> 'group'
      JOIN ${of} ON ${of}.uid = item.value ->> 'uid'
    )`
}

/** Takes rows out of a section. The revision that goes with it keeps their values. */
export function deleteRows(db: D1Database, section: OwnedSection, rows: readonly RowName[]): D1PreparedStatement {
  return db.prepare(deletionSql(section)).bind(JSON.stringify(rows))
}
