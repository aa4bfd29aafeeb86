import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { fuzz, summaryOf } from './fuzz.ts'
import { fixed } from './movement.ts'
import { freshNetwork, hookSecret, type Network } from './network.ts'
import { type Route, routes, workersWithPages } from './routes.ts'
import { answersTo, waysThrough } from './ways-through.ts'

// `npm run fuzz -- --requests 100000 --seed 7` sets these
const { FUZZ_REQUESTS, FUZZ_SEED, FUZZ_BLOCK } = process.env
const requests = Number(FUZZ_REQUESTS ?? 1500)
const isLong = FUZZ_REQUESTS !== undefined

let world: World
beforeAll(async () => {
  const vars = { HOOK_SECRET: hookSecret, SUBMISSIONS_PER_HOUR: '1000000', TRUSTED_PROXIES: '1' }
  world = await startWorld({ vars, fixed })
})
afterAll(() => world.stop())

test('the fuzzer asks every worker that has pages', async () => {
  const folders = await readdir(join(root, 'workers'), { recursive: true })
  const workers = folders.filter((path) => /^[^/]+.index\.tsx$/.test(path)).map((path) => path.split(/[/\\]/)[0])
  expect(Object.keys(workersWithPages).toSorted()).toEqual(workers.toSorted())
})

test('the fuzzer knows what may stand in every route, and comes through to each page', async () => {
  const network = await freshNetwork(world)
  const unknown = routes.filter((route) => waysThrough(network, route).length === 0)
  expect(unknown).toEqual([])
  const suppressed = []
  // There once two groups have been merged, as a run may do
  const later = ['/desk/groups/:uid/merged/:other']
  for (const route of routes.filter(({ method, path }) => method === 'GET' && !later.includes(path)))
    if (!(await isReached(network, route))) suppressed.push(route.path)
  expect(suppressed).toEqual([])
})

async function isReached(network: Network, route: Route): Promise<boolean> {
  for await (const { status } of answersTo(world.url, network, route)) if (status === 200) return true
  return false
}

test('no request, however strange, is a fault of ours, tells how we are built, or writes where it may not', {
  timeout: Math.max(180_000, requests * 100),
}, async () => {
  const report = await fuzz(world, { requests, seed: Number(FUZZ_SEED ?? 1), block: Number(FUZZ_BLOCK ?? 0) })
  if (isLong || report.findings.length > 0) console.log(summaryOf(report))
  expect(report.findings.map(({ fault }) => fault)).toEqual([])
  // It came through to the pages, and was refused in every way
  const seen = [...report.statuses.keys()]
  expect(seen).toEqual(expect.arrayContaining([200, 303, 400, 401, 404, 405, 422]))
})
