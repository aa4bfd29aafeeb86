import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { type Entry, readOutbox } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true, patience: 2 })
})
afterAll(() => world.stop())

const start = new Date('2026-12-01T10:00:00+01:00')
const noa = addressOf('Noa')

beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'], Bayonne: ['Sam'], Nantes: ['Noa'] }, start)
  await makeStep(world.db, '2026-12', 'invitation', start)
})

/** Ticks every hour until this holds: on a machine that is busy, other waits may outlast our patience too, and are tried again. */
async function tickUntil(holds: (noaMail: Entry, all: Entry[]) => boolean): Promise<void> {
  for (let hour = 0; hour < 7; hour++) {
    await world.tick(new Date(start.getTime() + hour * 3_600_000))
    const all = await readOutbox(world.db)
    if (all.some((mail) => mail.to === 'Noa' && holds(mail, all))) return
  }
  expect.fail(JSON.stringify(await readOutbox(world.db)))
}

describe('a server that is slow', () => {
  test('beyond our patience before the message is tried again', async () => {
    world.mailbox.faults.add({ at: 'rcpt', to: noa, does: { wait: 60_000 } })
    await tickUntil(({ state, reason }) => state === 'pending' && reason === 'lost')
    expect(world.mailbox.messages.deliveriesTo(noa)).toBe(0)
    world.mailbox.faults.clear()
    await tickUntil(({ state }) => state !== 'pending')
    expect(world.mailbox.messages.deliveriesTo(noa)).toBe(1)
  })

  test('beyond our patience after the message leaves it unknown, and it is not sent again', async () => {
    world.mailbox.faults.add({ at: 'kept', to: noa, does: { wait: 60_000 }, times: 1 })
    await tickUntil(({ reason }) => reason === 'lost_after_sending')
    await tickUntil((mail, all) => mail.state === 'unknown' && all.every(({ state }) => state !== 'pending'))
    expect(world.mailbox.messages.deliveriesTo(noa)).toBe(1)
  })
})
