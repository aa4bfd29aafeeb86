import { firstDay, lastDay, type Period } from '#shared/domain/period.ts'
import type { Question } from './ask.ts'
import type { Place } from './network.ts'
import type { ReadDatabase } from './read-only.ts'

/**
 * The deeds of a place: sought group by group, for a region is a small part of the country, whose deeds need no look at their groups
 * at all. CROSS JOIN keeps that order (SQLite).
 */
function deedsIn({ region, department }: Place, table: 'training' | 'activity' | 'participation'): string {
  if (!region && !department) return table
  return `local_group g CROSS JOIN ${table} ON ${table}.group_id = g.id`
}

function isIn({ region, department }: Place): string {
  const conditions = [region ? 'g.region = ?1' : `?1 = ''`, department ? 'g.department = ?2' : `?2 = ''`]
  return conditions.join(' AND ')
}

function partsIn(place: Place): string {
  if (!place.region && !place.department)
    return 'campaign CROSS JOIN participation ON participation.campaign_id = campaign.id'
  return `${deedsIn(place, 'participation')} CROSS JOIN campaign ON campaign.id = participation.campaign_id`
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
             FROM ${deedsIn(place, 'training')}
             WHERE held_on BETWEEN ?3 AND ?4 AND ${isIn(place)}
           ),
           activity_sum AS (
             SELECT count(*) AS deeds, coalesce(sum(attendees), 0) AS people
             FROM ${deedsIn(place, 'activity')}
             WHERE held_on BETWEEN ?3 AND ?4 AND ${isIn(place)}
           ),
           part_sum AS (
             SELECT count(*) AS deeds, coalesce(sum(people), 0) AS people
             FROM ${partsIn(place)}
             WHERE held_on BETWEEN ?3 AND ?4 AND ${isIn(place)}
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
         FROM ${deedsIn(place, 'training')}
         WHERE held_on BETWEEN ?3 AND ?4 AND ${isIn(place)}
         GROUP BY theme
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
         LEFT JOIN (
           SELECT campaign_id, role, people
           FROM ${deedsIn(place, 'participation')}
           WHERE ${isIn(place)}
         ) AS part ON part.campaign_id = campaign.id
         WHERE held_on BETWEEN ?3 AND ?4
         GROUP BY campaign.id
         ORDER BY held_on DESC, campaign.id
         LIMIT ?5 + 0`,
      )
      .bind(...placed(place, period), howMany),
    read: (rows: CampaignParts[]) => rows,
  }
}
