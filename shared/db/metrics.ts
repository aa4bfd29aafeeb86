import type { RoundAnswers } from '#shared/domain/answer-curve.ts'
import { bandLimits, type FreshnessBand } from '#shared/domain/freshness.ts'
import type { Movement } from '#shared/movement.ts'
import type { SectionName } from '#shared/record/record.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import { type Area, inRegion, regionParameter } from './area.ts'
import type { Question } from './ask.ts'
import { bandColumns } from './bands.ts'
import { isOpen } from './group-states.ts'
import type { ReadDatabase } from './read-only.ts'
import { readSteps } from './steps.ts'

/** The latest rounds, newest first, each with its answers by step. */
export function roundAnswers(db: ReadDatabase, howMany: number): Question<RoundAnswers[]> {
  type Columns = { round: string; opened_at: string; asked: number; steps: string }
  return {
    // How did the answers of the latest rounds come in?
    statement: db
      .prepare(
        `SELECT
           round.key AS round,
           round.opened_at,
           (SELECT coalesce(sum(asked), 0) FROM round_rollup WHERE round_key = round.key) AS asked,
           (
             SELECT json_group_array(json(groups))
             FROM answer_rollup
             WHERE round_key = round.key
           ) AS steps
         FROM round
         ORDER BY round.key DESC
         LIMIT ?1 + 0`,
      )
      .bind(howMany),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        round: row.round,
        openedAt: new Date(row.opened_at),
        asked: row.asked,
        steps: readSteps(row.steps),
      })),
  }
}

export type SectionFreshness = { section: SectionName; bands: Record<FreshnessBand, number> }

/** How many groups that are written to have each section how fresh, in the whole network or a place. */
export function sectionFreshness(
  db: ReadDatabase,
  { writesTo, sections: { names }, calendar }: Pick<Movement, 'writesTo' | 'sections' | 'calendar'>,
  now: Date,
  place: Area = { region: '', department: '' },
): Question<SectionFreshness[]> {
  const { month, quarter, half } = bandLimits(now, calendar.every)
  const limits = [JSON.stringify(writesTo), month, quarter, half]
  if (place.department === '') {
    return {
      statement: db.prepare(countedFreshness(names, place)).bind(...limits, regionParameter(place), ...names),
      read: (rows: CountedBand[]) => names.map((section, index) => ({ section, bands: bandsOf(rows, index) })),
    }
  }
  type Columns = Record<FreshnessBand, number> & { section: SectionName }
  const given = [JSON.stringify(names), ...limits, place.department, regionParameter(place)]
  return {
    statement: db.prepare(departmentFreshness(place)).bind(...given),
    read: (rows: Columns[]) => {
      const bySection = new Map(rows.map(({ section, ...bands }) => [section, bands]))
      return names.flatMap((section) => {
        const bands = bySection.get(section)
        return bands ? [{ section, bands }] : []
      })
    },
  }
}

/** Groups of one band, by section: `counts` as JSON; `groups` are all that are written to there. The band is null where nobody checked anything. */
type CountedBand = { band: Exclude<FreshnessBand, 'never'> | null; groups: number; counts: string }

function bandsOf(rows: readonly CountedBand[], section: number): Record<FreshnessBand, number> {
  const bands = { month: 0, quarter: 0, half: 0, older: 0, never: rows[0]?.groups ?? 0 }
  for (const { band, counts } of rows) {
    if (band === null) continue
    const groups = (JSON.parse(counts) as number[])[section] ?? 0
    bands[band] += groups
    bands.never -= groups
  }
  return bands
}

// How long ago was each section checked, in the network or a region? A section is a parameter: json_each would count as rows read
const countedFreshness = (names: readonly SectionName[], place: Area) => `
  SELECT
    band,
    (
      SELECT coalesce(sum(groups), 0)
      FROM group_rollup
      WHERE state IN (SELECT value FROM json_each(?1)) AND ${inRegion('region', place, '?5')}
    ) AS groups,
    json_array(${names.map((_, index) => `coalesce(sum(counted.groups ->> ?${index + 6}), 0)`).join(', ')}) AS counts
  FROM (SELECT 1)
  LEFT JOIN (
    SELECT groups, CASE
      WHEN checked_on >= ?2 THEN 'month'
      WHEN checked_on >= ?3 THEN 'quarter'
      WHEN checked_on >= ?4 THEN 'half'
      ELSE 'older'
    END AS band
    FROM check_rollup
    WHERE state IN (SELECT value FROM json_each(?1)) AND ${inRegion('region', place, '?5')}
  ) AS counted
  GROUP BY band`

// Checks are added up by region: a department is a hundred groups to look at. How long ago was each section checked there?
const departmentFreshness = (place: Area) => `
  SELECT section.value AS section, ${bandColumns('(group_check.checks -> section.value ->> 0)', { month: '?3', quarter: '?4', half: '?5' })}
  FROM local_group g
  CROSS JOIN json_each(?1) AS section
  JOIN group_check ON group_check.group_id = g.id
  WHERE g.department = ?6 AND ${inRegion('g.region', place, '?7')} AND g.state IN (SELECT value FROM json_each(?2))
  GROUP BY section.value`

export type RegionCount = { region: string | null; groups: Partial<Record<GroupState, number>>; members: number }

/** Groups by region and state, the largest region first. */
export function regionCounts(db: ReadDatabase): Question<RegionCount[]> {
  type Columns = { region: string; state: GroupState; groups: number; members: number }
  return {
    // Where are the groups, and how are they doing?
    statement: db.prepare(
      `SELECT region, state, sum(groups) AS groups, sum(members) AS members
       FROM group_rollup
       WHERE ${isOpen('state')}
       GROUP BY region, state
       HAVING sum(groups) > 0`,
    ),
    read: (rows: Columns[]) => {
      const regions = [...new Set(rows.map((row) => row.region))].map((region): RegionCount => {
        const own = rows.filter((row) => row.region === region)
        return {
          region: region === '' ? null : region,
          groups: Object.fromEntries(own.map((row) => [row.state, row.groups])),
          members: own.reduce((sum, row) => sum + row.members, 0),
        }
      })
      return regions.sort((a, b) => total(b.groups) - total(a.groups) || compareNames(a.region, b.region))
    },
  }
}

export function total(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

function compareNames(a: string | null, b: string | null): number {
  return (a ?? '\uffff').localeCompare(b ?? '\uffff')
}
