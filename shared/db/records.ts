import type { RowCounts } from '#shared/domain/record-limits.ts'
import { emptyRecord, type GroupRecord, type ListName } from '#shared/record/record.ts'
import { grows, type Section } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { grownRows } from './grown-rows.ts'
import { isInvited } from './invitations.ts'
import { columnsOf, parseRows, rowFromColumns, rowValues } from './row.ts'
import { subscriptionsColumn } from './subscriptions.ts'

/** Which rows of the lists that grow for years are wanted: a page of each, the latest first; these; and those that a revision (its number) is about. */
export type RowRequest = {
  from?: Readonly<Record<ListName, number>>
  uids?: readonly string[]
  rowsOf?: number
}

/** D1 gives no value of more than 2 MB: of lists that nobody leafs through, so many rows. */
const mostRows = 1000

// The referents of a group; `first` says of a row of `referent` that it stands before the others
const referentRows = (first: string) => `(
    SELECT referent.*, ${first} AS is_first
    FROM referent
    WHERE referent.group_id = g.id AND referent.until_at IS NULL
    ORDER BY is_first DESC, referent.id
    LIMIT ${mostRows}
  )`

// Those whom a group invited, as it typed them: after its referents
const invitedRows = ({ fields }: Section) => `
        SELECT json_array(invitation.uid, ${columnsOf(fields, 'invitation')}, NULL, 1e12 + invitation.id)
        FROM (SELECT * FROM invitation WHERE group_id = g.id AND ${isInvited} LIMIT ${mostRows}) AS invitation`

/** `first` says of a row of `referent` that it stands before the others. */
type Whose = { first?: string; withInvited?: boolean }

/**
 * The columns that hold a record of `local_group g`, to be selected with `recordFromColumns` in mind: of the lists that grow what
 * `asked` asks for, a `RowRequest` as JSON. Lists are JSON arrays of arrays: D1 allows 32 arguments to a function, and names would double the
 * bytes. Each row ends with the day and the number that it is sorted by, in `parseRows`: an aggregate that sorts costs SQLite a temporary
 * table for each. `withInvited`: also whom the group invited and who has not said yes.
 */
export const recordColumns = (sections: Sections, asked: string, { first = '0', withInvited = false }: Whose = {}) => `
  g.uid AS group_uid,
  ${columnsOf(sections.ours.group.fields, 'g')},
  ${listed(sections)
    .map((section) => `(${rowsOfGroup(section, asked, { first, withInvited })}) AS ${columnOf(section)}`)
    .join(', ')},
  (
    SELECT json_array(${listed(sections)
      .map((section) => countOfGroup(section, withInvited))
      .join(', ')})
  ) AS counts`

/** All but the group's own. */
const listed = ({ asked }: Sections) => asked.filter(({ store }) => store.kind !== 'group')
const columnOf = ({ list }: Section) => `rows_${list}`

function rowsOfGroup(section: Section, asked: string, { first, withInvited }: Required<Whose>): string {
  if (grows(section))
    return `
      SELECT json_group_array(${rowValues(section, 'kept')})
      FROM ${grownRows(section, asked)} AS kept`
  const { store } = section
  switch (store.kind) {
    case 'people':
      return `
      SELECT json_group_array(json(referentsNow))
      FROM (
        SELECT ${rowValues(section, 'person')} AS referentsNow
        FROM ${referentRows(first)} AS referent
        JOIN person ON person.id = referent.person_id
        ${withInvited ? `UNION ALL ${invitedRows(section)}` : ''}
      )`
    case 'parts':
      return `
      SELECT json_group_array(${rowValues(section, 'part')})
      FROM (SELECT * FROM ${store.table} WHERE group_id = g.id ORDER BY ${store.of}_id DESC LIMIT ${mostRows}) AS part
      JOIN ${store.of} ON ${store.of}.id = part.${store.of}_id`
    case 'boxes':
      return subscriptionsColumn(section.fields, referentRows(first))
    default:
      throw new Error(`no list of rows: ${section.list}`)
  }
}

function countOfGroup({ store, list }: Section, withInvited: boolean): string {
  if (store.kind === 'rows')
    return `(SELECT count(*) FROM ${store.table} WHERE group_id = g.id${store.within ? ` AND section = '${list}'` : ''})`
  if (store.kind === 'parts') return `(SELECT count(*) FROM ${store.table} WHERE group_id = g.id)`
  const referents = '(SELECT count(*) FROM referent WHERE group_id = g.id AND until_at IS NULL)'
  return withInvited
    ? `${referents} + (SELECT count(*) FROM invitation WHERE group_id = g.id AND ${isInvited})`
    : referents
}

export type RecordColumns = { group_uid: string; counts: string } & Record<string, unknown>

export function recordFromColumns(columns: RecordColumns, sections: Sections): GroupRecord {
  const { fields } = sections.ours.group
  return {
    ...emptyRecord(sections),
    group: [rowFromColumns(fields, columns.group_uid, columns)],
    ...Object.fromEntries(
      listed(sections).map((section) => [
        section.list,
        parseRows(section.fields, JSON.parse(String(columns[columnOf(section)]))),
      ]),
    ),
  }
}

/** How many rows the lists hold, of which the record may have a part. */
export function countsFromColumns({ counts }: RecordColumns, sections: Sections): RowCounts {
  const numbers = JSON.parse(counts) as number[]
  return { group: 1, ...Object.fromEntries(listed(sections).map(({ list }, index) => [list, numbers[index] ?? 0])) }
}
