import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ServerFault } from '#scripts/mailbox/faults.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true })
})
afterAll(() => world.stop())

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const noa = addressOf('Noa')

/** Three people are to be written to, by a server with these faults. */
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'], Bayonne: ['Sam'], Nantes: ['Noa'] }, start)
  await makeStep(world.db, '2026-12', 'invitation', start)
})
const fail = (...faults: ServerFault[]) => world.mailbox.faults.add(...faults)
const deliveries = () =>
  ['Lou', 'Noa', 'Sam'].map((name) => world.mailbox.messages.deliveriesTo(addressOf(name))).join(' ')
const noaEntry = async () => (await readOutbox(world.db)).find(({ to }) => to === 'Noa') ?? expect.fail('no mail')
const suppressed = async () =>
  (await world.db.prepare('SELECT address, reason FROM suppression').all<{ address: string; reason: string }>()).results

describe('a server that refuses an address for good', () => {
  test('ends that mail with its words, shuts the address, and the others leave', async () => {
    fail({ at: 'rcpt', to: noa, does: { answer: `550 5.1.1 <${noa}> no such user` } })
    await world.tick(start)
    expect(await readStates(world.db)).toEqual([
      'Lou: invitation sent',
      'Noa: invitation failed (address_refused)',
      'Sam: invitation sent',
    ])
    expect((await noaEntry()).answer).toBe('550 5.1.1 <…> no such user')
    expect(await suppressed()).toEqual([{ address: noa, reason: 'hard_bounce' }])
    await world.tick(minutesOn(600))
    expect(deliveries()).toBe('1 0 1')
  })

  test('without saying that it does not exist shuts no address', async () => {
    fail({ at: 'rcpt', to: noa, does: { answer: '550 I do not like you' } })
    await world.tick(start)
    expect(await readStates(world.db)).toContain('Noa: invitation failed (server_refused)')
    expect(await suppressed()).toEqual([])
  })

  test('and everybody’s refuses us: nobody’s mail is spent on it, and it is left alone for longer and longer', async () => {
    fail({ at: 'rcpt', does: { answer: '550 relay access denied' } })
    const tries: number[] = []
    for (let minutes = 0; minutes < 60; minutes++) {
      const before = (await readOutbox(world.db)).reduce((sum, { attempts }) => sum + attempts, 0)
      await world.tick(minutesOn(minutes))
      if ((await readOutbox(world.db)).reduce((sum, { attempts }) => sum + attempts, 0) > before) tries.push(minutes)
    }
    expect((await readStates(world.db)).every((line) => line.endsWith('pending (everybody_refused)'))).toBe(true)
    expect(tries.length).toBeGreaterThan(2)
    expect(tries.length).toBeLessThan(9)
    world.mailbox.faults.clear()
    for (const minutes of [120, 180, 400]) await world.tick(minutesOn(minutes))
    expect(deliveries()).toBe('1 1 1')
    expect(await suppressed()).toEqual([])
  })

  test('for what the mail says ends the mail, not the address', async () => {
    fail({ at: 'kept', to: noa, does: { answer: '554 5.7.1 looks like spam' } })
    await world.tick(start)
    expect(await readStates(world.db)).toContain('Noa: invitation failed (message_refused)')
    expect(await suppressed()).toEqual([])
  })
})

describe('a server that asks to come back later', () => {
  test('is asked again after a while, not before, and the link is the same', async () => {
    fail({ at: 'rcpt', to: noa, does: { answer: '450 4.2.0 greylisted' }, times: 1 })
    await world.tick(start)
    const first = await noaEntry()
    expect(first).toMatchObject({ state: 'pending', reason: 'greylisted', answer: '450 4.2.0 greylisted', attempts: 1 })
    await world.tick(start)
    expect(deliveries()).toBe('1 0 1')
    const link = async () => (await world.db.prepare('SELECT hash FROM link ORDER BY mail_id').all()).results
    const links = await link()
    await world.tick(minutesOn(2))
    expect(deliveries()).toBe('1 0 1')
    await world.tick(minutesOn(11))
    expect(deliveries()).toBe('1 1 1')
    expect(await noaEntry()).toMatchObject({ state: 'sent', reason: null, attempts: 2 })
    expect(await link()).toEqual(links)
  })

  test('waits longer each time', async () => {
    fail({ at: 'rcpt', to: noa, does: { answer: '451 try later' } })
    const waits: number[] = []
    for (let now = start; waits.length < 4; ) {
      await world.tick(now)
      const next = new Date((await noaEntry()).dueAt)
      waits.push((next.getTime() - now.getTime()) / 60_000)
      now = next
    }
    const expected = [1, 2, 4, 8]
    expect(waits.every((wait, n) => Math.abs(wait / (expected[n] ?? 0) - 1) <= 0.25)).toBe(true)
  })

  test('with everybody stops the run, and nobody’s mail is lost', async () => {
    fail({ at: 'mail', does: { answer: '421 too many messages, slow down' } })
    await world.tick(start)
    expect((await readOutbox(world.db)).map(({ state }) => state)).toEqual(['pending', 'pending', 'pending'])
    world.mailbox.faults.clear()
    await world.tick(minutesOn(5))
    expect(deliveries()).toBe('1 1 1')
  })

  test('for good, because our day’s number of mails has been reached, keeps what is left for another day', async () => {
    const full = { answer: '550 5.4.5 Daily user sending limit exceeded' }
    fail({ at: 'kept', to: noa, does: full }, { at: 'rcpt', to: addressOf('Sam'), does: full })
    await world.tick(start)
    const left = (await readStates(world.db)).filter((line) => !line.endsWith('sent'))
    expect(left).toContainEqual(expect.stringContaining('pending (busy)'))
    expect(left.every((line) => line.includes('pending'))).toBe(true)
  })

  test('refuses our own address, which is nobody’s fault but ours: the mails wait', async () => {
    fail({ at: 'mail', does: { answer: '553 5.7.1 sender not allowed' } })
    await world.tick(start)
    const states = await readStates(world.db)
    expect(states.some((line) => line.endsWith('pending (sender_refused)'))).toBe(true)
    expect(states.every((line) => line.includes('pending'))).toBe(true)
  })
})

