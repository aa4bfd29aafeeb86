import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import movement from '#sample/movement.ts'
import { playPast } from '#sample/past/past.ts'
import { gatherOldChecks } from '#shared/db/group-checks.ts'

const regions = [
  'Auvergne-Rhône-Alpes',
  'Bourgogne-Franche-Comté',
  'Bretagne',
  'Centre-Val de Loire',
  'Corse',
  'Grand Est',
  'Hauts-de-France',
  'Normandie',
  'Nouvelle-Aquitaine',
  'Occitanie',
  'Pays de la Loire',
  'Provence-Alpes-Côte d’Azur',
  'Île-de-France',
]

/** So many groups are written in one statement: more would hold the database for minutes. */
const chunk = 5000

/** Groups all over the country, two referents each, and a past of so many rounds. */
export async function fillHugely(db: D1Database, groups: number, rounds: number, now: Date): Promise<void> {
  for (let from = 1; from <= groups; from += chunk)
    await db.batch(someGroups(db, from, Math.min(from + chunk - 1, groups)))
  await playPast(db, { movement, now, rounds })
  // As the end of its last round does
  await db.batch(gatherOldChecks(db, movement, now))
}

function someGroups(db: D1Database, from: number, until: number): D1PreparedStatement[] {
  const numbers = 'WITH RECURSIVE number (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM number WHERE i < ?2)'
  const since = '2024-06-01T00:00:00.000Z'
  return [
    db
      .prepare(
        `INSERT INTO local_group (
           uid, name, name_key, town, town_key, postcode, department, region, latitude, longitude, state, founded_on,
           active_members, on_map, created_at
         )
         ${numbers}
         SELECT
           printf('group-%06d', i), printf('Archipel Ville %06d', i), printf('archipel ville %06d', i), printf('Ville %06d', i),
           printf('ville %06d', i), printf('%05d', i % 95 * 1000 + 1000), printf('%02d', i % 95 + 1), json_extract(?3, printf('$[%d]', i % 95 % 13)),
           42.5 + (i * 7919 % 1000) / 125.0, -4.5 + (i * 104729 % 1000) / 80.0,
           CASE i % 20 WHEN 0 THEN 'asleep' WHEN 1 THEN 'starting' ELSE 'active' END, '2020-01-01', 5 + i % 60, i % 10 <> 3, ?4
         FROM number`,
      )
      .bind(from, until, JSON.stringify(regions), since),
    db
      .prepare(
        `INSERT INTO person (uid, email, name, name_key, phone, created_at)
         ${numbers}
         SELECT
           printf('person-%06d-%d', i, membership.value), printf('p%06d.%d@example.org', i, membership.value),
           printf('Personne %06d', i * 2 + membership.value),
           printf('personne %06d', i * 2 + membership.value), printf('+336%08d', i), ?3
         FROM number
         JOIN json_each('[1, 2]') AS membership`,
      )
      .bind(from, until, since),
    db
      .prepare(
        `INSERT INTO referent (group_id, person_id, since_at)
         ${numbers}
         SELECT g.id, person.id, ?3
         FROM number
         JOIN json_each('[1, 2]') AS membership
         JOIN local_group g ON g.uid = printf('group-%06d', i)
         JOIN person ON person.uid = printf('person-%06d-%d', i, membership.value)`,
      )
      .bind(from, until, since),
  ]
}
