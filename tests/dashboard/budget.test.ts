import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOfPage, coordinators, pages, rowsAllowed } from '#bench/day.ts'
import { fillHugely } from '#bench/huge-network.ts'
import { deleteEmptyChecks } from '#shared/db/group-checks.ts'
import { insertCheck } from '#tests/support/checks.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { startWorldInWorkerd, type WorldInWorkerd } from '#tests/support/world.ts'

let world: WorldInWorkerd
let session: string
beforeAll(async () => {
  world = await startWorldInWorkerd({ clock: '2026-12-09T10:00:00+01:00' })
  await fillHugely(world.db, 115, 24, world.now())
  session = await signIn(world)
})
afterAll(() => world.stop())

test('a day of ten coordinators reads less than a tenth of what the free plan allows, for 115 groups with two years of rounds', async () => {
  let aDay = 0
  for (const [name, { path, aDay: times }] of Object.entries(pages)) {
    const before = await world.trips()
    const { status } = await look(world, session, addressOfPage(path).replace('{uid}', 'group-000050'))
    const after = await world.trips()
    expect(status, name).toBe(200)
    expect(after.trips - before.trips, name).toBeLessThanOrEqual(2)
    expect(after.statements - before.statements, name).toBeLessThanOrEqual(15)
    expect(after.rowsWritten - before.rowsWritten, name).toBe(0)
    aDay += (after.rowsRead - before.rowsRead) * times
  }
  expect(aDay * coordinators).toBeLessThan(rowsAllowed / 10)
})

test('what the counters no longer count is not read any more', async () => {
  const { db } = world
  const empty = () =>
    db
      .prepare(
        "SELECT (SELECT count(*) FROM check_rollup WHERE groups = '{}') + (SELECT count(*) FROM group_rollup WHERE groups = 0) AS empty",
      )
      .first('empty')
  const { results } = await db.prepare('SELECT uid FROM local_group').all<{ uid: string }>()
  const groups = results.map(({ uid }) => uid)
  await db.prepare(`UPDATE local_group SET region = 'Corse', department = '2B', state = 'asleep'`).run()
  await insertCheck(db, { groups, section: 'identity', at: '2026-12-09T09:00:00.000Z' }).run()
  await deleteEmptyChecks(db).run()
  expect(await empty()).toBe(0)
  await db.prepare('DELETE FROM local_group').run()
  expect(await db.prepare('SELECT count(*) AS places FROM group_rollup').first('places')).toBe(0)
})
