import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertRevisions } from '#shared/db/revisions.ts'
import { open } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorldInWorkerd, type WorldInWorkerd } from '#tests/support/world.ts'

const pau = groupUid('Pau')
let world: WorldInWorkerd
beforeAll(async () => {
  world = await startWorldInWorkerd()
})
afterAll(() => world.stop())
beforeEach(() => world.clear())

/** Makes the group anew, with so many writes to its record, one in ten of which takes the one before back. */
async function makeHistory(writes: number): Promise<void> {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'] }, world.now())
  const revisions = Array.from({ length: writes }, (_, n) => ({
    group: pau,
    number: n + 2,
    author: 'referent' as const,
    person: personUid('Lou'),
    changes: [{ list: 'group' as const, row: pau, field: 'active_members', before: n, after: n + 1 }],
    ...(n % 10 === 9 ? { undoes: n + 1 } : {}),
  }))
  for (const revision of revisions) await insertRevisions(world.db, [revision], world.now()).run()
}

async function rowsRead(get: () => Promise<{ status: number }>): Promise<number> {
  const before = (await world.trips()).rowsRead
  expect((await get()).status).toBe(200)
  return (await world.trips()).rowsRead - before
}

test('a group’s pages cost the same with four hundred writes behind them as with forty', {
  timeout: 60_000,
}, async () => {
  const paths = [`/${pau}?done=saved&section=identity`, `/${pau}`, `/${pau}/history`, `/${pau}/identity`]
  const measured: number[][] = []
  for (const writes of [40, 400]) {
    await makeHistory(writes)
    const [link, session] = [await world.linkOf('Lou'), await signIn(world)]
    const rows: number[] = []
    for (const path of paths) rows.push(await rowsRead(() => open(link + path)))
    for (const path of [`/groups/${pau}`, `/groups/${pau}/history`])
      rows.push(await rowsRead(() => look(world, session, `/dashboard${path}`)))
    measured.push(rows)
  }
  const [few = [], many = []] = measured
  for (const [index, rows] of many.entries()) expect(rows).toBeLessThanOrEqual((few[index] ?? 0) + 40)
})