describe('a server that hangs up', () => {
  test.each(['connect', 'mail', 'rcpt', 'data'] as const)(
    'at %s is tried again, and everybody gets one mail',
    async (at) => {
      fail({ at, does: 'drop', times: 2 })
      await world.tick(start)
      const retried = (await readOutbox(world.db)).filter(({ state }) => state === 'pending')
      expect(retried.length).toBeGreaterThan(0)
      expect(retried.every(({ reason }) => reason === 'lost' || reason === 'connection_reset' || reason === null)).toBe(
        true,
      )
      await world.tick(minutesOn(5))
      await world.tick(minutesOn(10))
      expect(deliveries()).toBe('1 1 1')
      expect((await readStates(world.db)).every((line) => line.endsWith('sent'))).toBe(true)
    },
  )

  test('in mid-message never makes two mails: what may have arrived is unknown, and says so', async () => {
    fail({ at: 'body', does: 'drop', times: 1 })
    for (const minutes of [0, 5, 10, 600]) await world.tick(minutesOn(minutes))
    const states = await readStates(world.db)
    expect(states.filter((line) => line.endsWith('sent'))).toHaveLength(2)
    expect(states.filter((line) => line.endsWith('unknown (lost_after_sending)'))).toHaveLength(1)
    expect(Math.max(...deliveries().split(' ').map(Number))).toBe(1)
  })

  test('after the last byte leaves the mail unknown: it is shown, never sent again, and the next step comes', async () => {
    fail({ at: 'kept', to: noa, does: 'drop' })
    for (const minutes of [0, 5, 10, 600]) await world.tick(minutesOn(minutes))
    expect(await readStates(world.db)).toContain('Noa: invitation unknown (lost_after_sending)')
    expect(deliveries()).toBe('1 1 1')
    world.mailbox.faults.clear()
    const nextWeek = minutesOn(7 * 24 * 60)
    await makeStep(world.db, '2026-12', 'reminder', nextWeek)
    await world.tick(nextWeek)
    expect(await readStates(world.db)).toContain('Noa: reminder sent')
  })
})

describe('a server that is slow', () => {
  test('gets every mail once, also from two ticks at once', async () => {
    fail({ at: 'rcpt', does: { wait: 150 } }, { at: 'kept', does: { wait: 150 } })
    await Promise.all([world.tick(start), world.tick(start)])
    await world.tick(start)
    expect(deliveries()).toBe('1 1 1')
    expect((await readStates(world.db)).every((line) => line.endsWith('sent'))).toBe(true)
  })
})

/** Sixty more people are to be written to a minute later. */
async function openBigRound(): Promise<void> {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`Ville ${n}`, [`Personne ${n}`]]))
  await makeGroups(world.db, many, start)
  await makeStep(world.db, '2027-01', 'invitation', minutesOn(1))
}

test('refusals at the front of the queue do not keep the others from being written to', async () => {
  await openBigRound()
  for (let n = 0; n < 45; n++) fail({ at: 'rcpt', to: addressOf(`Personne ${n}`), does: { answer: '451 later' } })
  await world.tick(minutesOn(1))
  await world.tick(minutesOn(1))
  expect(world.mailbox.messages.deliveries.size).toBe(3 + 60 - 45)
})

test('a server that takes some mails and then refuses all the others keeps them for later, in whatever words', async () => {
  await openBigRound()
  for (let n = 10; n < 60; n++)
    fail({ at: 'rcpt', to: addressOf(`Personne ${n}`), does: { answer: '550 pas plus pour aujourd’hui' } })
  await world.tick(minutesOn(1))
  const states = async (state: string) => (await readOutbox(world.db)).filter((mail) => mail.state === state).length
  expect(await states('failed')).toBeLessThan(16)
  expect(await states('pending')).toBeGreaterThan(30)
  world.mailbox.faults.clear()
  for (const minutes of [10, 60, 300]) await world.tick(minutesOn(minutes))
  expect(await states('pending')).toBe(0)
  expect(world.mailbox.messages.deliveries.size).toBe(63 - (await states('failed')))
})

test('a server that breaks off after every message leaves a few mails in doubt, not the whole round', async () => {
  await openBigRound()
  fail({ at: 'body', does: 'drop' })
  const unknown = async () => (await readOutbox(world.db)).filter(({ state }) => state === 'unknown').length
  await world.tick(minutesOn(1))
  const first = await unknown()
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThanOrEqual(6)
  await world.tick(minutesOn(1))
  expect(await unknown()).toBe(first)
  await world.tick(minutesOn(10))
  expect(await unknown()).toBe(first + 1)
  world.mailbox.faults.clear()
  await world.tick(minutesOn(60))
  expect((await readOutbox(world.db)).filter(({ state }) => state === 'sent')).toHaveLength(63 - first - 1)
})
