import type { lookup } from 'node:dns'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callOut } from '#hosts/node/call.ts'
import { type Receiver, startReceiver } from '#tests/support/receiver.ts'
import { callByFetch } from '#workers/feeds/webhooks/call-by-fetch.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.stop())
beforeEach(() => {
  receiver.calls.length = 0
  receiver.answer(() => 204)
})

const call = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{"été":1}' })
const port = () => new URL(receiver.url).port
/** A name that leads where it is told, as a hostile server of names would have it. */
const leadingTo = (...addresses: string[]) =>
  ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup

describe('a call of another program', () => {
  test('carries its body whole, and gives the status', async () => {
    expect(await callOut(call(receiver.url), true)).toEqual({ status: 204, retryAfter: null })
    expect(receiver.calls).toMatchObject([{ body: '{"été":1}' }])
  })

  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'n8n',
    'nas.local',
  ])('does not reach %s unless it may', async (host) => {
    for (const scheme of ['http', 'https'])
      for (const way of [callOut, callByFetch])
        expect(await way(call(`${scheme}://${host}:${port()}/`), false)).toEqual({ trouble: 'private' })
    expect(receiver.calls).toEqual([])
  })

  test.each([
    [['127.0.0.1']],
    [['93.184.215.14', '127.0.0.1']],
    [['::1']],
    [['169.254.169.254']],
    [['fd00::1']],
    [['::ffff:10.0.0.1']],
  ])('does not reach a public name that leads to %j', async (addresses) => {
    const lookup = leadingTo(...addresses)
    expect(await callOut(call(`https://hook.example.org:${port()}/`), false, lookup)).toEqual({ trouble: 'private' })
    expect(receiver.calls).toEqual([])
  })

  test('does not go where an answer leads, and says nothing of it but its status', async () => {
    receiver.answer(({ path }) => (path === '/' ? { status: 302, headers: { location: '/elsewhere' } } : 200))
    for (const way of [callOut, callByFetch]) expect(await way(call(receiver.url), true)).toMatchObject({ status: 302 })
    expect(receiver.calls.map(({ path }) => path)).toEqual(['/', '/'])
  })

  test('that nobody takes is said to be unreachable', async () => {
    receiver.answer(() => 'hang up')
    for (const way of [callOut, callByFetch])
      expect(await way(call(receiver.url), true)).toEqual({ trouble: 'unreachable' })
  })

  test('without https reaches nobody on the internet', async () => {
    for (const way of [callOut, callByFetch])
      expect(await way(call('http://hook.example.org/'), true)).toEqual({ trouble: 'not_https' })
  })
})
