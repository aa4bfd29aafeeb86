import type { Socket } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
import { wireOver } from '#shared/mail/transports/smtp/wire.ts'

test('a server that reads no more is left, rather than waited for', async () => {
  const never = new Promise<never>(() => undefined)
  const socket = {
    readable: new ReadableStream(),
    writable: new WritableStream({ write: () => never }, { highWaterMark: 0 }),
    opened: never,
    closed: never,
    close: () => Promise.resolve(),
  } as unknown as Socket
  const wire = wireOver(socket, 20)
  await expect(wire.say('a long letter')).rejects.toThrow('took too long')
  expect(wire.isOpen()).toBe(false)
})
