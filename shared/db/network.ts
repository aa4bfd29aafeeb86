import type { RoundStanding } from '#shared/domain/network.ts'
import type { Period } from '#shared/domain/period.ts'
import type { SectionName } from '#shared/fields/record.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A part of the country; '' is all of it. */
export type Place = { region: string; department: string }

/** How the network stood, round by round, oldest first; those that opened after `openSince` are not over. Answers by day are known by region, not by department. */
export function roundStandings(
  db: ReadDatabase,
  place: Place,
  { from, until }: Period,
  openSince: Date,
): Question<RoundStanding[]> {
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
           round_count.round_key AS round,
           (SELECT opened_at FROM round WHERE key = round_count.round_key) AS opened_at,
           coalesce(sum(groups) FILTER (WHERE state = 'active'), 0) AS active,
           coalesce(sum(groups) FILTER (WHERE state = 'starting'), 0) AS starting,
           coalesce(sum(groups) FILTER (WHERE state = 'asleep'), 0) AS asleep,
           coalesce(sum(members) FILTER (WHERE state <> 'asleep'), 0) AS members,
           sum(asked) AS asked,
           sum(answered) AS answered,
           (
             SELECT json_group_array(json_array(step, groups))
             FROM (
               SELECT step, sum(groups) AS groups
               FROM answer_count
               WHERE answer_count.round_key = round_count.round_key
               AND (?1 = '' OR answer_count.region = ?1)
               AND ?2 = ''
               GROUP BY step
             )
           ) AS steps
         FROM round_count
         WHERE round_count.round_key BETWEEN ?3 AND ?4
         AND (?1 = '' OR region = ?1)
         AND (?2 = '' OR department = ?2)
         GROUP BY round_count.round_key
         ORDER BY round_count.round_key`,
      )
      .bind(place.region, place.department, from, until),
    read: (rows: Columns[]) =>
      rows.map(({ round, opened_at, active, starting, asleep, members, asked, answered, steps }) => ({
        round,
        isOpen: new Date(opened_at) > openSince,
        groups: { active, starting, asleep },
        members,
        asked,
        answered,
        steps: (JSON.parse(steps) as [number, number][]).map(([step, groups]) => ({ step, groups })),
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

export function sectionAges(db: ReadDatabase, region: string, { from, until }: Period): Question<SectionAge[]> {
  return {
    // How old was each section at the end of each round?
    statement: db
      .prepare(
        `SELECT
           round_key AS round,
           section,
           sum(month) AS within30,
           sum(month + quarter) AS within90,
           sum(month + quarter + half) AS within180,
           sum(month + quarter + half + older + never) AS groups
         FROM round_check
         WHERE round_key BETWEEN ?2 AND ?3
         AND (?1 = '' OR region = ?1)
         GROUP BY round_key, section
         ORDER BY round_key`,
      )
      .bind(region, from, until),
    read: (rows: SectionAge[]) => rows,
  }
}
