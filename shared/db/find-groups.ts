import { districtOf } from '#shared/domain/british-districts.ts'
import { shortening } from '#shared/domain/distance.ts'
import { townKey } from '#shared/domain/place.ts'
import { namedDepartments } from '#shared/domain/postcode.ts'
import { fold } from '#shared/record/fold.ts'
import type { Question } from './ask.ts'
import { type PublishedColumns, type PublishedGroup, publishedColumns, readPublished } from './published-groups.ts'
import type { ReadDatabase } from './read-only.ts'

/** All groups at a glance. */
export type GroupOverview = {
  groups: number
  /** The name is empty where the region is not known. */
  regions: { name: string; groups: number }[]
  points: { latitude: number; longitude: number; groups: number; uid: string; name: string }[]
}

/** Null before the cron has run. */
export function overviewOfGroups(db: ReadDatabase): Question<GroupOverview | null> {
  return {
    // Where are groups?
    statement: db.prepare('SELECT overview FROM publication WHERE overview IS NOT NULL'),
    read: ([row]: { overview: string }[]) => {
      if (!row) return null
      const { groups, regions, points } = JSON.parse(row.overview) as {
        groups: number
        regions: [string, number][]
        points: [number, number, number, string, string][]
      }
      return {
        groups,
        regions: regions.map(([name, count]) => ({ name, groups: count })),
        points: points.map(([latitude, longitude, count, uid, name]) => ({
          latitude,
          longitude,
          groups: count,
          uid,
          name,
        })),
      }
    },
  }
}

/** The groups of a region by name, as far as so many; '' is of those whose region is not known. */
export function listInRegion(db: ReadDatabase, region: string, limit: number): Question<PublishedGroup[]> {
  return {
    // Which groups are in this region?
    statement: db
      .prepare(
        `SELECT ${publishedColumns}
         FROM published_group
         WHERE shown IS NOT NULL AND region IS nullif(?1, '')
         ORDER BY shown ->> 'name'
         LIMIT ?2 + 0`,
      )
      .bind(region, limit),
    read: (rows: PublishedColumns[]) => rows.map(readPublished),
  }
}

export type StartingPoint = { name: string; latitude: number; longitude: number }

/** How many figures of a postal code say a department: in France a department's own number does too. */
const figures: Readonly<Record<string, readonly number[]>> = { BE: [4], FR: [2, 3, 5] }

function departmentsOf(countries: readonly string[], code: string): string[] {
  return countries.flatMap((country) =>
    figures[country]?.includes(code.length) ? namedDepartments(country, code) : [],
  )
}

/**
 * Where a town is, or a postal code: where a group has it, else in the middle of its department's towns; a British one in its district. Null when we know
 * neither.
 */
export function findSpot(db: ReadDatabase, countries: readonly string[], text: string): Question<StartingPoint | null> {
  const isCode = /^\d[\d ]{1,9}$/.test(text)
  const code = isCode ? text.replaceAll(' ', '') : ''
  const district = countries.includes('GB') ? districtOf(text) : null
  return {
    // Where is this town, or this postal code?
    statement: db
      .prepare(
        `SELECT name, latitude, longitude
         FROM (
           SELECT 0 AS nth, at.key AS country, name, latitude, longitude
           FROM json_each(?1) AS at
           JOIN town ON town.country = at.value
           WHERE name_key = ?2 AND ?2 <> ''
           UNION ALL
           SELECT * FROM (
             SELECT 1, 0, shown ->> 'postcode', latitude, longitude
             FROM group_search_token
             JOIN published_group USING (group_id)
             WHERE token = ?3 AND ?3 <> '' AND shown ->> 'postcode' = ?3 AND latitude IS NOT NULL
             LIMIT 1
           )
           UNION ALL
           SELECT 2, 0, ?3, avg(latitude), avg(longitude)
           FROM town INDEXED BY town_department
           WHERE country IN (SELECT value FROM json_each(?1)) AND department IN (SELECT value FROM json_each(?4))
           UNION ALL
           SELECT 3, 0, ?5, ?6, ?7
         )
         WHERE latitude IS NOT NULL
         ORDER BY nth, country
         LIMIT 1`,
      )
      .bind(
        JSON.stringify(countries),
        isCode ? '' : townKey(text),
        code,
        JSON.stringify(departmentsOf(countries, code)),
        district?.name ?? null,
        district?.latitude ?? null,
        district?.longitude ?? null,
      ),
    read: ([row]: StartingPoint[]) => row ?? null,
  }
}

