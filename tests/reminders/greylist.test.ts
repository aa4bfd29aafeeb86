import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { open, submit } from '#tests/support/browser.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const names = Array.from({ length: 40 }, (_, n) => `P${n}`)

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await world.setClock(start.toISOString())
  await makeGroups(world.db, Object.fromEntries(names.map((name) => [`Town of ${name}`, [name]])), start)
  await makeStep(world.db, '2026-12', 'invitation', start)
})

const deliveries = () => [...world.mailbox.messages.deliveries.values()]
const sent = async () => (await readOutbox(world.db)).filter(({ state }) => state === 'sent').length
const ticks = async (from: number, to: number, step: number) => {
  for (let minutes = from; minutes <= to; minutes += step) await world.tick(minutesOn(minutes))
}

describe.each([
  '451 4.7.1 Greylisted, please come back in five minutes',
  '450 4.7.1 Try again later',
  '450 4.2.0 Recipient address rejected: Greylisted',
])('a greylist that says “%s”', (answer) => {
  test('hears of each recipient at once, and of the same ones again: all have left within an hour, once each', async () => {
    for (const name of names) world.mailbox.faults.add({ at: 'rcpt', to: addressOf(name), does: { answer }, times: 1 })
    await world.tick(start)
    expect((await readStates(world.db)).every((line) => line.endsWith('pending (greylisted)'))).toBe(true)
    await ticks(1, 5, 1)
    expect(deliveries()).toEqual([])
    await ticks(6, 60, 3)
    expect(await sent()).toBe(40)
    expect(deliveries().every((times) => times === 1)).toBe(true)
  })

  test('for one recipient holds nobody else', async () => {
    world.mailbox.faults.add({ at: 'rcpt', to: addressOf('P0'), does: { answer } })
    await world.tick(start)
    expect(await sent()).toBe(39)
  })
})

describe('a server that lets nobody through for now', () => {
  const answer = '421 4.7.0 too many messages, slow down'

  test('keeps the round waiting, and no link that somebody asks for', async () => {
    world.mailbox.faults.add({ at: 'mail', does: { answer } })
    await world.tick(start)
    world.mailbox.faults.clear()
    await submit(await open(`${world.url}/new-link`), { email: addressOf('P7') })
    const before = await sent()
    await world.tick(new Date(start.getTime() + 1000))
    await vi.waitFor(async () => expect(await readStates(world.db)).toContain('P7: new_link sent'), 5000)
    expect(before).toBe(0)
  })

  test('is not left alone for longer because of a link that it refuses too', async () => {
    world.mailbox.faults.add({ at: 'mail', does: { answer } })
    await world.tick(start)
    const times = () => world.db.prepare('SELECT backoff_times FROM mail_control').first<number>('backoff_times')
    const before = await times()
    await submit(await open(`${world.url}/new-link`), { email: addressOf('P7') })
    await world.tick(new Date(start.getTime() + 1000))
    expect(await times()).toBe(before)
  })

  test('after 50 refusals has the last 38 of a round within two hours', async () => {
    await makeGroups(
      world.db,
      Object.fromEntries(Array.from({ length: 48 }, (_, n) => [`More ${n}`, [`Q${n}`]])),
      start,
    )
    await makeStep(world.db, '2027-01', 'invitation', start)
    world.mailbox.faults.add({ at: 'rcpt', does: { answer: '450 4.3.2 please come back' }, times: 50 })
    await ticks(0, 120, 4)
    const lines = (await readStates(world.db)).filter((line) => line.endsWith('sent'))
    expect(lines.length).toBeGreaterThanOrEqual(88)
  }, 60_000)
})
