import type { Socket } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
import { smtpStreamOver } from '#shared/mail/transports/smtp/stream.ts'

const never = new Promise<never>(() => undefined)

function socketOf(streams: Partial<Pick<Socket, 'readable' | 'writable'>>): Socket {
  const silent = { readable: new ReadableStream(), writable: new WritableStream(), opened: never, closed: never }
  return { ...silent, ...streams, close: () => Promise.resolve() } as unknown as Socket
}

/** A server that says these pieces, one after the other, and no more. */
function parsedRow(pieces: Iterable<string>): Socket {
  const encoder = new TextEncoder()
  const readable = new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece))
    },
  })
  return socketOf({ readable: readable as unknown as Socket['readable'] })
}

test('a server that reads no more is left, rather than waited for', async () => {
  const writable = new WritableStream({ write: () => never }, { highWaterMark: 0 }) as unknown as Socket['writable']
  const stream = smtpStreamOver(socketOf({ writable }), 20)
  await expect(stream.say('a long letter')).rejects.toThrow('took too long')
  expect(stream.isOpen()).toBe(false)
})

test('answers are heard line by line, however they come', async () => {
  const said = '220 hello\r\n250-mx.example.org\r\n250-SIZE 100\r\n250 PIPELINING\r\n250\r\n354 go ahead\n'
  for (const pieces of [[said], [...said], said.split(/(?<=\r)/)]) {
    const stream = smtpStreamOver(parsedRow(pieces), 1000)
    const replies = [await stream.hear(), await stream.hear(), await stream.hear(), await stream.hear()]
    expect(replies).toEqual([
      { code: 220, text: '220 hello' },
      { code: 250, text: '250-mx.example.org\r\n250-SIZE 100\r\n250 PIPELINING' },
      { code: 250, text: '250' },
      { code: 354, text: '354 go ahead' },
    ])
  }
})

test.each([
  ['one line', ['220 ', 'x'.repeat(1_000_000)]],
  ['letter by letter', ['220 ', ...'x'.repeat(20_000)]],
  ['line by line', Array.from({ length: 10_000 }, () => '220-x\r\n')],
])('an answer without an end is not heard out: %s', async (_, pieces) => {
  await expect(smtpStreamOver(parsedRow(pieces), 60_000).hear()).rejects.toThrow('has no end')
})

test('what is no answer is none', async () => {
  await expect(smtpStreamOver(parsedRow(['HTTP/1.1 400 Bad Request\r\n']), 1000).hear()).rejects.toThrow(
    'does not speak SMTP',
  )
})
