import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { look, signIn } from '#tests/support/dashboard.ts'
import { groupUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, round: '2026-12' })
  session = await signIn(world)
})
afterAll(() => world.stop())

const paths = [
  '',
  '/',
  '/nothing',
  '/groups?text=pau&answered=no&checked=late&silent=1&sort=members',
  `/groups/${groupUid('Pau')}`,
  `/groups/${groupUid('Pau')}/history?before=3`,
  '/changes?section=identity&from=2026-01-01',
  '/mails?state=pending',
  `/feed/${'x'.repeat(43)}`,
  '/groups.csv?format=excel',
  '/groups.xlsx?column=department',
  '/groups.json',
  '/groups.schema.json',
  '/network?region=Corse&from=2026-01',
  '/network/rate.csv?region=Corse',
  '/today/answers.svg',
  '/map?by=answers&region=Corse',
  '/map/map.svg?by=answers&region=Corse',
  '/questions',
  '/questions.csv?round=2026-12',
  '/questions/counts.svg?round=2026-12',
  `/groups/${groupUid('Pau')}/answers.svg`,
]
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Every row of every table. */
async function everything(): Promise<unknown> {
  const { results } = await world.db
    .prepare(
      `SELECT name
       FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '_cf_*'`,
    )
    .all<{ name: string }>()
  return world.db
    .batch(results.map(({ name }) => world.db.prepare(`SELECT * FROM ${name}`)))
    .then((tables) => tables.map((table, index) => [results[index]?.name, table.results]))
}

test('no page of the dashboard writes anything, however it is asked', async () => {
  const before = await everything()
  for (const path of paths) {
    for (const method of methods) {
      const body = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? null : new URLSearchParams({ uid: groupUid('Pau') })
      const { status } = await look(world, session, `/dashboard${path}`, { method, body, redirect: 'manual' })
      expect(status, `${method} ${path}`).toBeLessThan(500)
    }
  }
  expect(await everything()).toEqual(before)
})

test.each(paths)('/dashboard%s goes to the database twice at most', async (path) => {
  const before = await world.trips()
  await look(world, session, `/dashboard${path}`)
  expect((await world.trips()).trips - before.trips).toBeLessThanOrEqual(2)
})

test('no route is left out of these looks', async () => {
  const code = await readFile('workers/dashboard/index.tsx', 'utf8')
  const routes = [...code.matchAll(/app\.(?:get|post)\('([^']+)'/g)].map(([, route = '']) => route)
  const asked = paths.map((path) => path.split('?')[0] || '/')
  const missing = routes.filter((route) => {
    const pattern = new RegExp(`^${route.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`)
    return !asked.some((path) => pattern.test(path))
  })
  expect(routes.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})

test('what is not for looking is refused', async () => {
  expect((await look(world, session, '/dashboard', { method: 'POST' })).status).toBe(405)
})
