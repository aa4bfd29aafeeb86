import type { AnswerFilter } from '#shared/domain/group-filter.ts'
import type { Value } from '#shared/record/row.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Area } from './area.ts'
import type { Question } from './ask.ts'
import { isOpen } from './group-states.ts'
import { answeredLatest } from './group-where.ts'
import type { ReadDatabase } from './read-only.ts'

/** A group on the map. */
export type MappedGroup = {
  uid: string
  name: string
  town: string | null
  region: string | null
  department: string | null
  state: GroupState
  /** Null where we do not know its place. */
  place: { latitude: number; longitude: number } | null
  /** Whether it was asked in the latest round, and answered; null where that was not looked for. */
  answered: Exclude<AnswerFilter, 'asked' | 'no'> | null
  checkedAt: Date | null
  /** Its answer to the own question that was asked for. */
  answer: Value
}

type Columns = {
  uid: string
  name: string
  town: string | null
  region: string | null
  department: string | null
  state: GroupState
  latitude: number | null
  longitude: number | null
  answered: MappedGroup['answered']
  checked_at: string | null
  answer: string | null
}

/** One of a movement's countries; groups that never said theirs are in the first. */
export type MappedCountry = { code: string; isFirst: boolean }

const isIn = ({ isFirst }: MappedCountry, parameter: string) =>
  isFirst ? `(g.country IS NULL OR g.country = ${parameter})` : `g.country = ${parameter}`

/** `country`: null where the movement is in one; `question`: the key of an own question about the group; null for none. */
type Wanted = {
  place: Area
  country?: MappedCountry | null
  withAnswers: boolean
  question?: string | null
  limit: number
}

/** The groups of a place, or all of them; at most so many, for a map of more points says nothing. */
export function listMapped(
  db: ReadDatabase,
  { place: { region, department }, country = null, withAnswers, question = null, limit }: Wanted,
): Question<MappedGroup[]> {
  // Said only where it narrows, so that an index finds them
  const within = [
    isOpen('g.state'),
    region ? 'g.region = ?1' : `?1 = ''`,
    department ? 'g.department = ?2' : `?2 = ''`,
    country ? isIn(country, '?4') : '?4 IS NULL',
  ].join(' AND ')
  return {
    // Where are the groups, and how do they stand?
    statement: db
      .prepare(
        `SELECT
           g.uid, g.name, g.town, g.region, g.department, g.state, g.latitude, g.longitude, group_check.checked_at,
           ${withAnswers ? answeredLatest : 'NULL'} AS answered,
           ${question === null ? 'NULL' : 'g.own -> ?5'} AS answer
         FROM local_group g
         JOIN group_summary ON group_summary.group_id = g.id
         JOIN group_check ON group_check.group_id = g.id
         WHERE ${within}
         ORDER BY g.id
         LIMIT ?3 + 0`,
      )
      .bind(region, department, limit, country?.code ?? null, ...(question === null ? [] : [`$.${question}`])),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        uid: row.uid,
        name: row.name,
        town: row.town,
        region: row.region,
        department: row.department,
        state: row.state,
        place:
          row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
        answered: row.answered,
        checkedAt: row.checked_at === null ? null : new Date(row.checked_at),
        answer: row.answer === null ? null : (JSON.parse(row.answer) as Value),
      })),
  }
}

export type DepartmentCount = { region: string; department: string; groups: number }

/** How many groups there are in each department; the names of those that are not known are empty. */
export function departmentCounts(db: ReadDatabase): Question<DepartmentCount[]> {
  return {
    // How many groups are there in each department?
    statement: db.prepare(
      `SELECT region, department, sum(groups) AS groups
       FROM group_rollup
       WHERE ${isOpen('state')}
       GROUP BY region, department
       HAVING sum(groups) > 0
       ORDER BY region, department`,
    ),
    read: (rows: DepartmentCount[]) => rows,
  }
}

/** The same of one of a movement's countries. Counters know of none, so groups are counted one by one. */
export function departmentCountsIn(db: ReadDatabase, country: MappedCountry): Question<DepartmentCount[]> {
  return {
    // How many groups are there in each department of this country?
    statement: db
      .prepare(
        `SELECT coalesce(g.region, '') AS region, coalesce(g.department, '') AS department, count(*) AS groups
         FROM local_group g
         WHERE ${isOpen('g.state')} AND g.merged_into_id IS NULL AND ${isIn(country, '?1')}
         GROUP BY 1, 2
         ORDER BY 1, 2`,
      )
      .bind(country.code),
    read: (rows: DepartmentCount[]) => rows,
  }
}

/** Of a department's groups, or of their sections, how many are well, and of how many. */
export type DepartmentShare = { region: string; department: string; well: number; of: number }

/** The groups that answered in the latest round, by department, of those that were asked. */
export function departmentAnswers(db: ReadDatabase): Question<DepartmentShare[]> {
  return {
    // Where did groups answer?
    statement: db.prepare(
      `SELECT region, department, sum(answered) AS well, sum(asked) AS "of"
       FROM round_rollup
       WHERE round_key = (SELECT max(key) FROM round)
       GROUP BY region, department`,
    ),
    read: (rows: DepartmentShare[]) => rows,
  }
}

/** The sections that had been checked in 90 days at the end of the last complete round, by department. */
export function departmentAges(db: ReadDatabase): Question<DepartmentShare[]> {
  return {
    // Where are records up to date?
    statement: db.prepare(
      `SELECT region, department, sum(month + quarter) AS well, sum(month + quarter + half + older + never) AS "of"
       FROM freshness_snapshot
       WHERE round_key = (SELECT max(round_key) FROM freshness_snapshot)
       GROUP BY region, department`,
    ),
    read: (rows: DepartmentShare[]) => rows,
  }
}
