import { byName } from '#shared/domain/departments.ts'
import { type GroupFilter, unknownPlace } from '#shared/domain/group-filter.ts'
import { type Fields, fieldNames } from '#shared/record/field.ts'
import { ownAnswers } from '#shared/record/own-values.ts'
import type { Value } from '#shared/record/row.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Question } from './ask.ts'
import { type Doing, doingsColumn, readDoings } from './group-doings.ts'
import { type Begins, groupsFrom, type ListOrder, orderBy } from './group-order.ts'
import { isOpen } from './group-states.ts'
import { type Judgement, type Where, whereGroups } from './group-where.ts'
import type { ReadDatabase } from './read-only.ts'

/** A group as a list shows it. */
export type ListedGroup = {
  uid: string
  name: string
  town: string | null
  department: string | null
  region: string | null
  state: GroupState
  members: number | null
  foundedOn: string | null
  website: string | null
  publicEmail: string | null
  createdAt: Date
  /** Answers to own questions, by their keys. */
  own: Readonly<Record<string, Value>>
  /** Other fields of ours (`listedFields`), those that were asked for. */
  fields: Readonly<Record<string, Value>>
  referents: number
  reachable: number
  lastRound: string | null
  lastAnswerAt: Date | null
  checkedAt: Date | null
  /** Members in the latest rounds, oldest first; empty where nobody asked for them. */
  trend: readonly number[]
  /** Whom to call. */
  contacts: { name: string; phone: string | null; email: string | null }[]
  /** Where a filter looks for what groups did: what it found of this one, the latest first. */
  doings: readonly Doing[]
}

export type ListWindow = {
  offset: number
  limit: number
  /** Of how many rounds the members are told. */
  rounds?: number
  /** How many things are told that the filter looks for. */
  doings?: number
  /** Other fields of ours that are told. */
  fields?: Fields
}

export type GroupColumns = {
  uid: string
  name: string
  town: string | null
  department: string | null
  region: string | null
  state: GroupState
  active_members: number | null
  founded_on: string | null
  website: string | null
  public_email: string | null
  created_at: string
  own: string
  referents: number
  reachable: number
  last_round: string | null
  last_answer_at: string | null
  checked_at: string | null
  contacts: string
  trend?: string
  doings?: string
  fields?: string
}

/** The columns of a listed group, of `local_group g` joined with `group_summary` and `group_check`. */
export const groupColumns = `
  g.uid, g.name, g.town, g.department, g.region, g.state, g.active_members, g.founded_on, g.website, g.public_email, g.created_at, g.own,
  group_summary.referents, group_summary.reachable, group_summary.last_round, group_summary.last_answer_at, group_check.checked_at,
  (
    SELECT json_group_array(json_array(person.name, person.phone, person.email) ORDER BY referent.id)
    FROM referent
    JOIN person ON person.id = referent.person_id
    WHERE referent.group_id = g.id AND referent.until_at IS NULL
  ) AS contacts`

/** One window of the groups that a filter lets through. */
export function listGroups(
  db: ReadDatabase,
  filter: GroupFilter,
  order: ListOrder,
  { offset, limit, rounds = 0, doings = 0, fields = {} }: ListWindow,
  judgement: Judgement,
): Question<ListedGroup[]> {
  const where = whereGroups(filter, judgement)
  const next = where.values.length + 1
  const inOrder = orderBy(order)
  const first = (begins: Begins, condition: string, isAsked = 'true') => `
           SELECT g.id
           FROM ${groupsFrom(begins, condition + inOrder, order.sort)}
           WHERE ${condition}
           ORDER BY ${inOrder}
           LIMIT iif(${isAsked}, ?${next}, 0) OFFSET ?${next + 1} + 0`
  // Whoever gave a rare answer is found by it; of a common one the first groups of the list are soon found in its order. With LIMIT 0, one of the two reads nothing
  const eitherWay = ({ isFew, few, byGroup }: NonNullable<Where['ofFirst']>) =>
    `SELECT id FROM (${first(where, few, isFew)})
         UNION ALL
         SELECT id FROM (${first(byGroup, byGroup.sql, `NOT ${isFew}`)})`
  const wanted = where.ofFirst ? eitherWay(where.ofFirst) : first(where, where.sql)
  const values: (string | number)[] = [...where.values, limit, offset, ...(rounds > 0 ? [rounds] : [])]
  const add = (value: string | number) => `?${values.push(value)}`
  const doingsSql = doings > 0 ? doingsColumn(filter, doings, add) : ''
  const trendColumn = `(
             SELECT json_group_array(members)
             FROM (
               SELECT members
               FROM round_snapshot
               WHERE round_snapshot.group_id = g.id
               ORDER BY round_key DESC
               LIMIT ?${next + 2} + 0
             )
           ) AS trend`
  return {
    // Which groups are these, and how do they stand? Only those of the window are read whole
    statement: db
      .prepare(
        `${where.ofFirst?.beginning ?? ''}SELECT ${groupColumns}, ${fieldsColumn(fields)}${rounds > 0 ? `, ${trendColumn}` : ''}${doingsSql}
         FROM (${wanted}) AS wanted
         CROSS JOIN local_group g ON g.id = wanted.id
         JOIN group_summary ON group_summary.group_id = g.id
         JOIN group_check ON group_check.group_id = g.id
         ORDER BY ${inOrder}`,
      )
      .bind(...values),
    read: (rows: GroupColumns[]) => rows.map((row) => ({ ...listedGroup(row), fields: fieldsFrom(row, fields) })),
  }
}

