import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { playPast } from '#sample/past/past.ts'
import { importSample } from '#scripts/demo/fill.ts'
import { rebuildCounters } from '#shared/actions/rebuild-counters.ts'
import { ask } from '#shared/db/ask.ts'
import { countCounterFaults, counters } from '#shared/db/counters.ts'
import { gatherOldChecks } from '#shared/db/group-checks.ts'
import { sectionFreshness } from '#shared/db/metrics.ts'
import { kinds } from '#shared/mail/kinds.ts'
import { openDatabase } from '#tests/support/database.ts'

const now = new Date('2026-12-09T10:00:00+01:00')
const acting = () => ({ db, actor: { kind: 'system' }, now }) as const
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await importSample(db, movement, now)
  await playPast(db, { movement, now, rounds: 7 })
  await db.prepare(`UPDATE local_group SET own = '{"rooms":2.5}' WHERE id % 3 = 0`).run()
})
afterAll(() => close())

const rows = async (sql: string) => (await db.prepare(sql).all()).results
const faults = async () => (await countCounterFaults(db)).filter(({ faults }) => faults > 0)
const events = () => rows(`SELECT actor, action, details FROM event WHERE action = 'rebuild_counters'`)

test('what triggers kept through years of a movement is what counting finds, and then nothing is written', async () => {
  expect(await faults()).toEqual([])
  expect(await rebuildCounters(acting())).toEqual([])
  expect(await events()).toEqual([])
})

test('the past of the sample has mails of the kinds that there are: pages that list them name each', async () => {
  const sent = await rows('SELECT DISTINCT kind FROM mail')
  expect(sent.map(({ kind }) => String(kind)).filter((kind) => !(kind in kinds))).toEqual([])
  expect(sent.length).toBeGreaterThan(2)
})

test('rows of the sample are called as rows are: forms take a name apart at its point', async () => {
  const tables = await rows(
    `SELECT one.name FROM sqlite_schema AS one JOIN pragma_table_info(one.name) AS info ON info.name = 'uid' WHERE one.type = 'table'`,
  )
  for (const { name } of tables)
    expect(await rows(`SELECT uid FROM ${name} WHERE uid GLOB '*[^a-zA-Z0-9_-]*' LIMIT 3`), String(name)).toEqual([])
  expect(tables.length).toBeGreaterThan(5)
})

test('every table that triggers keep counted can be counted anew, but for those of what is gone', async () => {
  const kept = await rows(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB '*_rollup'`)
  // Rows of enquiries go after sixty days; how old sections were at the end of a round is not there to be counted
  const past = ['enquiry_rollup', 'freshness_rollup']
  expect(Object.keys(counters)).toEqual(
    expect.arrayContaining(kept.map(({ name }) => String(name)).filter((name) => !past.includes(name))),
  )
})

const damages: Readonly<Record<string, string>> = {
  group_summary: 'UPDATE group_summary SET reachable = reachable + 1, last_round = NULL',
  group_check: `UPDATE group_check SET checked_at = '2020-01-01', region = 'Nulle part'`,
  check_rollup: `UPDATE check_rollup SET groups = '{"identity":7}'`,
  answer_rollup: `UPDATE answer_rollup SET groups = '{"3":7}'`,
  own_answer: `UPDATE own_answer SET value = value || ' more'`,
}

test('old checks are counted on one day: what comes to them or goes from them later is counted there, and no figure changes', async () => {
  const later = new Date(now.getTime() + 150 * 86_400_000)
  const wrongChecks = async () => (await faults()).filter(({ table }) => table === 'check_rollup')
  const days = () => rows('SELECT count(*) AS days FROM check_rollup')
  const freshness = async (at: Date) => ask(db, { bands: sectionFreshness(db, movement, at) })
  const [before, [{ days: many = 0 } = {}]] = [await freshness(later), await days()]
  await db.batch(gatherOldChecks(db, movement, later))
  expect(await freshness(later)).toEqual(before)
  const [{ days: few = 0 } = {}] = await days()
  expect(Number(few)).toBeLessThan(Number(many))
  expect(await wrongChecks()).toEqual([])
  // One checks again what was old, another’s check is taken back to an older day, a third moves and a fourth goes
  const nth = (n: number) => `(SELECT id FROM local_group ORDER BY id LIMIT 1 OFFSET ${n})`
  const checked = (at: string, n: number) =>
    `UPDATE group_check SET checks = json_set(checks, '$.identity', json_array('${at}', NULL)) WHERE group_id = ${nth(n)}`
  for (const sql of [
    checked(later.toISOString(), 2),
    checked('2020-02-03T10:00:00.000Z', 3),
    `UPDATE local_group SET region = 'Corse' WHERE id = ${nth(4)}`,
    `DELETE FROM local_group WHERE id = ${nth(5)}`,
  ])
    await db.prepare(sql).run()
  expect(await wrongChecks()).toEqual([])
  await db.batch(gatherOldChecks(db, movement, now))
  expect(await wrongChecks(), 'a clock that is put back takes nothing apart').toEqual([])
  // What was written by hand
  await rebuildCounters(acting())
})

describe('a counter that is wrong', () => {
  test.each(Object.entries(counters))('is found and counted anew: %s', async (table, { key, counts }) => {
    const order = key.filter((name) => name !== 'section' && name !== 'quarter_day').join(', ')
    const whole = () => rows(`SELECT * FROM ${table} ORDER BY ${order}`)
    const before = await whole()
    expect(before.length).toBeGreaterThan(0)
    const made = (await events()).length
    await db.prepare(damages[table] ?? `UPDATE ${table} SET ${counts[0]} = ${counts[0]} + 1`).run()
    expect((await faults()).map((found) => found.table)).toContain(table)
    expect((await rebuildCounters(acting())).map((found) => found.table)).toContain(table)
    expect(await faults()).toEqual([])
    // A number with a fraction adds up in another order
    expect(JSON.stringify(await whole())).toBe(JSON.stringify(before))
    expect((await events()).slice(made)).toEqual([
      { actor: 'system', action: 'rebuild_counters', details: expect.stringMatching(/^\{"faults":\d+\}$/) },
    ])
  })

  test.each(Object.keys(counters).filter((table) => table !== 'group_check'))(
    'is whole again where rows of it were lost: %s',
    async (table) => {
      const before = await rows(`SELECT count(*) AS n FROM ${table}`)
      await db.prepare(`DELETE FROM ${table}`).run()
      expect((await faults()).map((found) => found.table)).toEqual([table])
      await rebuildCounters(acting())
      expect([await faults(), await rows(`SELECT count(*) AS n FROM ${table}`)]).toEqual([[], before])
    },
  )
})
