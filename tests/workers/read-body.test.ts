import { expect, test } from 'vitest'
import { readBody } from '#workers/read-body.ts'

/** A body that comes in parts and does not say how long it is; endless without `parts`. */
function streamed(parts = Number.POSITIVE_INFINITY): Request {
  let sent = 0
  const body = new ReadableStream({
    pull: (controller) => (sent++ < parts ? controller.enqueue(new Uint8Array(100_000)) : controller.close()),
  })
  return new Request('http://localhost', { method: 'POST', body, duplex: 'half' } as RequestInit)
}

test('a body of any framing is read up to its limit, and one that never ends is left', {
  timeout: 20_000,
}, async () => {
  expect((await readBody(streamed(10), 1_000_000))?.byteLength).toBe(1_000_000)
  expect(await readBody(streamed(11), 1_000_000)).toBe(null)
  expect(await readBody(streamed(), 1_000_000)).toBe(null)
  expect((await readBody(new Request('http://localhost', { method: 'POST' }), 10))?.byteLength).toBe(0)
})