/** Degrees of latitude around a place in which the nearest groups are looked for first: 11 km, 45 km, 170 km; then everywhere. */
const steps = [0.1, 0.4, 1.5] as const

/** The nearest groups, the nearest first; `cosine` is of the latitude: there a degree of longitude is as many of latitude. */
export function listNearest(
  db: ReadDatabase,
  { latitude, longitude }: StartingPoint,
  limit: number,
): Question<PublishedGroup[]> {
  // What is shown lies where the group itself does, and that has an index
  const within = (degrees: number) => `
    SELECT group_id, (g.latitude - ?1) * (g.latitude - ?1) + (g.longitude - ?2) * (g.longitude - ?2) * ?3 * ?3 AS distance
    FROM local_group g
    CROSS JOIN published_group ON group_id = g.id
    WHERE g.on_map = 1 AND shown IS NOT NULL
    AND g.latitude BETWEEN ?1 - ${degrees} AND ?1 + ${degrees} AND (g.longitude - ?2) * ?3 BETWEEN -${degrees} AND ${degrees}`
  const isEnough = (step: number) =>
    `(SELECT count(*) FROM step_${step} WHERE distance <= ${(steps[step] ?? 0) ** 2}) >= ?4`
  const isDone = (step: number) => ['false', ...steps.slice(0, step).map((_, index) => isEnough(index))].join(' OR ')
  // A limit of 0 is what keeps SQLite from reading
  const lookIn = (step: number, degrees: number) => `${within(degrees)} LIMIT iif(${isDone(step)}, 0, -1)`
  const looks = steps.map((degrees, step) => `step_${step} AS MATERIALIZED (${lookIn(step, degrees)})`)
  const found = steps.map((_, step) => `SELECT * FROM step_${step} WHERE ${isEnough(step)} AND NOT (${isDone(step)})`)
  return {
    // Which groups are near?
    statement: db
      .prepare(
        `WITH ${looks.join(', ')},
         nearest AS MATERIALIZED (
           SELECT *
           FROM (${[...found, `SELECT * FROM (${lookIn(steps.length, 360)})`].join(' UNION ALL ')})
           ORDER BY distance
           LIMIT ?4 + 0
         )
         SELECT ${publishedColumns}
         FROM nearest
         CROSS JOIN published_group USING (group_id)
         ORDER BY distance`,
      )
      .bind(latitude, longitude, shortening(latitude), limit),
    read: (rows: PublishedColumns[]) => rows.map(readPublished),
  }
}

/** Of a word that so many groups have or more, the first by their names are taken, as they come; of a rarer one all are looked up. */
const manyNamed = 1000

/** Groups of whose name, town or postal code a word begins so. */
export function listNamed(db: ReadDatabase, text: string, limit: number): Question<PublishedGroup[]> {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
  const longest = words.sort((a, b) => b.length - a.length)[0] ?? ''
  const isWord = 'token >= ?1 AND token < ?1 || char(1114111)'
  const isRare = `(SELECT count(*) FROM rare) < ${manyNamed}`
  return {
    // Which groups are called so?
    statement: db
      .prepare(
        `WITH rare AS MATERIALIZED (SELECT group_id FROM group_search_token WHERE ?1 <> '' AND ${isWord} LIMIT ${manyNamed})
         SELECT * FROM (
           SELECT ${publishedColumns}
           FROM published_group
           WHERE shown IS NOT NULL AND group_id IN (SELECT group_id FROM rare)
           ORDER BY shown ->> 'name'
           LIMIT iif(${isRare}, ?2, 0)
         )
         UNION ALL
         SELECT * FROM (
           SELECT ${publishedColumns}
           FROM published_group INDEXED BY published_group_name
           WHERE shown IS NOT NULL
           AND EXISTS (SELECT 1 FROM group_search_token AS token WHERE token.group_id = published_group.group_id AND ${isWord})
           ORDER BY shown ->> 'name'
           LIMIT iif(${isRare}, 0, ?2)
         )`,
      )
      .bind(longest, limit),
    read: (rows: PublishedColumns[]) => rows.map(readPublished),
  }
}
