import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open } from '#tests/support/browser.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// How many links are asked for from one place.

const asksPerHour = 30

/** A movement whose server stands behind so many proxies, and ways to ask it for links. */
function placed(proxies: number) {
  let world: World
  let page: string
  beforeAll(async () => {
    world = await startWorld(proxies > 0 ? { vars: { TRUSTED_PROXIES: String(proxies) } } : {})
  })
  afterAll(() => world.stop())
  beforeEach(async () => {
    await world.clear()
    await makeGroups(world.db, { Pau: ['Noa', 'Eva'] }, world.now())
    const { fields } = await open(`${world.url}/new-link`)
    page = fields.find(([name]) => name === 'page')?.[1] ?? ''
  })
  const ask = async (email: string, forwarded: string | null, more: Record<string, string> = {}) => {
    const headers = { ...more, ...(forwarded === null ? {} : { 'x-forwarded-for': forwarded }) }
    const { status } = await open(`${world.url}/new-link`, {
      method: 'POST',
      body: new URLSearchParams({ email, page }),
      headers,
    })
    return status
  }
  const askOften = async (
    forwarded: (index: number) => string | null,
    more?: (index: number) => Record<string, string>,
  ) => {
    for (let index = 0; index < asksPerHour; index++)
      expect(await ask(`nobody${index}@example.org`, forwarded(index), more?.(index))).toBe(200)
  }
  return { ask, askOften, db: () => world.db, states: () => readStates(world.db) }
}

describe('behind a proxy that we know of, somebody who asks for links again and again', () => {
  const { ask, askOften, db, states } = placed(1)

  test('is asked to wait, whatever the addresses, and says nothing of who is known', async () => {
    // What stands before the proxy's own word is the asker's, and may be made up
    await askOften((index) => `198.51.100.${index}, 192.0.2.7`)
    expect(await ask('noa@example.org', '192.0.2.7')).toBe(429)
    expect(await ask('eva@example.org', '192.0.2.8')).toBe(200)
    expect(await states()).toEqual(['Eva: new_link pending'])
    const kept = await db().prepare('SELECT client FROM submission_count').all<{ client: string }>()
    expect(kept.results.map(({ client }) => client).join()).not.toContain('192.0.2')
  })

  test('is one place with all the addresses of an IPv6 network of 64 bits', async () => {
    await askOften((index) => `2001:db8:1:2:${index.toString(16)}::${index}`)
    expect(await ask('noa@example.org', '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff')).toBe(429)
    expect(await ask('noa@example.org', '[2001:db8:1:2::1]:4711')).toBe(429)
    expect(await ask('eva@example.org', '2001:db8:1:3::1')).toBe(200)
  })

  test('is one place by an IPv4 address, in whichever form it is written', async () => {
    await askOften(
      (index) =>
        ['192.0.2.9', '::ffff:192.0.2.9', '::FFFF:c000:209', '192.0.2.9:80', '[::ffff:192.0.2.9]:1'][index % 5] ?? '',
    )
    expect(await ask('noa@example.org', '0:0:0:0:0:ffff:192.0.2.9')).toBe(429)
    expect(await ask('eva@example.org', '::ffff:192.0.2.10')).toBe(200)
  })

  test('is where the connection comes from, when the proxy says no address', async () => {
    await askOften((index) => ['unknown', '', '_hidden', '999.1.1.1', null][index % 5] ?? null)
    expect(await ask('noa@example.org', 'x'.repeat(7000))).toBe(429)
  })
})

describe('without a proxy, somebody who asks for links again and again', () => {
  const { ask, askOften, states } = placed(0)

  test('is asked to wait, whatever they say of where they are', async () => {
    await askOften(
      (index) => `198.51.100.${index}`,
      (index) => ({
        'cf-connecting-ip': `203.0.113.${index}`,
        'x-real-ip': `203.0.113.${index}`,
        forwarded: `for=203.0.113.${index}`,
      }),
    )
    expect(await ask('noa@example.org', '192.0.2.1')).toBe(429)
    expect(await states()).toEqual([])
  })
})

describe('behind two proxies', () => {
  const { ask, askOften } = placed(2)

  test('the outer one says where somebody is', async () => {
    await askOften((index) => `198.51.100.${index}, 192.0.2.7, 10.0.0.${index}`)
    expect(await ask('noa@example.org', '192.0.2.7, 10.0.0.99')).toBe(429)
    expect(await ask('noa@example.org', '192.0.2.8, 10.0.0.1')).toBe(200)
  })
})
