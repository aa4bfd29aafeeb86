import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { ask } from '#shared/db/ask.ts'
import { countCounterFaults } from '#shared/db/counters.ts'
import { figures } from '#shared/db/figures.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { movementOf } from '#shared/movement.ts'
import { openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'

const now = new Date('2026-12-10T08:00:00Z')
const { sections } = movementOf({
  ...fixed,
  questions: ['bikes', 'rooms'].map((key) => ({
    key,
    type: 'number' as const,
    label: { en: key },
    figure: { en: key },
  })),
})
const towns = ['Pau', 'Dax', 'Sète', 'Agen', 'Metz']

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, Object.fromEntries(towns.map((town) => [town, []])), now)
})
afterAll(() => close())

/** Always the same numbers, from 0 up to below 1. */
function chances(): () => number {
  let seed = 20261210
  return () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed / 2 ** 31
  }
}

test('figures of own questions are those that counting gives, whatever is answered, moved, put to sleep or gone', async () => {
  const chance = chances()
  const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(chance() * items.length)] as Item
  const answers = [
    '{}',
    '{"bikes":3}',
    '{"bikes":0,"rooms":2}',
    '{"bikes":7,"rooms":"two"}',
    '{"rooms":5,"motto":"x"}',
    '{"bikes":null}',
    '{"room":true,"ways":"bus,bike","motto":"two words"}',
    '{"room":false,"ways":"bike","motto":"it\'s \\"so\\""}',
    '{"ways":"bus,bus,,x","room":""}',
  ]
  const writes = [
    (uid: string) => db.prepare('UPDATE local_group SET own = ?2 WHERE uid = ?1').bind(uid, oneOf(answers)),
    (uid: string) =>
      db.prepare('UPDATE local_group SET region = ?2 WHERE uid = ?1').bind(uid, oneOf([null, 'Corse', 'Bretagne'])),
    (uid: string) =>
      db.prepare('UPDATE local_group SET state = ?2 WHERE uid = ?1').bind(uid, oneOf(['active', 'starting', 'asleep'])),
    (uid: string) =>
      db
        .prepare('UPDATE local_group SET own = ?2, state = ?3, region = ?4 WHERE uid = ?1')
        .bind(uid, oneOf(answers), oneOf(['active', 'asleep']), oneOf([null, 'Corse'])),
  ]
  for (let step = 0; step < 120; step++) {
    const uid = groupUid(oneOf(towns))
    await oneOf(writes)(uid).run()
    if (step === 60) await db.prepare('DELETE FROM local_group WHERE uid = ?1').bind(groupUid('Metz')).run()
    const counted = await db
      .prepare(
        `SELECT key, sum(value) AS total
         FROM local_group
         JOIN json_each(own)
         WHERE type = 'integer' AND state IN ('active', 'starting')
         GROUP BY key`,
      )
      .all<{ key: string; total: number }>()
    const expected = new Map(counted.results.map(({ key, total }) => [key, total]))
    const read = readOnly(db)
    const faults = (await countCounterFaults(db)).filter(({ table }) => table.startsWith('own_'))
    expect(faults, `after ${step}`).toEqual(['own_answer', 'own_rollup'].map((table) => ({ table, faults: 0 })))
    const { told } = await ask(read, { told: figures(read, sections, '2026-12-10') })
    for (const key of ['bikes', 'rooms'])
      expect(told.get(`group.own_${key}`), `${key} after ${step}`).toBe(expected.get(key) ?? 0)
  }
})

test('a save writes a row for each answer that is new, two for one that changed, and none for words', async () => {
  const uid = groupUid('Pau')
  // With those that triggers write
  const written = async () => (await db.prepare('SELECT total_changes() AS n').first<number>('n')) ?? 0
  const save = async (own: object) => {
    const before = await written()
    await db.prepare('UPDATE local_group SET own = ?2 WHERE uid = ?1').bind(uid, JSON.stringify(own)).run()
    const rows = (await written()) - before
    const { results } = await db
      .prepare(
        'SELECT key, value FROM own_answer WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY 1, 2',
      )
      .bind(uid)
      .all<{ key: string; value: string }>()
    return { rows, said: results.map(({ key, value }) => `${key}.${value}`).join(' ') }
  }
  await save({})
  const before = (await save({ motto: 'Il pleut' })).rows
  expect((await save({ motto: 'Il neige' })).rows).toBe(before - 1)
  const one = await save({ motto: 'Il neige', room: true })
  expect(one.said).toBe('motto. room.1')
  const two = await save({ motto: 'Il neige', room: false, ways: 'bus,bike' })
  expect(two.said).toBe('motto. room.0 ways.bike ways.bus')
  expect(two.rows - one.rows).toBe(3)
  expect((await save({})).said).toBe('')
})
