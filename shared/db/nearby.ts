import { kilometresADegree } from '#shared/domain/distance.ts'
import type { Nearby } from '#shared/domain/mail-content.ts'
import type { Sections } from '#shared/record/sections.ts'
import { isOpen } from './group-states.ts'
import { readersMemberships } from './own-groups.ts'

/** Degrees of latitude that are near: 55 km. */
const near = 0.5
const groupsNamed = 2
/** Plans that are read: some of them have passed when the mail leaves. */
const plansRead = 8
const daysAhead = 60

// cos(latitude), by its series: SQLite need not have it
const radians = '(home.latitude * 0.017453292519943295)'
const narrow = `(1 - ${radians} * ${radians} / 2 + ${radians} * ${radians} * ${radians} * ${radians} / 24)`
const east = `((g.longitude - home.longitude) * ${narrow})`
const isNear = `g.on_map = 1 AND g.id <> home.id AND ${isOpen('g.state')} AND g.state <> 'asleep'
        AND g.latitude BETWEEN home.latitude - ${near} AND home.latitude + ${near} AND ${east} BETWEEN -${near} AND ${near}`

const plans = { activities: ['activity', 'title'], trainings: ['training', 'theme'] } as const

function plansNear({ asked }: Sections): string {
  const since = `coalesce(mail.round_key, (SELECT max(key) FROM round)) || '-01'`
  const parts = (Object.keys(plans) as (keyof typeof plans)[])
    .filter((list) => asked.some((section) => section.list === list))
    .map((list) => {
      const [table, title] = plans[list]
      return `SELECT ${table}.held_on, ${table}.${title} AS title, g.name
          FROM local_group AS g
          JOIN ${table} ON ${table}.group_id = g.id
          WHERE ${isNear} AND ${table}.held_on BETWEEN ${since} AND date(${since}, '+${daysAhead} days')`
    })
  return parts.length === 0
    ? `SELECT NULL AS held_on, NULL AS title, NULL AS name WHERE false`
    : `SELECT * FROM (${parts.join(' UNION ALL ')}) ORDER BY held_on LIMIT ${plansRead}`
}

/** SQL: what is near the first of the groups that the reader of `mail` is asked about, of groups that want to be shown; NULL where nobody knows its place. */
export const nearbyColumn = (sections: Sections) => `(
      SELECT json_array(
        json((
          SELECT json_group_array(json_array(name, square) ORDER BY square)
          FROM (
            SELECT g.name, (g.latitude - home.latitude) * (g.latitude - home.latitude) + ${east} * ${east} AS square
            FROM local_group AS g
            WHERE ${isNear}
            ORDER BY square
            LIMIT ${groupsNamed}
          )
        )),
        json((SELECT json_group_array(json_array(held_on, title, name) ORDER BY held_on) FROM (${plansNear(sections)})))
      )
      FROM local_group AS home
      WHERE home.latitude IS NOT NULL AND home.longitude IS NOT NULL
      AND home.id = (
        SELECT membership.group_id
        FROM ${readersMemberships} AS membership
        JOIN local_group named ON named.id = membership.group_id
        ORDER BY named.name_key
        LIMIT 1
      )
    )`

export type NearbyColumns = [
  groups: [name: string, square: number][],
  plans: [on: string, title: string, group: string][],
]

export function nearbyOf([groups, planned]: NearbyColumns): Nearby {
  return {
    groups: groups.map(([name, square]) => ({ name, kilometres: Math.round(Math.sqrt(square) * kilometresADegree) })),
    planned: planned.map(([on, title, group]) => ({ on, title, group })),
  }
}
