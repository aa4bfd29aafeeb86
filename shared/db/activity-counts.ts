import { firstDay, lastDay, type Period } from '#shared/domain/period.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'
import { type Area, inRegion, regionParameter } from './area.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

// Said only where it narrows, so that the key of the counts is sought through
function within(place: Area): string {
  return [inRegion('region', place), place.department ? 'department = ?2' : `?2 = ''`].join(' AND ')
}

const months = 'month BETWEEN substr(?3, 1, 7) AND substr(?4, 1, 7)'

const placed = (place: Area, period: Period) => [
  regionParameter(place),
  place.department,
  firstDay(period),
  lastDay(period),
]

/** What groups did in a period, added up. */
export type ActivityCounts = {
  trainings: number
  trained: number
  activities: number
  attendees: number
  parts: number
  mobilised: number
}

export function countActivity(db: ReadDatabase, place: Area, period: Period): Question<ActivityCounts> {
  return {
    // What did the groups do in these months?
    statement: db
      .prepare(
        `WITH
           training_sum AS (${sumOf('training', place)}),
           activity_sum AS (${sumOf('activity', place)}),
           part_sum AS (
             SELECT coalesce(sum(participations), 0) AS activity, coalesce(sum(people), 0) AS people
             FROM campaign
             CROSS JOIN participation_rollup ON participation_rollup.campaign_id = campaign.id
             WHERE held_on BETWEEN ?3 AND ?4 AND role <> '${noPart}' AND ${within(place)}
           )
         SELECT
           training_sum.activity AS trainings, training_sum.people AS trained,
           activity_sum.activity AS activities, activity_sum.people AS attendees,
           part_sum.activity AS parts, part_sum.people AS mobilised
         FROM training_sum, activity_sum, part_sum`,
      )
      .bind(...placed(place, period)),
    read: ([row]: ActivityCounts[]) =>
      row ?? { trainings: 0, trained: 0, activities: 0, attendees: 0, parts: 0, mobilised: 0 },
  }
}

function sumOf(kind: 'training' | 'activity', place: Area): string {
  return `
             SELECT coalesce(sum(activities), 0) AS activity, coalesce(sum(people), 0) AS people
             FROM activity_rollup
             WHERE kind = '${kind}' AND ${months} AND ${within(place)}`
}

export type Theme = { theme: string; trainings: number; attendees: number }

/** The themes of the trainings of a period, the commonest first. */
export function listThemes(db: ReadDatabase, place: Area, period: Period, howMany: number): Question<Theme[]> {
  return {
    // What were the trainings about, and how many people came?
    statement: db
      .prepare(
        `SELECT theme, sum(activities) AS trainings, sum(people) AS attendees
         FROM activity_rollup
         WHERE kind = 'training' AND ${months} AND ${within(place)}
         GROUP BY theme
         HAVING sum(activities) > 0
         ORDER BY trainings DESC, theme
         LIMIT ?5 + 0`,
      )
      .bind(...placed(place, period), howMany),
    read: (rows: Theme[]) => rows,
  }
}

export type CampaignParts = {
  uid: string
  name: string
  heldOn: string
  organises: number
  joins: number
  relays: number
  people: number
}

/** The campaigns of a period with the groups that took part, latest first. */
export function listCampaignParts(
  db: ReadDatabase,
  place: Area,
  period: Period,
  howMany: number,
): Question<CampaignParts[]> {
  return {
    // Which groups took part in the campaigns, and with how many people?
    statement: db
      .prepare(
        `SELECT
           campaign.uid, campaign.name, campaign.held_on AS heldOn,
           coalesce(sum(participations) FILTER (WHERE role = 'organises'), 0) AS organises,
           coalesce(sum(participations) FILTER (WHERE role = 'joins'), 0) AS joins,
           coalesce(sum(participations) FILTER (WHERE role = 'relays'), 0) AS relays,
           coalesce(sum(people), 0) AS people
         FROM campaign
         LEFT JOIN participation_rollup ON participation_rollup.campaign_id = campaign.id AND ${within(place)}
         WHERE held_on BETWEEN ?3 AND ?4
         GROUP BY campaign.id
         ORDER BY held_on DESC, campaign.id
         LIMIT ?5 + 0`,
      )
      .bind(...placed(place, period), howMany),
    read: (rows: CampaignParts[]) => rows,
  }
}
