import type { RoundAnswers } from '#shared/domain/answer-curve.ts'
import { bandLimits, type FreshnessBand } from '#shared/domain/freshness.ts'
import type { GroupState } from '#shared/fields/group.ts'
import { type SectionName, sectionNames } from '#shared/fields/record.ts'
import type { Movement } from '#shared/movement.ts'
import type { Question } from './ask.ts'
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
           (SELECT coalesce(sum(asked), 0) FROM round_count WHERE round_key = round.key) AS asked,
           (
             SELECT json_group_array(json_array(step, groups))
             FROM answer_count
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

/** How many groups that are written to have each section how fresh. */
export function sectionFreshness(
  db: ReadDatabase,
  writesTo: Movement['writesTo'],
  now: Date,
): Question<SectionFreshness[]> {
  const { month, quarter, half } = bandLimits(now)
  type Columns = { section: SectionName; month: number; quarter: number; half: number; older: number; all: number }
  return {
    // How long ago was each section checked?
    statement: db
      .prepare(
        `SELECT
           section.value AS section,
           coalesce(sum(groups) FILTER (WHERE checked_on >= ?3), 0) AS month,
           coalesce(sum(groups) FILTER (WHERE checked_on >= ?4 AND checked_on < ?3), 0) AS quarter,
           coalesce(sum(groups) FILTER (WHERE checked_on >= ?5 AND checked_on < ?4), 0) AS half,
           coalesce(sum(groups) FILTER (WHERE checked_on < ?5), 0) AS older,
           (
             SELECT coalesce(sum(groups), 0)
             FROM place_count
             WHERE state IN (SELECT value FROM json_each(?2))
           ) AS "all"
         FROM json_each(?1) AS section
         LEFT JOIN check_count
           ON check_count.section = section.value
           AND check_count.state IN (SELECT value FROM json_each(?2))
         GROUP BY section.value`,
      )
      .bind(JSON.stringify(sectionNames), JSON.stringify(writesTo), month, quarter, half),
    read: (rows: Columns[]) =>
      sectionNames.flatMap((name) => {
        const row = rows.find(({ section }) => section === name)
        if (!row) return []
        const { section, all, ...bands } = row
        return [{ section, bands: { ...bands, never: all - total(bands) } }]
      }),
  }
}

export type RegionCount = { region: string | null; groups: Partial<Record<GroupState, number>>; members: number }

/** Groups by region and state, the largest region first. */
export function regionCounts(db: ReadDatabase): Question<RegionCount[]> {
  type Columns = { region: string; state: GroupState; groups: number; members: number }
  return {
    // Where are the groups, and how are they doing?
    statement: db.prepare(
      `SELECT region, state, sum(groups) AS groups, sum(members) AS members
       FROM place_count
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
