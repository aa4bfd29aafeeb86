import type { Day } from '#shared/domain/day.ts'
import { kilometresADegree, shortening } from '#shared/domain/distance.ts'
import type { PublicPerson } from '#shared/domain/public-group.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import { publicPeopleColumn, readPublicPeople } from './consents.ts'
import { isOpen } from './group-states.ts'
import type { ReadDatabase } from './read-only.ts'

/** A group near another, with whom to reach, as far as they agreed to be reached by anybody. */
export type Neighbour = {
  uid: string
  name: string
  town: string | null
  kilometres: number
  people: PublicPerson[]
}

/** Something that a group near here plans. */
export type PlannedNearby = { on: Day; title: string; group: string; town: string | null }

/** What the network gives back to a group that answered. */
export type GivenBack = {
  groups: Neighbour[]
  planned: PlannedNearby[]
  /** Of the groups that were asked in the last round, those that answered; null before the first. */
  round: { asked: number; answered: number } | null
}

type Place = { uid: string; latitude: number | null; longitude: number | null }

/** Degrees of latitude that are near (55 km), and those that are looked at where too few groups are (330 km). */
const near = 0.5
const far = 3
/** Groups whose plans are near. */
const groupsAround = 12
/** Days ahead. */
const daysAhead = 90
const shown = 3

/**
 * The nearest groups that want to be shown, what those around plan, and how many groups have answered. `today` is the movement's day. A
 * group whose place nobody knows has no neighbours.
 */
export function findGivenBack(
  db: ReadDatabase,
  { uid, latitude, longitude }: Place,
  { sections, today }: { sections: Sections; today: Day },
): Question<GivenBack> {
  const around = (degrees: number) => `
      SELECT id, uid, name, town,
        (latitude - ?2) * (latitude - ?2) + (longitude - ?3) * (longitude - ?3) * ?4 * ?4 AS square
      FROM local_group
      WHERE on_map = 1 AND latitude BETWEEN ?2 - ${degrees} AND ?2 + ${degrees}
      AND (longitude - ?3) * ?4 BETWEEN -${degrees} AND ${degrees}
      AND ${isOpen('state')} AND state <> 'asleep' AND uid <> ?1`
  const plans = [
    ...(sections.asked.some(({ name }) => name === 'activities')
      ? [
          'SELECT activity.held_on, activity.title, around.name, around.town FROM around JOIN activity ON activity.group_id = around.id',
        ]
      : []),
    ...(sections.asked.some(({ name }) => name === 'trainings')
      ? [
          'SELECT training.held_on, training.theme, around.name, around.town FROM around JOIN training ON training.group_id = around.id',
        ]
      : []),
  ].map((sql) => `${sql} WHERE held_on BETWEEN ?5 AND date(?5, '+${daysAhead} days')`)
  return {
    // Which groups are near this one, what do they plan, and how many have answered?
    statement: db
      .prepare(
        `WITH close AS (${around(near)}),
         around AS (
           SELECT * FROM close
           UNION ALL
           SELECT * FROM (${around(far)}) WHERE (SELECT count(*) FROM close) < ${shown} AND id NOT IN (SELECT id FROM close)
           ORDER BY square
           LIMIT ${groupsAround}
         )
         SELECT
           (
             SELECT json_group_array(json_array(g.uid, g.name, g.town, g.square, json(${publicPeopleColumn(sections.ours.referents.fields)})) ORDER BY g.square)
             FROM (SELECT * FROM around ORDER BY square LIMIT ${shown}) AS g
           ) AS groups,
           ${
             plans.length === 0
               ? `'[]'`
               : `(
             SELECT json_group_array(json_array(held_on, title, name, town) ORDER BY held_on)
             FROM (
               SELECT *
               FROM (${plans.join(' UNION ALL ').replace('activity.title,', 'activity.title AS title,').replace('training.theme,', 'training.theme AS title,')})
               ORDER BY held_on
               LIMIT ${shown}
             )
           )`
           } AS planned,
           (
             SELECT json_array(sum(asked), sum(answered))
             FROM round_rollup
             WHERE round_key = (SELECT max(key) FROM round)
           ) AS round`,
      )
      .bind(
        uid,
        latitude,
        longitude,
        shortening(latitude ?? 0),
        // SQLite refuses a value that no word of the question asks for
        ...(plans.length > 0 ? [today] : []),
      ),
    read: ([row]: { groups: string; planned: string; round: string }[]) => readGivenBack(row),
  }
}

function readGivenBack(row: { groups: string; planned: string; round: string } | undefined): GivenBack {
  if (!row) return { groups: [], planned: [], round: null }
  const groups = JSON.parse(row.groups) as [string, string, string | null, number, unknown][]
  const planned = JSON.parse(row.planned) as [string, string, string, string | null][]
  const [asked, answered] = JSON.parse(row.round) as [number | null, number | null]
  return {
    groups: groups.map(([uid, name, town, square, people]) => ({
      uid,
      name,
      town,
      kilometres: Math.round(Math.sqrt(square) * kilometresADegree),
      people: readPublicPeople(JSON.stringify(people)).filter(
        (one) => one.name ?? one.email ?? one.phone ?? Object.keys(one.own)[0],
      ),
    })),
    planned: planned.map(([on, title, group, town]) => ({ on, title, group, town })),
    round: asked === null || answered === null ? null : { asked, answered },
  }
}
