import { expect, test } from 'vitest'
import { readStart } from '#shared/text/read-start.ts'

/** An answer that comes in parts, and says when nobody wants more; endless without `parts`. */
function streamed(part: Uint8Array<ArrayBuffer>, parts = Number.POSITIVE_INFINITY) {
  const seen = { sent: 0, cancelled: false }
  const body = new ReadableStream({
    pull: (controller) => (seen.sent++ < parts ? controller.enqueue(part) : controller.close()),
    cancel: () => {
      seen.cancelled = true
    },
  })
  return { answer: new Response(body), seen }
}
const bytes = (text: string) => new TextEncoder().encode(text)

test('of an answer that never ends the start is read, and the rest is not waited for', async () => {
  const { answer, seen } = streamed(bytes('x'.repeat(1000)))
  expect(await readStart(answer, 2500)).toBe('x'.repeat(2500))
  expect(seen.cancelled).toBe(true)
  expect(seen.sent).toBeLessThan(6)
})

test('a short answer is read whole, letters that are cut between two parts too', async () => {
  const [first, second] = [bytes('é').slice(0, 1), bytes('é').slice(1)]
  const parts = [first, second]
  const body = new ReadableStream({
    pull: (controller) => {
      const part = parts.shift()
      if (part) controller.enqueue(part)
      else controller.close()
    },
  })
  expect(await readStart(new Response(body), 100)).toBe('é')
  expect(await readStart(new Response(null), 100)).toBe('')
})
