import { afterEach, describe, expect, test } from 'vitest'
import { open, submit } from '#tests/support/browser.ts'
import { addressOf } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { startWorld, type World, type WorldOptions } from '#tests/support/world.ts'

let world: World
afterEach(() => world.stop())

/** Eleven at night, with a round whose mail waits for the morning. */
const startNight = async (options: WorldOptions = {}) => {
  world = await startWorld({
    clock: '2026-12-01T23:00:00+01:00',
    towns: { Pau: ['Lou'] },
    round: '2026-12',
    sends: true,
    ...options,
  })
}

describe('at night', () => {
  test('a link that is asked for on the form leaves at once, without waiting for a tick, and the round’s mail stays', async () => {
    await startNight()
    await submit(await open(`${world.url}/new-link`), { email: addressOf('Lou') })
    await expect
      .poll(() => readStates(world.db), { timeout: 10_000 })
      .toEqual(['Lou: invitation pending', 'Lou: new_link sent'])
    const [message] = await world.mailbox.messages.list()
    const link = /http\S+\/u\/[\w-]{43}/.exec(message?.text ?? '')?.[0] ?? expect.fail('no link')
    expect((await open(link)).status).toBe(200)
    await world.tick()
    expect(await readStates(world.db)).toContain('Lou: invitation pending')
  })

  test('a rehearsal, which wakes nobody, sends the round’s mails too', async () => {
    await startNight({ sleepless: true })
    await world.tick()
    expect(await readStates(world.db)).toEqual(['Lou: invitation sent'])
  })
})
