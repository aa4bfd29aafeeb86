import { byName } from '#shared/domain/departments.ts'
import { firstDay, lastDay, type Period } from '#shared/domain/period.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'
import type { ActivityCounts } from './activity-counts.ts'
import { type Area, inRegion, regionParameter } from './area.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A region's groups and members at the end of a period, and what its groups did in it; `region` '' is unknown. */
export type RegionFigures = ActivityCounts & { region: string; groups: number; members: number }

const months = 'BETWEEN substr(?2, 1, 7) AND substr(?3, 1, 7)'

// By month and region, as the key has them: nothing is sorted to be added up
const doneOf = (kind: 'training' | 'activity', sums: string, within: string) => `SELECT region, 0, 0, ${sums}, 0, 0
           FROM activity_rollup
           WHERE kind = '${kind}' AND month ${months} AND ${within}
           GROUP BY month, region`

/** All regions of a place, by name, the unknown one last. */
export function listFiguresByRegion(db: ReadDatabase, place: Area, period: Period): Question<RegionFigures[]> {
  const within = inRegion('region', place)
  return {
    // How does each region stand, and what did its groups do in these months?
    statement: db
      .prepare(
        `SELECT
           region, sum(groups) AS groups, sum(members) AS members, sum(trainings) AS trainings, sum(trained) AS trained,
           sum(activities) AS activities, sum(attendees) AS attendees, sum(parts) AS parts, sum(mobilised) AS mobilised
         FROM (
           SELECT
             region, sum(groups) AS groups, sum(members) AS members, 0 AS trainings, 0 AS trained, 0 AS activities, 0 AS attendees,
             0 AS parts, 0 AS mobilised
           FROM round_rollup
           WHERE round_key = (SELECT max(key) FROM round WHERE key ${months}) AND state IN ('active', 'starting') AND ${within}
           GROUP BY region
           UNION ALL
           ${doneOf('training', 'sum(activities), sum(people), 0, 0', within)}
           UNION ALL
           ${doneOf('activity', '0, 0, sum(activities), sum(people)', within)}
           UNION ALL
           SELECT region, 0, 0, 0, 0, 0, 0, sum(participations), sum(people)
           FROM campaign
           CROSS JOIN participation_rollup ON participation_rollup.campaign_id = campaign.id
           WHERE held_on BETWEEN ?2 AND ?3 AND role <> '${noPart}' AND ${within}
           GROUP BY region
         )
         GROUP BY region`,
      )
      .bind(regionParameter(place), firstDay(period), lastDay(period)),
    read: (rows: RegionFigures[]) =>
      rows.sort((a, b) => Number(a.region === '') - Number(b.region === '') || byName(a.region, b.region)),
  }
}

/** What the groups of all of them did. */
export function addedUp(regions: readonly RegionFigures[]): ActivityCounts {
  const sum = (name: keyof ActivityCounts) => regions.reduce((total, figures) => total + figures[name], 0)
  return {
    trainings: sum('trainings'),
    trained: sum('trained'),
    activities: sum('activities'),
    attendees: sum('attendees'),
    parts: sum('parts'),
    mobilised: sum('mobilised'),
  }
}
