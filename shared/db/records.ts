import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { AnyRow } from '#shared/domain/change.ts'
import { type RowCounts, rowsAtOnce } from '#shared/domain/record-limits.ts'
import { activityFields } from '#shared/record/activity.ts'
import type { GroupValues } from '#shared/record/group.ts'
import { participationFields } from '#shared/record/participation.ts'
import { plain } from '#shared/record/plain.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import { trainingFields } from '#shared/record/training.ts'
import { columnsOf, excludedColumns, jsonColumns, parseRows, rowFromColumns } from './row.ts'
import { subscriptionsColumn } from './subscriptions.ts'

/** Which rows of the lists that grow for years are wanted: a page of each, the latest first; these; and those that a revision (its number) is about. */
export type RowRequest = {
  from?: { activities?: number; trainings?: number }
  uids?: readonly string[]
  rowsOf?: number
}

/** D1 gives no value of more than 2 MB: of lists that nobody leafs through, so many rows. */
const mostRows = 1000

// Rows of a list that grows: a page of it, and those that are asked for one by one. `asked` is a `RowRequest` as JSON
const grownRows = (table: 'activity' | 'training', list: string, asked: string) => `(
    SELECT *
    FROM (
      SELECT *
      FROM ${table}
      WHERE group_id = g.id
      ORDER BY held_on DESC, id
      LIMIT ${rowsAtOnce} OFFSET coalesce(${asked} ->> '$.from.${list}', 0) + 0
    )
    UNION
    SELECT *
    FROM ${table}
    WHERE group_id = g.id
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

// The referents of a group; `first` says of a row of `referent` that it stands before the others
const seatedRows = (first: string) => `(
    SELECT referent.*, ${first} AS is_first
    FROM referent
    WHERE referent.group_id = g.id AND referent.until_at IS NULL
    ORDER BY is_first DESC, referent.id
    LIMIT ${mostRows}
  )`

/**
 * The columns that hold a record of `local_group g`, to be selected with `recordFromColumns` in mind: of the lists that grow what
 * `asked` asks for, a `RowRequest` as JSON. Lists are JSON arrays of arrays: D1 allows 32 arguments to a function, and names would double the
 * bytes. Each row ends with the day and the number that it is sorted by, in `parseRows`: an aggregate that sorts costs SQLite a temporary
 * table for each.
 */
export const recordColumns = (sections: Sections, asked: string, first = '0') => `
  g.uid AS group_uid,
  ${columnsOf(sections.fields.group, 'g')},
  (
    SELECT json_group_array(json_array(person.uid, ${columnsOf(sections.fields.referents, 'person', ['role'])}, referent.role, NULL, referent.id))
    FROM ${seatedRows(first)} AS referent
    JOIN person ON person.id = referent.person_id
  ) AS referents,
  (
    SELECT json_group_array(json_array(activity.uid, ${columnsOf(activityFields, 'activity')}, activity.held_on, activity.id))
    FROM ${grownRows('activity', 'activities', asked)} AS activity
  ) AS activities,
  (
    SELECT json_group_array(json_array(campaign.uid, ${columnsOf(participationFields, 'participation')}, campaign.held_on, campaign.id))
    FROM (SELECT * FROM participation WHERE group_id = g.id ORDER BY campaign_id DESC LIMIT ${mostRows}) AS participation
    JOIN campaign ON campaign.id = participation.campaign_id
  ) AS campaigns,
  (
    SELECT json_group_array(json_array(training.uid, ${columnsOf(trainingFields, 'training')}, training.held_on, training.id))
    FROM ${grownRows('training', 'trainings', asked)} AS training
  ) AS trainings,
  ${subscriptionsColumn(sections, seatedRows(first))} AS lists,
  (
    SELECT json_array(
      (SELECT count(*) FROM referent WHERE group_id = g.id AND until_at IS NULL),
      (SELECT count(*) FROM activity WHERE group_id = g.id),
      (SELECT count(*) FROM participation WHERE group_id = g.id),
      (SELECT count(*) FROM training WHERE group_id = g.id)
    )
  ) AS counts`

export type RecordColumns = {
  group_uid: string
  referents: string
  activities: string
  campaigns: string
  trainings: string
  lists: string
  counts: string
} & Record<string, unknown>

export function recordFromColumns(columns: RecordColumns, { fields }: Sections): GroupRecord {
  return {
    group: [rowFromColumns(fields.group, columns.group_uid, columns)],
    referents: parseRows(fields.referents, columns.referents),
    activities: parseRows(activityFields, columns.activities),
    campaigns: parseRows(participationFields, columns.campaigns),
    trainings: parseRows(trainingFields, columns.trainings),
    lists: parseRows(fields.lists, columns.lists),
  } as unknown as GroupRecord
}

/** How many rows the lists hold, of which the record may have a part. */
export function countsFromColumns({ counts }: RecordColumns): RowCounts {
  const [referents = 0, activities = 0, campaigns = 0, trainings = 0] = JSON.parse(counts) as number[]
  return { group: 1, referents, activities, campaigns, trainings, lists: referents }
}

/** A row and the group it belongs to. */
export type OwnedRow = AnyRow & { group: string }

const groupUpsert = ({ fields: { group } }: Sections) => `
  INSERT INTO local_group (uid, name_key, town_key, created_at, closed_at, ${Object.keys(group).join(', ')})
  SELECT item.value ->> 'uid', item.value ->> 'name_key', item.value ->> 'town_key', ?2, iif(item.value ->> 'state' = 'closed', ?2, NULL), ${jsonColumns(group)}
  FROM json_each(?1) AS item
  WHERE true
  ON CONFLICT (uid) DO UPDATE
  SET
    name_key = excluded.name_key, town_key = excluded.town_key,
    closed_at = iif(excluded.closed_at IS NULL, NULL, coalesce(local_group.closed_at, excluded.closed_at)),
    ${excludedColumns(group)}`

/** Makes or replaces groups. Fails on a name that another group of the same place has. A group that is closed is so since now. */
export function upsertGroups(
  db: D1Database,
  sections: Sections,
  groups: readonly (GroupValues & { uid: string })[],
  now: Date,
): D1PreparedStatement {
  const rows = groups.map((group) => ({
    ...group,
    name_key: plain(group.name),
    town_key: group.town && plain(group.town),
  }))
  return db.prepare(groupUpsert(sections)).bind(JSON.stringify(rows), now.toISOString())
}

// A row of another group is no row of this one: NULL where none may be ends the whole batch (`conflictOf`)
const trainingUpsert = `
  INSERT INTO training (uid, group_id, ${Object.keys(trainingFields).join(', ')})
  SELECT item.value ->> 'uid', g.id, ${jsonColumns(trainingFields)}
  FROM json_each(?1) AS item
  JOIN local_group g ON g.uid = item.value ->> 'group'
  WHERE true
  ON CONFLICT (uid) DO UPDATE
  SET group_id = iif(training.group_id = excluded.group_id, excluded.group_id, NULL), ${excludedColumns(trainingFields)}`

export function upsertTrainings(db: D1Database, rows: readonly OwnedRow[]): D1PreparedStatement {
  return db.prepare(trainingUpsert).bind(JSON.stringify(rows))
}

const activityUpsert = `
  INSERT INTO activity (uid, group_id, ${Object.keys(activityFields).join(', ')})
  SELECT item.value ->> 'uid', g.id, ${jsonColumns(activityFields)}
  FROM json_each(?1) AS item
  JOIN local_group g ON g.uid = item.value ->> 'group'
  WHERE true
  ON CONFLICT (uid) DO UPDATE
  SET group_id = iif(activity.group_id = excluded.group_id, excluded.group_id, NULL), ${excludedColumns(activityFields)}`

export function upsertActivities(db: D1Database, rows: readonly OwnedRow[]): D1PreparedStatement {
  return db.prepare(activityUpsert).bind(JSON.stringify(rows))
}

const participationUpsert = `
  INSERT INTO participation (group_id, campaign_id, ${Object.keys(participationFields).join(', ')})
  SELECT g.id, campaign.id, ${jsonColumns(participationFields)}
  FROM json_each(?1) AS item
  JOIN local_group g ON g.uid = item.value ->> 'group'
  JOIN campaign ON campaign.uid = item.value ->> 'uid'
  WHERE true
  ON CONFLICT (group_id, campaign_id) DO UPDATE
  SET ${excludedColumns(participationFields)}`

/** `uid` is the campaign's. */
export function upsertParticipations(db: D1Database, rows: readonly OwnedRow[]): D1PreparedStatement {
  return db.prepare(participationUpsert).bind(JSON.stringify(rows))
}

/** A row of a list, named by its group and itself. */
export type RowName = { group: string; uid: string }

/** Takes rows out of a list. The revision that goes with it keeps their values. */
export function deleteRows(
  db: D1Database,
  list: 'trainings' | 'activities' | 'campaigns',
  rows: readonly RowName[],
): D1PreparedStatement {
  return db.prepare(deletions[list]).bind(JSON.stringify(rows))
}

const deletions = {
  trainings: ownedDeletion('training'),
  activities: ownedDeletion('activity'),
  campaigns: `
    DELETE FROM participation
    WHERE (group_id, campaign_id) IN (
      SELECT g.id, campaign.id
      FROM json_each(?1) AS item
      JOIN local_group g ON g.uid = item.value ->> 'group'
      JOIN campaign ON campaign.uid = item.value ->> 'uid'
    )`,
}

function ownedDeletion(table: 'training' | 'activity'): string {
  return `
    DELETE FROM ${table}
    WHERE (group_id, uid) IN (
      SELECT g.id, item.value ->> 'uid'
      FROM json_each(?1) AS item
      JOIN local_group g ON g.uid = item.value ->> 'group'
    )`
}
