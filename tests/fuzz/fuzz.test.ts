import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '#tests/support/world.ts'
import { fuzz, summaryOf } from './fuzz.ts'
import { hookSecret } from './network.ts'
import { routes } from './routes.ts'

// `npm run fuzz -- --requests 100000 --seed 7` sets these
const { FUZZ_REQUESTS, FUZZ_SEED, FUZZ_BLOCK } = process.env
const requests = Number(FUZZ_REQUESTS ?? 1500)
const isLong = FUZZ_REQUESTS !== undefined

let world: World
beforeAll(async () => {
  const vars = { HOOK_SECRET: hookSecret, PRESSES_PER_HOUR: '1000000', TRUSTED_PROXIES: '1' }
  world = await startWorld({ vars })
})
afterAll(() => world.stop())

test('the routes are those of the workers', () => {
  expect(routes).toContainEqual({ method: 'POST', path: '/u/:token/:group/:section' })
  expect(routes).toContainEqual({ method: 'GET', path: '/dashboard/groups.csv' })
})

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
