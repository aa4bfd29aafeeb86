import { afterAll, beforeAll, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { pauseMails } from '#shared/actions/control-mails.ts'
import { findDueMails } from '#shared/db/health.ts'
import { movementOf } from '#shared/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ towns: { Pau: ['Lou'] } })
})
afterAll(() => world.stop())

/** What a monitor gets. */
async function health() {
  const response = await fetch(`${world.url}/health`)
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
}

test('a monitor reads that the database answers, the cron runs, no mail is late and the disk has room', async () => {
  await world.tick()
  expect(await health()).toEqual({
    status: 'ok',
    database: { ok: true },
    mails: { oldestDue: null, paused: false, ok: true },
    cron: { last: world.now().toISOString(), ok: true },
    disk: { freeBytes: expect.any(Number), ok: true },
    machine: { troubles: [], ok: true },
  })
  const { headers } = await fetch(`${world.url}/health`, { method: 'HEAD' })
  expect(headers.get('cache-control')).toContain('no-store')
})

test('and that the cron has stopped, or a mail is late that is not held back', async () => {
  await world.setClock('2026-12-01T11:00:00+01:00')
  const stopped = await fetch(`${world.url}/health`)
  expect(stopped.headers.get('retry-after')).toBe('60')
  expect([stopped.status, await stopped.json()]).toEqual([
    503,
    expect.objectContaining({ status: 'trouble', cron: { last: '2026-12-01T09:00:00.000Z', ok: false } }),
  ])
  await world.tick()
  expect((await fetch(`${world.url}/health`)).status).toBe(200)
  await world.db
    .prepare(
      `INSERT INTO mail (uid, kind, stream, address, state, due_at, created_at)
       VALUES ('a', 'sign_in', 'transactional', 'camille@example.org', 'pending', '2026-12-01T08:00:00.000Z', '2026-12-01T08:00:00.000Z')`,
    )
    .run()
  const late = await fetch(`${world.url}/health`)
  const text = await late.text()
  expect([late.status, JSON.parse(text).mails]).toEqual([
    503,
    { oldestDue: '2026-12-01T08:00:00.000Z', paused: false, ok: false },
  ])
  expect(text).not.toMatch(/@|Pau|Lou|Archipel/)
  const acting = { db: world.db, movement: movementOf(sample), actor: { kind: 'system' } as const, now: world.now() }
  await pauseMails(acting, null)
  expect((await fetch(`${world.url}/health`)).status).toBe(200)
})

test('asks for one mail of each queue, however many wait: anybody may ask how Relance is', async () => {
  const plans: string[] = []
  const prepare = (sql: string) => {
    plans.push(sql)
    return world.db.prepare(sql)
  }
  await findDueMails({ prepare }, world.now())
  const { results } = await world.db
    .prepare(`EXPLAIN QUERY PLAN ${plans[0]}`)
    .bind('2026-12-01')
    .all<{ detail: string }>()
  const looks = results.map(({ detail }) => detail).filter((step) => step.includes(' mail '))
  expect(looks).toEqual(looks.map(() => 'SEARCH mail USING COVERING INDEX mail_due (stream=? AND due_at<?)'))
  expect(looks).toHaveLength(2)
})
