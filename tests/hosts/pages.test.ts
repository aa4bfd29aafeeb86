import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Background } from '#hosts/node/background.ts'
import { pagesOf, type Respond } from '#hosts/node/pages.ts'
import { createWorkers } from '#hosts/node/workers.ts'
import sample from '#sample/movement.config.ts'
import { startWorld, type World } from '#tests/support/world.ts'

describe('a page of the form on one machine', () => {
  let world: World
  let link: string
  let respond: Respond
  beforeAll(async () => {
    world = await startWorld({ towns: { Pau: ['Lou'] } })
    link = await world.linkOf('Lou')
    const connect = () => {
      throw new Error('no mail leaves')
    }
    const env = {
      DB: world.db,
      PUBLIC_URL: world.url,
      LINK_SECRET: await world.secret(),
      CLOCK: world.now().toISOString(),
    }
    const { context } = new Background(() => undefined)
    respond = pagesOf(createWorkers(sample, { connect }), () => env, context)
  })
  afterAll(() => world.stop())

  // Whatever a thread is asked for ends in another turn of the loop, and those who ask at once are then all half answered together
  test('is whole in the turn of the loop in which it is begun: ten that are asked for at once do not lie in memory together', async () => {
    const wholeAtOnce: boolean[] = []
    // A statement that takes long lets others go first: one of them does not
    for (let count = 0; count < 10; count++) {
      let isWhole = false
      const request = new Request(link, { headers: { 'accept-encoding': 'gzip' } })
      const response = respond(request, '127.0.0.1').then((answer) => {
        isWhole = true
        return answer
      })
      await turn()
      wholeAtOnce.push(isWhole)
      const { status, headers } = await response
      expect([status, headers.get('content-encoding')]).toEqual([200, 'gzip'])
    }
    expect(wholeAtOnce).toContain(true)
  })
})
