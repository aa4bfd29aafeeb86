import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { ask } from '#shared/db/ask.ts'
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
    const { told } = await ask(read, { told: figures(read, sections, '2026-12-10') })
    for (const key of ['bikes', 'rooms'])
      expect(told.get(`group.own_${key}`), `${key} after ${step}`).toBe(expected.get(key) ?? 0)
  }
})
