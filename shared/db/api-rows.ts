import type { Sections } from '#shared/record/sections.ts'
import { type Selection, selectionOf } from './api-selections.ts'
import type { Question } from './ask.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'

export type ApiRow = Record<string, string | number | null> & { row_id: number }
/** `since`: an instant (UTC), from which on something was written of what the row is about; or ''. */
export type ApiPage = { after: number; limit: number; group: string; region: string; since: string }

/** So many groups (or answers) are looked up one by one; of more, rows are read in their order until the page is full. */
const few = 1000

/** What changed since `?5`: how it is found, and whether a row is of it. */
type Change = { found: readonly string[]; among: string; isRow: string }

// Of a group: its record was written since then. What is written last has the highest number
const written: Change = {
  found: ['SELECT group_id AS id FROM revision WHERE made_at >= ?5'],
  among: 'g.id',
  isRow: '(SELECT made_at FROM revision WHERE group_id = g.id ORDER BY number DESC LIMIT 1) >= ?5',
}

/** What was taken away is not there any more: its group is, among `groups`. */
const changes: Readonly<Record<string, Change>> = {
  groups: {
    found: [
      ...written.found,
      "SELECT group_id FROM group_summary WHERE coalesce(last_answer_at, '') >= ?5",
      'SELECT id FROM local_group WHERE created_at >= ?5',
    ],
    among: 'g.id',
    isRow: `(g.created_at >= ?5 OR group_summary.last_answer_at >= ?5 OR ${written.isRow})`,
  },
  answers: {
    found: [
      `SELECT answer.id AS id
       FROM group_summary
       CROSS JOIN answer ON answer.group_id = group_summary.group_id
       WHERE coalesce(group_summary.last_answer_at, '') >= ?5 AND answer.last_at >= ?5`,
      "SELECT id FROM answer WHERE kind = 'not_my_group' AND last_at >= ?5",
    ],
    among: 'answer.id',
    isRow: 'answer.last_at >= ?5',
  },
}

/** The next rows of a resource, in the order in which they came. */
export function listApiRows(
  db: ReadDatabase,
  resource: string,
  { after, limit, group, region, since }: ApiPage,
  sections: Pick<Sections, 'ours'>,
): Question<ApiRow[]> {
  const selection = selectionOf(resource, sections)
  const change = since === '' ? null : (changes[resource] ?? written)
  const conditions = [
    group === '' ? "?3 = ''" : `g.uid = ${wholeUid('?3')}`,
    region === '' ? "?4 = ''" : '+g.region = ?4',
    change ? change.isRow : "?5 = ''",
  ]
  const isOfGroup = group !== ''
  const sql =
    change && !isOfGroup
      ? changedPage(selection, change, conditions)
      : page(selection, conditions, { isByGroup: isOfGroup })
  return {
    // What are the next rows?
    statement: db.prepare(sql).bind(after, limit, group, region, since),
    read: (rows: ApiRow[]) => rows,
  }
}

/** Rows of groups that conditions name are looked up by their group; all others are read in their order. SQLite reads the left side of a CROSS JOIN first, and a plus keeps it from an index by which they would have to be sorted. */
function page(
  { columns, table, joins, where, order }: Selection,
  conditions: readonly string[],
  { isByGroup, limit = '?2 + 0' }: { isByGroup: boolean; limit?: string },
): string {
  const [first, second] = isByGroup ? ['local_group g', table] : [table, 'local_group g']
  const tables = table === 'g' ? 'local_group g' : `${first} CROSS JOIN ${second} ON g.id = ${table}.group_id`
  return `
    SELECT ${columns}
    FROM ${tables} ${joins}
    WHERE ${[where, ...conditions].join(' AND ')}
    ORDER BY ${order}
    LIMIT ${limit}`
}

/** Of few that changed each is looked up, of many whatever is next. A limit of 0 is what keeps SQLite from reading. */
function changedPage(selection: Selection, { found, among }: Change, conditions: readonly string[]): string {
  const isFew = `(SELECT count(*) FROM changed) <= ${few}`
  const some = found.map((sql) => `SELECT * FROM (${sql} LIMIT ${few + 1})`)
  const lookUp = { isByGroup: among === 'g.id', limit: `iif(${isFew}, ?2, 0)` }
  const walk = { isByGroup: false, limit: `iif(${isFew}, 0, ?2)` }
  return `
    WITH changed AS MATERIALIZED (${some.join(' UNION ')})
    SELECT *
    FROM (${page(selection, [...conditions, `${among} IN (SELECT id FROM changed)`], lookUp)})
    UNION ALL
    SELECT *
    FROM (${page(selection, conditions, walk)})
    ORDER BY row_id
    LIMIT ?2 + 0`
}
