import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSample } from '#scripts/demo/fill.ts'
import { root } from '#scripts/local/paths.ts'
import type { Work } from '#scripts/local/relance.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// What Cloudflare's free plan gives: a day's quotas, and one invocation's
const daily = { rowsRead: 5_000_000, rowsWritten: 100_000, invocations: 100_000 }
const statementsOfOne = 50
const ticksOfADay = 24 * 60

/** The sender's budget as it is deployed. */
const toml = readFileSync(join(root, 'wrangler.toml'), 'utf8')
const setting = (name: string) => new RegExp(`^${name} = "(\\d+)"`, 'm').exec(toml)?.[1] ?? expect.fail(name)
const vars = { MAILS_AT_ONCE: setting('MAILS_AT_ONCE'), MAILS_PER_RUN: setting('MAILS_PER_RUN') }
const perRun = Number(vars.MAILS_PER_RUN)

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true, clock: '2026-11-30T10:00:00+01:00', vars })
  await importSample(world.db, world.now())
  await addPeople(world)
  await world.tick(world.now())
})
afterAll(() => world.stop())

/** 115 groups and 230 people: those without a referent get some. */
async function addPeople({ db }: World): Promise<void> {
  await db.batch([
    db.prepare(`UPDATE local_group SET state = 'active'`),
    db.prepare(
      `WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 230 - (SELECT count(*) FROM person))
       INSERT INTO person (uid, email, name, created_at)
       SELECT printf('one-more-%d', i), printf('more.%d@example.org', i), printf('Personne %d', i), '2026-01-01' FROM number`,
    ),
    db.prepare(
      `INSERT INTO referent (group_id, person_id, since_at)
       SELECT (SELECT id FROM local_group WHERE id > person.id % 115 ORDER BY id LIMIT 1), person.id, '2026-01-01'
       FROM person
       WHERE person.id NOT IN (SELECT person_id FROM referent)`,
    ),
  ])
}

type Tick = Omit<Work, 'trips'> & { mails: number }

async function tick(at: Date): Promise<Tick> {
  const before = await world.trips()
  const mailsBefore = world.mailbox.letters.deliveries.size === 0 ? 0 : total()
  await world.tick(at)
  const after = await world.trips()
  return {
    statements: after.statements - before.statements,
    rowsRead: after.rowsRead - before.rowsRead,
    rowsWritten: after.rowsWritten - before.rowsWritten,
    mails: total() - mailsBefore,
  }
}
const total = () => [...world.mailbox.letters.deliveries.values()].reduce((sum, count) => sum + count, 0)
const sum = (ticks: readonly Tick[], of: keyof Tick) => ticks.reduce((all, each) => all + each[of], 0)

/** A day's ticks from nine o'clock, minute by minute, until one has nothing to do. */
async function morning(day: string): Promise<Tick[]> {
  const nine = new Date(`${day}T09:00:00+01:00`).getTime()
  const ticks: Tick[] = []
  do ticks.push(await tick(new Date(nine + ticks.length * 60_000)))
  while ((ticks.at(-1)?.mails ?? 0) > 0 || ticks.length < 2)
  return ticks
}

/** Every other group that has not answered does. */
async function answers(at: string): Promise<void> {
  await world.db
    .prepare(
      `INSERT INTO answer (round_key, group_id, person_id, kind, first_at, last_at)
       SELECT '2026-12', group_id, person_id, 'confirmed', ?1, ?1
       FROM referent
       WHERE group_id % 2 = 0
       GROUP BY group_id
       HAVING group_id NOT IN (SELECT group_id FROM answer)`,
    )
    .bind(at)
    .run()
}

test('a month of 115 groups and 230 people takes a tenth of the free plan’s day at most, and each run what a run may', async () => {
  const idle = await tick(new Date('2026-11-30T10:01:00+01:00'))
  expect(idle.statements).toBe(1)
  expect(idle.rowsWritten).toBe(0)
  const days = []
  for (const day of ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']) {
    const ticks = await morning(day)
    days.push(ticks)
    await answers(`${day}T12:00:00.000Z`)
    expect(ticks.every(({ statements }) => statements <= statementsOfOne)).toBe(true)
    expect(ticks.every(({ mails }) => mails <= perRun)).toBe(true)
    expect(sum(ticks, 'rowsWritten')).toBeLessThanOrEqual(daily.rowsWritten / 10)
    const read = sum(ticks, 'rowsRead') + (ticksOfADay - ticks.length) * idle.rowsRead
    expect(read).toBeLessThanOrEqual(daily.rowsRead / 10)
  }
  expect(ticksOfADay).toBeLessThanOrEqual(daily.invocations / 10)
  const [invitation = [], reminder = []] = days
  expect(sum(invitation, 'mails')).toBe(230)
  expect(sum(reminder, 'mails')).toBeGreaterThan(50)
  expect((await readOutbox(world.db)).every(({ state }) => state !== 'pending' && state !== 'failed')).toBe(true)
  // Statements are those of chunks, not of mails: every full run has as many
  const full = [...invitation.slice(1), ...reminder.slice(1)].filter(({ mails }) => mails === perRun)
  expect(full.length).toBeGreaterThan(10)
  expect(new Set(full.map(({ statements }) => statements)).size).toBe(1)
  console.log(
    `free plan, the fullest day: ${sum(invitation, 'rowsWritten')} rows written, ${sum(invitation, 'rowsRead')} read, ${full[0]?.statements} statements for ${perRun} mails, ${idle.rowsRead} rows read by an idle tick`,
  )
})
