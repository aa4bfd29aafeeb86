import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSpot, listNearest } from '#shared/db/find-groups.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { shortening } from '#shared/domain/distance.ts'
import { openDatabase } from '#tests/support/database.ts'

let db: D1Database
let close: () => Promise<void>
/** Three hundred groups within 20 km of Pau, a few elsewhere in France, and some that nobody is shown. */
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await db
    .prepare(
      `INSERT INTO local_group (uid, name, name_key, postcode, state, on_map, latitude, longitude, created_at)
       WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 340)
       SELECT
         printf('group-%06d', i), printf('Archipel %d', i), printf('archipel %d', i), iif(i % 7, '64000', '64160'), 'active', i % 20 > 0,
         iif(i <= 300, 43.3 + (i * 7919 % 100 - 50) / 300.0, 44 + i % 7), iif(i <= 300, -0.37 + (i * 104729 % 100 - 50) / 300.0, i % 9 - 3), '2026-01-01T00:00:00.000Z'
       FROM number`,
    )
    .run()
  await db
    .prepare(
      `INSERT INTO published_group (group_id, uid, shown, facts, changed_at)
       SELECT id, uid, json_object('name', name, 'postcode', postcode, 'latitude', latitude, 'longitude', longitude), '["all","placed"]', created_at
       FROM local_group WHERE on_map = 1`,
    )
    .run()
})
afterAll(() => close())

test.each([
  ['where many are near', 43.3, -0.37, 12],
  ['where few are near', 44.1, 0.5, 12],
  ['on the edge of many', 43.14, -0.2, 5],
  ['where nobody is near', 49.9, -2.9, 12],
  ['of all', 43.3, -0.37, 400],
])('the nearest groups are those that measuring each gives, %s', async (_, latitude, longitude, limit) => {
  const spot = { name: 'here', latitude, longitude }
  const cosine = shortening(latitude)
  const distance = (one: { latitude: number; longitude: number }) =>
    (one.latitude - latitude) ** 2 + ((one.longitude - longitude) * cosine) ** 2
  const { results } = await db
    .prepare('SELECT latitude, longitude FROM local_group WHERE on_map = 1')
    .all<{ latitude: number; longitude: number }>()
  const expected = results.map(distance).sort((a, b) => a - b)
  const { statement, read } = listNearest(readOnly(db), spot, limit)
  const found = read((await statement.all()).results).map(({ values }) =>
    distance(values as { latitude: number; longitude: number }),
  )
  expect(found).toHaveLength(Math.min(limit, results.length))
  for (const [index, one] of found.entries()) expect(one).toBeCloseTo(expected[index] ?? 0, 8)
})

test('a postal code is where a group has it, and is found without reading every group', async () => {
  let plan = ''
  const prepare = (sql: string) => {
    plan = `EXPLAIN QUERY PLAN ${sql}`
    return readOnly(db).prepare(sql)
  }
  const { statement, read } = findSpot({ ...readOnly(db), prepare }, ['FR'], '64 160')
  expect(read((await statement.all()).results)).toMatchObject({ name: '64160' })
  const { results } = await db
    .prepare(plan)
    .bind('["FR"]', '', '64160', '["64"]', null, null, null)
    .all<{ detail: string }>()
  expect(results.map(({ detail }) => detail).filter((step) => /^SCAN published_group/.test(step))).toEqual([])
})

test.each([
  ['a British postal code', ['GB'], 'sw1a 1aa', 'SW1A', 51.5, -0.13],
  ['a British district', ['FR', 'GB'], 'BN1', 'BN1', 50.86, -0.12],
  ['a code of Brussels', ['BE'], '1050', '1050', 50.85, 4.35],
  ['a code of Corsica, whose two departments it does not tell', ['FR'], '20600', '20600', 42.2, 9.1],
  ['a code of Brussels, in France too', ['FR', 'BE'], '1050', '1050', 50.85, 4.35],
] as const)('%s is where it is though no group has it', async (_, countries, typed, name, latitude, longitude) => {
  await db.batch(
    [
      ['BE', 'Ixelles', 'Bruxelles-Capitale', 50.85, 4.35],
      ['FR', 'Ajaccio', '2A', 41.9, 8.7],
      ['FR', 'Bastia', '2B', 42.5, 9.5],
      ['FR', 'Troyes', '10', 48.3, 4.08],
    ].map((town) =>
      db
        .prepare(
          `INSERT INTO town (country, name, name_key, department, latitude, longitude) VALUES (?1, ?2, lower(?2), ?3, ?4, ?5)
           ON CONFLICT DO NOTHING`,
        )
        .bind(...town),
    ),
  )
  const { statement, read } = findSpot(readOnly(db), countries, typed)
  const spot = read((await statement.all()).results) ?? expect.fail('not found')
  expect(spot.name).toBe(name)
  expect(spot.latitude).toBeCloseTo(latitude, 1)
  expect(spot.longitude).toBeCloseTo(longitude, 1)
})

test('no postal code is found in a country that has no such one', async () => {
  for (const [countries, typed] of [
    [['FR'], 'SW1A 1AA'],
    [['GB'], 'XX1 1AA'],
    [['GB'], '64160x'],
  ] as const) {
    const { statement, read } = findSpot(readOnly(db), countries, typed)
    expect(read((await statement.all()).results)).toBeNull()
  }
})
