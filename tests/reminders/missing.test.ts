import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeReports } from '#shared/db/reports.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true })
})
afterAll(() => world.stop())
beforeEach(() => world.clear())

const start = new Date('2026-12-01T09:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const missing = { answer: '550 5.1.1 no such user' }

/** A network of so many people, the nth at `addresses(n)`, who are all to be written to. */
async function openRound(howMany: number, address: (n: number) => string = (n) => addressOf(`P ${n}`)): Promise<void> {
  const towns = Object.fromEntries(
    Array.from({ length: Math.ceil(howMany / 2) }, (_, n) => [
      `Ville ${n}`,
      [2 * n, 2 * n + 1].filter((p) => p < howMany).map((p) => `P ${p}`),
    ]),
  )
  await makeGroups(world.db, towns, start)
  await world.db.batch(
    Array.from({ length: howMany }, (_, n) =>
      world.db.prepare('UPDATE person SET email = ?2 WHERE name = ?1').bind(`P ${n}`, address(n)),
    ),
  )
  await makeStep(world.db, '2026-12', 'invitation', start)
}

const suppressed = async () =>
  (await world.db.prepare('SELECT address FROM suppression ORDER BY address').all<{ address: string }>()).results.map(
    ({ address }) => address,
  )
const mails = async (kind: string, state?: string) =>
  (await readOutbox(world.db)).filter((mail) => mail.kind === kind && (!state || mail.state === state))
const deliveries = () => [...world.mailbox.messages.deliveries.values()]
const total = () => deliveries().reduce((sum, count) => sum + count, 0)

/** Does so in a world of its own, where the sender has these variables. */
async function withVariables(vars: Readonly<Record<string, string>>, activity: () => Promise<void>): Promise<void> {
  const before = world
  world = await startWorld({ sends: true, vars })
  try {
    await activity()
  } finally {
    await world.stop()
    world = before
  }
}

/** Ticks every so often, for so long. */
async function tickFor(minutes: number, { from = 0, every = 10 } = {}): Promise<void> {
  for (let minute = from; minute <= from + minutes; minute += every) await world.tick(minutesOn(minute))
}

describe('a server that says of everybody that the address is missing', () => {
  test('for an hour shuts nobody, tells no group, says so to the team, and then everybody gets one mail', async () => {
    await openRound(120, (n) => `p.${n}@d${n % 7}.example.org`)
    world.mailbox.faults.add({ at: 'rcpt', does: missing })
    for (let minute = 0; minute < 60; minute += 3) {
      await world.tick(minutesOn(minute))
      expect(await suppressed()).toEqual([])
    }
    // It is asked from time to time, not about everybody
    expect((await mails('invitation')).filter(({ attempts }) => attempts > 0).length).toBeLessThan(20)
    await world.setClock(minutesOn(60).toISOString())
    const page = textOf(await look(world, await signIn(world), '/dashboard'))
    expect(page).toMatch(/dit de trop d’adresses à la fois qu’elles n’existent pas .* mails sont réessayés/)
    world.mailbox.faults.clear()
    await tickFor(480, { from: 61 })
    expect((await mails('invitation', 'sent')).length).toBe(120)
    expect(deliveries().filter((count) => count !== 1)).toEqual([])
    expect([await suppressed(), await mails('wrong_address')]).toEqual([[], []])
    await world.setClock(start.toISOString())
  }, 60_000)

  test('on the free plan, where a run is four mails, shuts nobody either', async () => {
    const vars = { MAILS_AT_ONCE: '4', MAILS_PER_RUN: '4', STATEMENTS_PER_RUN: '50' }
    await withVariables(vars, async () => {
      await openRound(40)
      world.mailbox.faults.add({ at: 'rcpt', does: missing })
      for (let minute = 0; minute < 60; minute += 4) await world.tick(minutesOn(minute))
      expect([await suppressed(), await mails('wrong_address')]).toEqual([[], []])
      world.mailbox.faults.clear()
      for (let minute = 60; minute < 600; minute += 10) await world.tick(minutesOn(minute))
      expect((await mails('invitation', 'sent')).length).toBe(40)
    })
  }, 60_000)

  test('one a run opens again the two that it shut before it was found out', async () => {
    const vars = { MAILS_AT_ONCE: '1', MAILS_PER_RUN: '1' }
    await withVariables(vars, async () => {
      await openRound(12)
      world.mailbox.faults.add({ at: 'rcpt', does: missing })
      for (const minute of [0, 1]) await world.tick(minutesOn(minute))
      expect(await suppressed()).toHaveLength(2)
      for (let minute = 2; minute < 90; minute += 5) await world.tick(minutesOn(minute))
      expect(await suppressed()).toEqual([])
      world.mailbox.faults.clear()
      for (let minute = 90; minute < 600; minute += 5) await world.tick(minutesOn(minute))
      expect((await mails('invitation', 'sent')).length).toBe(12)
      expect((await mails('wrong_address', 'sent')).length).toBe(0)
    })
  }, 60_000)

  test('after it has taken half a round shuts nobody', async () => {
    await openRound(90)
    for (let n = 45; n < 90; n++) world.mailbox.faults.add({ at: 'rcpt', to: addressOf(`P ${n}`), does: missing })
    await tickFor(60)
    expect(await suppressed()).toEqual([])
    world.mailbox.faults.clear()
    await tickFor(480, { from: 61 })
    expect((await mails('invitation', 'sent')).length).toBe(90)
    expect(deliveries().filter((count) => count !== 1)).toEqual([])
  }, 60_000)

  test('for days shuts nobody, and the mails end by saying so', async () => {
    await openRound(8)
    world.mailbox.faults.add({ at: 'rcpt', does: missing })
    for (let hour = 0; hour < 24 * 7; hour++) await world.tick(minutesOn(60 * hour))
    expect(await suppressed()).toEqual([])
    expect(new Set((await readOutbox(world.db)).map(({ reason }) => reason))).toEqual(new Set(['gave_up']))
  }, 60_000)
})

test('a domain whose server says it of everybody is doubted alone, and the others are believed', async () => {
  await openRound(80, (n) => (n % 4 === 0 ? `p.${n}@example.net` : `p.${n}@example.com`))
  for (let n = 0; n < 80; n += 4) world.mailbox.faults.add({ at: 'rcpt', to: `p.${n}@example.net`, does: missing })
  world.mailbox.faults.add({ at: 'rcpt', to: 'p.41@example.com', does: missing })
  await tickFor(30)
  expect(await suppressed()).toEqual(['p.41@example.com'])
  expect((await mails('invitation', 'sent')).length).toBe(59)
  world.mailbox.faults.clear()
  await tickFor(480, { from: 31 })
  expect((await mails('invitation', 'sent')).length).toBe(79)
  expect(deliveries().filter((count) => count !== 1 && count !== 2)).toEqual([])
}, 60_000)

test('of three addresses the two that are missing are shut at once', async () => {
  await openRound(3)
  for (const name of ['P 0', 'P 1']) world.mailbox.faults.add({ at: 'rcpt', to: addressOf(name), does: missing })
  await world.tick(start)
  expect(await suppressed()).toEqual([addressOf('P 0'), addressOf('P 1')])
  expect(await readStates(world.db)).toContain('P 2: invitation sent')
})

test('an old list of which a third is missing has that third shut within two days, and nobody else', async () => {
  await openRound(90)
  const gone = Array.from({ length: 90 }, (_, n) => n).filter((n) => (n * 7) % 3 === 0)
  for (const n of gone) world.mailbox.faults.add({ at: 'rcpt', to: addressOf(`P ${n}`), does: missing })
  for (let hour = 0; hour < 60; hour++) await world.tick(minutesOn(60 * hour))
  expect((await suppressed()).length).toBe(gone.length)
  expect(deliveries().filter((count) => count === 0)).toEqual([])
  expect((await mails('invitation', 'sent')).length).toBe(90 - gone.length)
}, 60_000)

test('whoever is truly missing is shut the day after a bad hour', async () => {
  await openRound(30)
  world.mailbox.faults.add({ at: 'rcpt', does: missing })
  await tickFor(30)
  world.mailbox.faults.clear()
  world.mailbox.faults.add({ at: 'rcpt', to: addressOf('P 3'), does: missing })
  await tickFor(300, { from: 31 })
  expect((await mails('invitation', 'sent')).length).toBe(29)
  expect(await suppressed()).toEqual([])
  for (let hour = 6; hour < 48; hour++) await world.tick(minutesOn(60 * hour))
  expect(await suppressed()).toEqual([addressOf('P 3')])
}, 60_000)

describe('mails that come back', () => {
  const uids = async () =>
    (
      await world.db
        .prepare(
          `SELECT mail.uid, person.email AS address FROM mail JOIN person ON person.id = mail.person_id ORDER BY person.id`,
        )
        .all<{ uid: string; address: string }>()
    ).results
  const report = ({ uid, address }: { uid: string; address: string }) =>
    ({ kind: 'hard_bounce', cause: 'missing', uid, address, words: '550 5.1.1 no such user' }) as const

  test.each([
    ['at once', 60],
    ['one by one', 1],
  ])(
    'of a whole round, %s, shut nobody: they are sent again',
    async (_, together) => {
      await openRound(60, (n) => `p.${n}@d${n % 5}.example.org`)
      await world.tick(start)
      expect(total()).toBe(60)
      const reports = (await uids()).map(report)
      for (let from = 0; from < 60; from += together)
        await takeReports(world.db, reports.slice(from, from + together), { trusted: false }, minutesOn(30))
      expect([await suppressed(), await mails('wrong_address', 'sent')]).toEqual([[], []])
      expect((await mails('invitation', 'pending')).length).toBe(60)
      // Read once more, they change nothing
      await takeReports(world.db, reports, { trusted: false }, minutesOn(31))
      expect(await suppressed()).toEqual([])
      await tickFor(300, { from: 60 })
      expect(total()).toBe(120)
      expect((await mails('invitation', 'sent')).length).toBe(60)
    },
    60_000,
  )

  test('by a provider that names no mail, of everybody, shut nobody', async () => {
    await openRound(24)
    await world.tick(start)
    for (const { address } of await uids()) {
      const said = {
        kind: 'hard_bounce',
        cause: 'missing',
        uid: null,
        address,
        words: '550 5.1.1 no such user',
      } as const
      await takeReports(world.db, [said], { trusted: true }, minutesOn(30))
    }
    expect(await suppressed()).toEqual([])
    await world.setClock(minutesOn(60).toISOString())
    const page = textOf(await look(world, await signIn(world), '/dashboard'))
    expect(page).toContain('trop d’adresses à la fois')
    await world.setClock(start.toISOString())
  })

  test('of one in ten shut these', async () => {
    await openRound(60, (n) => `p.${n}@d${n % 5}.example.org`)
    await world.tick(start)
    const reports = (await uids()).filter((_, n) => n % 10 === 3).map(report)
    await takeReports(world.db, reports, { trusted: false }, minutesOn(30))
    expect(await suppressed()).toHaveLength(6)
    expect((await mails('invitation', 'failed')).length).toBe(6)
  })

  test('again and again are sent again a few times in a day, and no more', async () => {
    await openRound(20)
    for (let hour = 0; hour < 48; hour++) {
      await world.tick(minutesOn(60 * hour))
      const sent = (await mails('invitation', 'sent')).length
      if (sent > 0)
        await takeReports(world.db, (await uids()).map(report), { trusted: false }, minutesOn(60 * hour + 20))
    }
    expect(await suppressed()).toEqual([])
    expect(total()).toBeLessThanOrEqual(20 * 6)
    expect((await mails('invitation', 'failed')).length).toBe(20)
  }, 60_000)
})
