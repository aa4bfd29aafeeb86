import { type RoundAnswers, stepsPerDay } from '#shared/domain/answer-curve.ts'
import { bandLimits, type FreshnessBand } from '#shared/domain/freshness.ts'
import type { GroupState } from '#shared/fields/group.ts'
import { type SectionName, sectionNames } from '#shared/fields/record.ts'
import type { Movement } from '#shared/movement.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** The latest rounds, newest first, each with its answers by step. */
export function roundAnswers(db: ReadDatabase, howMany: number): Question<RoundAnswers[]> {
  type Columns = { round: string; opened_at: string; asked: number; steps: string }
  return {
    // How did the answers of the latest rounds come in?
    statement: db
      .prepare(
        `WITH
           recent AS (
             SELECT key, opened_at
             FROM round
             ORDER BY key DESC
             LIMIT ?1
           ),
           first_answer AS (
             SELECT recent.key, recent.opened_at, min(answer.first_at) AS at
             FROM recent
             JOIN answer ON answer.round_key = recent.key
             WHERE answer.kind <> 'not_my_group'
             GROUP BY recent.key, answer.group_id
           ),
           step AS (
             SELECT key, CAST((julianday(at) - julianday(opened_at)) * ${stepsPerDay} AS INTEGER) AS step, count(*) AS groups
             FROM first_answer
             GROUP BY key, step
           )
         SELECT
           recent.key AS round,
           recent.opened_at,
           (
             SELECT count(DISTINCT referent.group_id)
             FROM mail
             JOIN referent ON referent.person_id = mail.person_id
             WHERE mail.round_key = recent.key
             AND mail.kind = 'invitation'
             AND referent.since_at <= recent.opened_at
             AND (referent.until_at IS NULL OR referent.until_at > recent.opened_at)
           ) AS asked,
           (
             SELECT json_group_array(json_array(step.step, step.groups))
             FROM step
             WHERE step.key = recent.key
           ) AS steps
         FROM recent
         ORDER BY recent.key DESC`,
      )
      .bind(howMany),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        round: row.round,
        openedAt: new Date(row.opened_at),
        asked: row.asked,
        steps: (JSON.parse(row.steps) as [number, number][]).map(([step, groups]) => ({ step, groups })),
      })),
  }
}

export type SectionFreshness = { section: SectionName; bands: Partial<Record<FreshnessBand, number>> }

/** How many groups that are written to have each section how fresh. */
export function sectionFreshness(
  db: ReadDatabase,
  writesTo: Movement['writesTo'],
  now: Date,
): Question<SectionFreshness[]> {
  const { month, quarter, half } = bandLimits(now)
  type Columns = { section: SectionName; band: FreshnessBand; groups: number }
  return {
    // How long ago was each section checked?
    statement: db
      .prepare(
        `SELECT
           section.value AS section,
           CASE
             WHEN section_check.checked_at >= ?3 THEN 'month'
             WHEN section_check.checked_at >= ?4 THEN 'quarter'
             WHEN section_check.checked_at >= ?5 THEN 'half'
             WHEN section_check.checked_at IS NOT NULL THEN 'older'
             ELSE 'never'
           END AS band,
           count(*) AS groups
         FROM local_group
         JOIN json_each(?1) AS section
         LEFT JOIN section_check ON section_check.group_id = local_group.id AND section_check.section = section.value
         WHERE local_group.state IN (SELECT value FROM json_each(?2))
         GROUP BY section.value, band`,
      )
      .bind(JSON.stringify(sectionNames), JSON.stringify(writesTo), month, quarter, half),
    read: (rows: Columns[]) =>
      sectionNames.map((section) => ({
        section,
        bands: Object.fromEntries(rows.filter((row) => row.section === section).map((row) => [row.band, row.groups])),
      })),
  }
}

export type RegionCount = { region: string | null; groups: Partial<Record<GroupState, number>>; members: number }

/** Groups by region and state, the largest region first. */
export function regionCounts(db: ReadDatabase): Question<RegionCount[]> {
  type Columns = { region: string | null; state: GroupState; groups: number; members: number }
  return {
    // Where are the groups, and how are they doing?
    statement: db.prepare(
      `SELECT region, state, count(*) AS groups, coalesce(sum(active_members), 0) AS members
       FROM local_group
       GROUP BY region, state`,
    ),
    read: (rows: Columns[]) => {
      const regions = [...new Set(rows.map((row) => row.region))].map((region): RegionCount => {
        const own = rows.filter((row) => row.region === region)
        return {
          region,
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
