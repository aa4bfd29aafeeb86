import type { D1Database } from '@cloudflare/workers-types'
import { fold } from '#shared/record/fold.ts'
import type { GroupRecord, ListName } from '#shared/record/record.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import { type GrowingSection, growingSections } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { isOfSection } from './grown-rows.ts'
import { type RecordColumns, recordColumns, recordFromColumns } from './records.ts'
import { parseRows, rowValues } from './row.ts'

/** A group by what people call it and where it is. */
export type GroupName = {
  uid: string
  name: string
  town: string | null
  postcode: string | null
  department: string | null
  region: string | null
  latitude: number | null
  longitude: number | null
  /** Names that it had. */
  former: string[]
  /** Uids of groups that became part of it. */
  merged: string[]
}

/** How many names one statement brings. */
const page = 20_000

/** Every group's names, and where it is. */
export async function listGroupNames(db: D1Database): Promise<GroupName[]> {
  const groups: GroupName[] = []
  // Which groups come after this one?
  const statement = db.prepare(
    `SELECT
       id, uid, name, town, postcode, department, region, latitude, longitude,
       (SELECT json_group_array(former_name.name) FROM former_name WHERE former_name.group_id = local_group.id) AS former,
       (SELECT json_group_array(part.uid) FROM local_group AS part WHERE part.merged_into_id = local_group.id) AS merged
     FROM local_group
     WHERE id > ?1 AND merged_into_id IS NULL
     ORDER BY id
     LIMIT ?2 + 0`,
  )
  for (let last = 0; ; ) {
    const { results } = await statement
      .bind(last, page)
      .all<Omit<GroupName, 'former' | 'merged'> & { id: number; former: string; merged: string }>()
    for (const { id: _, former, merged, ...group } of results)
      groups.push({ ...group, former: JSON.parse(former) as string[], merged: JSON.parse(merged) as string[] })
    if (results.length < page) return groups
    last = results.at(-1)?.id ?? last
  }
}

/** The number of every group's last revision, by the group's uid. */
export async function listRevisionNumbers(db: D1Database): Promise<Map<string, number>> {
  // How often was each group written?
  const { results } = await db
    .prepare(
      `SELECT local_group.uid, max(revision.number) AS number
       FROM revision
       JOIN local_group ON local_group.id = revision.group_id
       GROUP BY revision.group_id`,
    )
    .all<{ uid: string; number: number }>()
  return new Map(results.map(({ uid, number }) => [uid, number]))
}

/** A group's record, and what one must know to write to it. */
export type KnownGroup = {
  record: GroupRecord
  /** Of its last revision; 0 when there is none. */
  number: number
  /** When those ended who were its referents, by their address. */
  left: ReadonlyMap<string, string>
  /** Uids of its referents who sit in other groups too. */
  elsewhere: string[]
}

type Columns = RecordColumns & { number: number; left: string; elsewhere: string }

/** The groups that have one of these uids or names. */
export async function listKnownGroups(
  db: D1Database,
  sections: Sections,
  { uids, names }: { uids: readonly string[]; names: readonly string[] },
): Promise<KnownGroup[]> {
  // What do we know of these groups?
  const { results } = await db
    .prepare(
      `SELECT
         (SELECT coalesce(max(number), 0) FROM revision WHERE group_id = g.id) AS number,
         (
           SELECT json_group_object(person.email, referent.until_at)
           FROM referent
           JOIN person ON person.id = referent.person_id
           WHERE referent.group_id = g.id AND referent.until_at IS NOT NULL AND person.email IS NOT NULL
         ) AS left,
         (
           SELECT json_group_array(person.uid)
           FROM referent
           JOIN person ON person.id = referent.person_id
           WHERE referent.group_id = g.id AND referent.until_at IS NULL
           AND EXISTS (
             SELECT 1
             FROM referent other
             WHERE other.person_id = person.id AND other.until_at IS NULL AND other.group_id <> g.id
           )
         ) AS elsewhere,
         ${recordColumns(sections, `'{}'`)}
       FROM local_group g
       WHERE g.merged_into_id IS NULL
       AND (g.uid IN (SELECT value FROM json_each(?1)) OR g.name_key IN (SELECT value FROM json_each(?2)))`,
    )
    .bind(JSON.stringify(uids), JSON.stringify(names.map(fold)))
    .all<Columns>()
  const own = results.map(({ group_uid }) => group_uid)
  const grown: [ListName, Map<string, AnyRow[]>][] = []
  for (const section of growingSections(sections.asked))
    grown.push([section.list, await listGrownRows(db, section, own)])
  return results.map((columns) => ({
    record: {
      ...recordFromColumns(columns, sections),
      ...Object.fromEntries(grown.map(([list, rows]) => [list, rows.get(columns.group_uid) ?? []])),
    },
    number: columns.number,
    left: new Map(Object.entries(JSON.parse(columns.left) as Record<string, string>)),
    elsewhere: JSON.parse(columns.elsewhere) as string[],
  }))
}

/** Rows that one statement brings. */
const grownAtOnce = 5000

/** All rows of a list that grows, by the uid of their group: one group may have more than D1 gives in one value. */
async function listGrownRows(
  db: D1Database,
  section: GrowingSection,
  groups: readonly string[],
): Promise<Map<string, AnyRow[]>> {
  const { fields, store } = section
  // What did these groups do?
  const statement = db.prepare(
    `SELECT g.uid AS "group", ${rowValues(section, 'kept')} AS "values"
     FROM local_group g
     JOIN ${store.table} AS kept ON kept.group_id = g.id
     WHERE g.uid IN (SELECT value FROM json_each(?1)) AND ${isOfSection(section, 'kept')}
     ORDER BY g.id, kept.id
     LIMIT ?2 + 0 OFFSET ?3 + 0`,
  )
  const rows = new Map<string, Value[][]>()
  for (let from = 0; groups.length > 0; from += grownAtOnce) {
    const { results } = await statement
      .bind(JSON.stringify(groups), grownAtOnce, from)
      .all<{ group: string; values: string }>()
    for (const { group, values } of results) {
      const own = rows.get(group) ?? []
      own.push(JSON.parse(values) as Value[])
      rows.set(group, own)
    }
    if (results.length < grownAtOnce) break
  }
  return new Map([...rows].map(([group, own]) => [group, parseRows(fields, own)]))
}

/** The number of the last revision of each group in which one of these people has a membership, by the group's uid. */
export async function listNumbersOfGroupsOf(db: D1Database, people: readonly string[]): Promise<Map<string, number>> {
  // How far is the history of these people's groups?
  const { results } = await db
    .prepare(
      `SELECT g.uid, (SELECT coalesce(max(number), 0) FROM revision WHERE group_id = g.id) AS number
       FROM person
       JOIN referent ON referent.person_id = person.id AND referent.until_at IS NULL
       JOIN local_group g ON g.id = referent.group_id
       WHERE person.uid IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(people))
    .all<{ uid: string; number: number }>()
  return new Map(results.map(({ uid, number }) => [uid, number]))
}