/** SQL: some fields of ours, by the names of their columns. */
function fieldsColumn(fields: Fields): string {
  return `json_object(${fieldNames(fields)
    .map((name) => `'${name}', g.${name}`)
    .join(', ')}) AS fields`
}

function fieldsFrom(row: GroupColumns, fields: Fields): Readonly<Record<string, Value>> {
  const values = JSON.parse(row.fields ?? '{}') as Record<string, string | number | null>
  return Object.fromEntries(
    fieldNames(fields).map((name) => {
      const value = values[name] ?? null
      return [name, fields[name]?.control.kind === 'checkbox' && value !== null ? value === 1 : value]
    }),
  )
}

export function listedGroup(row: GroupColumns): ListedGroup {
  return {
    uid: row.uid,
    name: row.name,
    town: row.town,
    department: row.department,
    region: row.region,
    state: row.state,
    members: row.active_members,
    foundedOn: row.founded_on,
    website: row.website,
    publicEmail: row.public_email,
    createdAt: new Date(row.created_at),
    own: ownAnswers(row.own),
    fields: {},
    referents: row.referents,
    reachable: row.reachable,
    lastRound: row.last_round,
    lastAnswerAt: row.last_answer_at === null ? null : new Date(row.last_answer_at),
    checkedAt: row.checked_at === null ? null : new Date(row.checked_at),
    trend: (JSON.parse(row.trend ?? '[]') as (number | null)[]).flatMap((members) => members ?? []).reverse(),
    doings: readDoings(row.doings),
    contacts: (JSON.parse(row.contacts) as [string, string | null, string | null][]).map(([name, phone, email]) => ({
      name,
      phone,
      email,
    })),
  }
}

/** How many groups there are in a place and in some states: counted as they are written, so that the whole network costs a hundred rows. */
export function countPlaced(db: ReadDatabase, { state, region, department }: GroupFilter): Question<number> {
  return {
    // How many groups are in this place and these states?
    statement: db
      .prepare(
        `SELECT coalesce(sum(groups), 0) AS groups
         FROM group_rollup
         WHERE (?1 = '' OR region = iif(?1 = '${unknownPlace}', '', ?1))
         AND (?2 = '' OR department = iif(?2 = '${unknownPlace}', '', ?2))
         AND iif(?3 = '[]', ${isOpen('state')}, state IN (SELECT value FROM json_each(?3)))`,
      )
      .bind(region, department, JSON.stringify(state)),
    read: ([row]: { groups: number }[]) => row?.groups ?? 0,
  }
}

/** Counting further than anybody pages would read a whole network for one figure. */
export const mostCounted = 5000

/** How many groups a filter lets through; `mostCounted + 1` stands for more. */
export function countGroups(db: ReadDatabase, filter: GroupFilter, judgement: Judgement): Question<number> {
  const where = whereGroups(filter, judgement)
  const counted = where.ofCount ?? where
  return {
    // How many groups are these?
    statement: db
      .prepare(
        `SELECT count(*) AS groups
         FROM (
           SELECT 1
           FROM ${groupsFrom(counted, counted.sql)}
           WHERE ${counted.sql}
           LIMIT ${mostCounted + 1}
         )`,
      )
      .bind(...where.values),
    read: ([row]: { groups: number }[]) => row?.groups ?? 0,
  }
}

/** Where groups are, to choose from. */
export function listRegions(db: ReadDatabase): Question<{ region: string; departments: string[] }[]> {
  return {
    // Which regions and departments have groups?
    statement: db.prepare(
      `SELECT DISTINCT region, department
       FROM group_rollup
       WHERE region <> '' AND groups > 0 AND ${isOpen('state')}
       ORDER BY region, department`,
    ),
    read: (rows: { region: string; department: string }[]) =>
      [...new Set(rows.map(({ region }) => region))].sort(byName).map((region) => ({
        region,
        departments: rows.flatMap((row) => (row.region === region && row.department ? [row.department] : [])),
      })),
  }
}

/** The regions of a country in which there are groups; `first` is the country of groups that never said theirs. */
export function listRegionsIn(db: ReadDatabase, country: string, first: string): Question<string[]> {
  return {
    // In which regions of this country are there groups?
    statement: db
      .prepare(
        `SELECT DISTINCT region
         FROM local_group
         WHERE coalesce(country, ?2) = ?1 AND region IS NOT NULL`,
      )
      .bind(country, first),
    read: (rows: { region: string }[]) => rows.map(({ region }) => region),
  }
}

/** The rounds that have opened, latest first. */
export function listRounds(db: ReadDatabase, howMany: number): Question<{ key: string; openedAt: Date }[]> {
  return {
    // Which rounds were there?
    statement: db.prepare('SELECT key, opened_at FROM round ORDER BY key DESC LIMIT ?1 + 0').bind(howMany),
    read: (rows: { key: string; opened_at: string }[]) =>
      rows.map((row) => ({ key: row.key, openedAt: new Date(row.opened_at) })),
  }
}
