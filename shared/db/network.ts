import type { RoundSummary } from '#shared/domain/network.ts'
import type { Period } from '#shared/domain/period.ts'
import type { SectionName } from '#shared/record/record.ts'
import { type Area, inRegion, regionParameter } from './area.ts'
import type { Question } from './ask.ts'
import { isCounted } from './group-states.ts'
import type { ReadDatabase } from './read-only.ts'
import { readSteps } from './steps.ts'

/** When the groups of a place first answered in a round. They are added up by region: a department's are looked at, where they are now. */
function stepsIn(place: Area): string {
  if (place.department === '')
    return `SELECT json_group_array(json(groups)) FROM answer_rollup WHERE answer_rollup.round_key = round.key AND ${inRegion('answer_rollup.region', place)}`
  return `SELECT json_array(json_group_object(CAST(step AS TEXT), groups)) FROM (
    SELECT max(0, CAST((julianday(round_snapshot.answered_at) - julianday(round.opened_at)) * 4 AS INTEGER)) AS step, count(*) AS groups
    FROM local_group g
    CROSS JOIN round_snapshot ON round_snapshot.group_id = g.id AND round_snapshot.round_key = round.key
    WHERE g.department = ?2 AND ${inRegion('g.region', place)} AND round_snapshot.asked = 1 AND round_snapshot.answered_at IS NOT NULL
    GROUP BY step
  )`
}

/** How the network stood, round by round, oldest first; those that opened after `openSince` are not over. */
export function roundSummaries(
  db: ReadDatabase,
  place: Area,
  { from, until }: Period,
  openSince: Date,
): Question<RoundSummary[]> {
  type Columns = {
    round: string
    opened_at: string
    active: number
    starting: number
    asleep: number
    members: number
    asked: number
    answered: number
    steps: string
  }
  return {
    // How many groups and members were there in each round, and how many answered?
    statement: db
      .prepare(
        `SELECT
           round.key AS round,
           round.opened_at,
           coalesce(sum(groups) FILTER (WHERE state = 'active'), 0) AS active,
           coalesce(sum(groups) FILTER (WHERE state = 'starting'), 0) AS starting,
           coalesce(sum(groups) FILTER (WHERE state = 'asleep'), 0) AS asleep,
           coalesce(sum(members) FILTER (WHERE ${isCounted('state')}), 0) AS members,
           sum(asked) AS asked,
           sum(answered) AS answered,
           (${stepsIn(place)}) AS steps
         FROM round
         CROSS JOIN round_rollup ON round_rollup.round_key = round.key
         WHERE round.key BETWEEN ?3 AND ?4
         AND ${inRegion('round_rollup.region', place)}
         AND (?2 = '' OR department = ?2)
         GROUP BY round.key
         ORDER BY round.key`,
      )
      .bind(regionParameter(place), place.department, from, until),
    read: (rows: Columns[]) =>
      rows.map(({ round, opened_at, active, starting, asleep, members, asked, answered, steps }) => ({
        round,
        isOpen: new Date(opened_at) > openSince,
        groups: { active, starting, asleep },
        members,
        asked,
        answered,
        steps: readSteps(steps),
      })),
  }
}

/** How old a section was at the end of a round, in groups. */
export type SectionAge = {
  round: string
  section: SectionName
  within30: number
  within90: number
  within180: number
  groups: number
}

export function sectionAges(
  db: ReadDatabase,
  names: readonly SectionName[],
  place: Area,
  { from, until }: Period,
): Question<SectionAge[]> {
  const table = place.department === '' ? 'freshness_rollup' : 'freshness_snapshot'
  return {
    // How old was each section at the end of each round?
    statement: db
      .prepare(
        `SELECT
           round.key AS round,
           age.section,
           sum(month) AS within30,
           sum(month + quarter) AS within90,
           sum(month + quarter + half) AS within180,
           sum(month + quarter + half + older + never) AS groups
         FROM round
         CROSS JOIN ${table} AS age ON age.round_key = round.key ${place.department ? 'AND age.department = ?5' : `AND ?5 = ''`}
         WHERE round.key BETWEEN ?2 AND ?3
         AND age.section IN (SELECT value FROM json_each(?4))
         AND ${inRegion('age.region', place)}
         GROUP BY round.key, age.section
         ORDER BY round.key`,
      )
      .bind(regionParameter(place), from, until, JSON.stringify(names), place.department),
    read: (rows: SectionAge[]) => rows,
  }
}
