import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type Place, townKey } from '#shared/domain/place.ts'
import type { Question } from './ask.ts'
import { inParts } from './parts.ts'
import type { ReadDatabase } from './read-only.ts'

/** Every town that we know of some countries. */
export async function listPlaces(db: D1Database, countries: readonly string[]): Promise<Place[]> {
  // Where are the towns of these countries?
  const { results } = await db
    .prepare(
      `SELECT country, name, department, region, latitude, longitude
       FROM town
       WHERE country IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(countries))
    .all<Place>()
  return results
}

/** The places of a name in a country. */
export function listPlacesNamed(db: ReadDatabase, country: string, town: string): Question<Place[]> {
  return {
    // Where are the towns of this name?
    statement: db
      .prepare(
        `SELECT name, department, region, latitude, longitude
         FROM town
         WHERE country = ?1 AND name_key = ?2`,
      )
      .bind(country, townKey(town)),
    read: (rows: Place[]) => rows,
  }
}

/** The places of several names in some countries. */
export function listPlacesOf(
  db: ReadDatabase,
  countries: readonly string[],
  towns: readonly string[],
): Question<Place[]> {
  return {
    // Where are the towns of these names?
    statement: db
      .prepare(
        `SELECT country, name, department, region, latitude, longitude
         FROM town
         WHERE country IN (SELECT value FROM json_each(?1)) AND name_key IN (SELECT value FROM json_each(?2))`,
      )
      .bind(JSON.stringify(countries), JSON.stringify([...new Set(towns.map(townKey))])),
    read: (rows: Place[]) => rows,
  }
}

/** Names that may be slips of `town`'s: those that begin with its letter, and those of the postal code's department. */
export async function listPlacesLike(
  db: D1Database,
  { country, town, postcode }: { country: string; town: string; postcode: string },
): Promise<string[]> {
  // Which towns begin so, or lie around there?
  const { results } = await db
    .prepare(
      `SELECT DISTINCT name
       FROM town
       WHERE country = ?1
       AND (
         substr(name_key, 1, 1) = substr(?2, 1, 1)
         OR (department <> '' AND substr(?3, 1, length(department)) = department)
       )
       LIMIT 3000`,
    )
    .bind(country, townKey(town), postcode)
    .all<{ name: string }>()
  return results.map(({ name }) => name)
}

/** Makes places, in `country` unless they say another, or gives those that we know by name and department another position. */
export function upsertPlaces(db: D1Database, country: string, places: readonly Place[]): D1PreparedStatement[] {
  const rows = places.map((place) => ({ ...place, name_key: townKey(place.name) }))
  return inParts(rows).map((part) =>
    db
      .prepare(
        `INSERT INTO town (country, name_key, department, name, region, latitude, longitude)
         SELECT
           coalesce(item.value ->> 'country', ?2), item.value ->> 'name_key', item.value ->> 'department', item.value ->> 'name', item.value ->> 'region',
           item.value ->> 'latitude', item.value ->> 'longitude'
         FROM json_each(?1) AS item
         WHERE true
         ON CONFLICT (country, name_key, department) DO UPDATE
         SET
           name = excluded.name, region = excluded.region,
           latitude = excluded.latitude, longitude = excluded.longitude`,
      )
      .bind(JSON.stringify(part), country),
  )
}
