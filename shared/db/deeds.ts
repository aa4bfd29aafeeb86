import { firstDay, lastDay, type Period } from '#shared/domain/period.ts'
import type { Question } from './ask.ts'
import type { Place } from './network.ts'
import type { ReadDatabase } from './read-only.ts'

/** The groups of a place; the whole country needs no look at them. */
function groupsOf({ region, department }: Place, column: string): string {
  if (!region && !department) return `?1 = '' AND ?2 = ''`
  return `EXISTS (
    SELECT 1
    FROM local_group g
    WHERE g.id = ${column} AND (?1 = '' OR g.region = ?1) AND (?2 = '' OR g.department = ?2)
  )`
}

const placed = (place: Place, period: Period) => [place.region, place.department, firstDay(period), lastDay(period)]

/** What groups did in a period, added up. */
export type Deeds = {
  trainings: number
  trained: number
  activities: number
  attendees: number
  parts: number
  mobilised: number
}

export function countDeeds(db: ReadDatabase, place: Place, period: Period): Question<Deeds> {
  return {
    // What did the groups do in these months?
    statement: db
      .prepare(
        `WITH
           training_sum AS (
             SELECT count(*) AS deeds, coalesce(sum(attendees), 0) AS people
             FROM training
             WHERE held_on BETWEEN ?3 AND ?4 AND ${groupsOf(place, 'training.group_id')}
           ),
           activity_sum AS (
             SELECT count(*) AS deeds, coalesce(sum(attendees), 0) AS people
             FROM activity
             WHERE held_on BETWEEN ?3 AND ?4 AND ${groupsOf(place, 'activity.group_id')}
           ),
           part_sum AS (
             SELECT count(*) AS deeds, coalesce(sum(people), 0) AS people
             FROM campaign
             CROSS JOIN participation ON participation.campaign_id = campaign.id
             WHERE held_on BETWEEN ?3 AND ?4 AND ${groupsOf(place, 'participation.group_id')}
           )
         SELECT
           training_sum.deeds AS trainings, training_sum.people AS trained,
           activity_sum.deeds AS activities, activity_sum.people AS attendees,
           part_sum.deeds AS parts, part_sum.people AS mobilised
         FROM training_sum, activity_sum, part_sum`,
      )
      .bind(...placed(place, period)),
    read: ([row]: Deeds[]) => row ?? { trainings: 0, trained: 0, activities: 0, attendees: 0, parts: 0, mobilised: 0 },
  }
}

export type Theme = { theme: string; trainings: number; groups: number; attendees: number }

/** The themes of the trainings of a period, the commonest first. */
export function listThemes(db: ReadDatabase, place: Place, period: Period, howMany: number): Question<Theme[]> {
  return {
    // What were the trainings about, and how many people came?
    statement: db
      .prepare(
        `SELECT
           theme, count(*) AS trainings, count(DISTINCT group_id) AS groups, coalesce(sum(attendees), 0) AS attendees
         FROM training
         WHERE held_on BETWEEN ?3 AND ?4 AND ${groupsOf(place, 'training.group_id')}
         GROUP BY theme
         ORDER BY trainings DESC, theme
         LIMIT ?5`,
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
  place: Place,
  period: Period,
  howMany: number,
): Question<CampaignParts[]> {
  return {
    // Which groups took part in the campaigns, and with how many people?
    statement: db
      .prepare(
        `SELECT
           campaign.uid, campaign.name, campaign.held_on AS heldOn,
           count(*) FILTER (WHERE role = 'organises') AS organises,
           count(*) FILTER (WHERE role = 'joins') AS joins,
           count(*) FILTER (WHERE role = 'relays') AS relays,
           coalesce(sum(people), 0) AS people
         FROM campaign
         LEFT JOIN participation
           ON participation.campaign_id = campaign.id
           AND ${groupsOf(place, 'participation.group_id')}
         WHERE held_on BETWEEN ?3 AND ?4
         GROUP BY campaign.id
         ORDER BY held_on DESC, campaign.id
         LIMIT ?5`,
      )
      .bind(...placed(place, period), howMany),
    read: (rows: CampaignParts[]) => rows,
  }
}
