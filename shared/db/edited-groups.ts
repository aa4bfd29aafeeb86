import { readChanges } from '#shared/domain/change.ts'
import type { GroupFilter } from '#shared/domain/group-filter.ts'
import type { Written } from '#shared/domain/own-writes.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import type { ListWindow } from './group-list.ts'
import { groupsFrom, type ListOrder, orderBy } from './group-order.ts'
import { type Judgement, whereGroups } from './group-where.ts'
import type { ReadDatabase } from './read-only.ts'
import { columnsOf, rowFromColumns } from './row.ts'

/** A group's own row, and the number of its last revision. */
export type EditedGroup = { uid: string; number: number; row: AnyRow }

type Columns = { group_uid: string; number: number } & Record<string, unknown>

const ownColumns = ({ ours }: Sections) => `
  g.uid AS group_uid,
  (SELECT coalesce(max(number), 0) FROM revision WHERE group_id = g.id) AS number,
  ${columnsOf(ours.group.fields, 'g')}`

function editedFrom({ ours }: Sections, columns: Columns): EditedGroup {
  const { group_uid: uid, number } = columns
  return { uid, number, row: rowFromColumns(ours.group.fields, uid, columns) as AnyRow }
}

/** One window of the groups that a filter lets through, with all that is asked about a group itself. */
export function listEditedGroups(
  db: ReadDatabase,
  sections: Sections,
  filter: GroupFilter,
  order: ListOrder,
  { offset, limit }: ListWindow,
  judgement: Judgement,
): Question<EditedGroup[]> {
  const where = whereGroups(filter, judgement)
  const next = where.values.length + 1
  const inOrder = orderBy(order)
  return {
    // What do these groups say of themselves?
    statement: db
      .prepare(
        `SELECT ${ownColumns(sections)}
         FROM ${groupsFrom(where, where.sql + inOrder, order.sort)}
         WHERE ${where.sql}
         ORDER BY ${inOrder}
         LIMIT ?${next} + 0 OFFSET ?${next + 1} + 0`,
      )
      .bind(...where.values, limit, offset),
    read: (rows: Columns[]) => rows.map((columns) => editedFrom(sections, columns)),
  }
}

/** A group that somebody corrects, as it is now. */
export type GroupToEdit = EditedGroup & {
  /** What was written of the group itself since they looked, the latest first. */
  since: Written[]
  /** Uids of its referents, who may be told. */
  referents: string[]
}

/** These groups, each with what was written since a revision. Whoever became part of another group is not among them. */
export function findGroupsToEdit(
  db: ReadDatabase,
  sections: Sections,
  asked: readonly { group: string; since: number }[],
): Question<GroupToEdit[]> {
  return {
    // What do these groups say of themselves now, and who wrote what since somebody looked?
    statement: db
      .prepare(
        `SELECT
           ${ownColumns(sections)},
           (
             SELECT json_group_array(json_array(number, json(changes), name) ORDER BY number DESC)
             FROM (
               SELECT revision.number, coalesce(person.name, revision.author_name) AS name, (
                 SELECT json_group_array(json(change.value))
                 FROM json_each(revision.changes) AS change
                 WHERE iif(change.type = 'object', change.value ->> 'list' = 'group', false)
               ) AS changes
               FROM revision
               LEFT JOIN person ON person.id = revision.person_id
               WHERE revision.group_id = g.id AND revision.number > asked.value ->> 'since'
               ORDER BY revision.number DESC
               LIMIT ${sinceRead}
             )
             WHERE changes <> '[]'
           ) AS since,
           (
             SELECT json_group_array(person.uid)
             FROM referent
             JOIN person ON person.id = referent.person_id
             WHERE referent.group_id = g.id AND referent.until_at IS NULL
           ) AS referents
         FROM json_each(?1) AS asked
         JOIN local_group g ON g.uid = asked.value ->> 'group'
         WHERE g.merged_into_id IS NULL`,
      )
      .bind(JSON.stringify(asked)),
    read: (rows: (Columns & { since: string; referents: string })[]) =>
      rows.map((columns) => ({
        ...editedFrom(sections, columns),
        since: (JSON.parse(columns.since) as [number, unknown, string | null][]).map(([, changes, by]) => ({
          changes: readChanges(changes),
          isOwn: false,
          by,
        })),
        referents: JSON.parse(columns.referents) as string[],
      })),
  }
}

/** Revisions of one group that are looked through: what is older counts as seen. */
const sinceRead = 200
