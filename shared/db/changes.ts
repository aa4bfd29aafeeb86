import type { ListName } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import { type Revision, type RevisionColumns, revisionFrom } from './history.ts'
import type { ReadDatabase } from './read-only.ts'
import { rowNameSql } from './row-names.ts'

/** A revision beside others, with its first changes: of which group, and what the rows that it names are called. */
export type ListedChange = {
  id: number
  group: { uid: string; name: string }
  revision: Revision
  names: [string, string][]
}

export type ChangeFilter = {
  list: ListName | null
  region: string
  /** Instants, the first included, the last not. */
  from: Date | null
  until: Date | null
  /** Only older than the change with this id: the next window. */
  before: number | null
  /** Imports are the team's own doing. */
  withImports: boolean
}

/** How many revisions, and how many of the changes of each. */
type Window = { limit: number; beside: number }

type Columns = {
  id: number
  group_uid: string
  group_name: string
  revision: string
  names: string
}

/** What was changed in all groups' records, latest first. */
export function listChanges(
  db: ReadDatabase,
  sections: Sections,
  filter: ChangeFilter,
  { limit, beside }: Window,
): Question<ListedChange[]> {
  const named = rowNameSql(sections, 'item.row')
  return {
    // What changed lately, and by whom?
    statement: db
      .prepare(
        `SELECT
           revision.id,
           g.uid AS group_uid,
           g.name AS group_name,
           json_array(
             revision.number, revision.made_at, revision.author, coalesce(person.name, revision.author_name), json(revision.first_changes),
             (SELECT undone.number FROM revision undone WHERE undone.id = revision.undoes),
             (SELECT max(later.number) FROM revision later WHERE +later.group_id = g.id AND later.undoes = revision.id),
             person.uid, json_array_length(revision.changes)
           ) AS revision,
           (
             SELECT json_group_array(json_array(item.row, ${named.name}))
             FROM (
               SELECT iif(type = 'object', value ->> 'row', NULL) AS row, iif(type = 'object', value ->> 'list', NULL) AS list
               FROM json_each(revision.first_changes)
             ) AS item
             ${named.joins}
             WHERE item.list <> 'group'
           ) AS names
         FROM (
           SELECT shown.*, (
             SELECT json_group_array(json(value))
             FROM (
               SELECT value
               FROM json_each(shown.changes)
               WHERE type = 'object'
               ORDER BY value ->> 'list' IS NOT ?2, key
               LIMIT ${beside}
             )
           ) AS first_changes
           FROM (
             SELECT revision.*
             FROM revision
             JOIN local_group g ON g.id = revision.group_id
             WHERE (?1 OR revision.author <> 'import')
             AND (?2 IS NULL OR EXISTS (SELECT 1 FROM json_each(revision.changes) WHERE iif(type = 'object', value ->> 'list', NULL) = ?2))
             AND (?3 = '' OR g.region = ?3)
             AND revision.made_at >= ?4
             AND revision.made_at < ?5
             AND (?6 IS NULL OR revision.id < ?6)
             ORDER BY revision.made_at DESC, revision.id DESC
             LIMIT ?7 + 0
           ) AS shown
         ) AS revision
         JOIN local_group g ON g.id = revision.group_id
         LEFT JOIN person ON person.id = revision.person_id
         ORDER BY revision.made_at DESC, revision.id DESC`,
      )
      .bind(
        filter.withImports ? 1 : 0,
        filter.list,
        filter.region,
        filter.from?.toISOString() ?? '',
        filter.until?.toISOString() ?? '~',
        filter.before,
        limit,
      ),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        id: row.id,
        group: { uid: row.group_uid, name: row.group_name },
        revision: revisionFrom(JSON.parse(row.revision) as RevisionColumns),
        names: (JSON.parse(row.names) as [string, string | null][]).filter(
          (pair): pair is [string, string] => pair[1] !== null,
        ),
      })),
  }
}
