import type { Letter } from '#shared/mail/letter.ts'
import type { Delivery, Mailer } from './mailer.ts'
import { isForEverybody } from './outcome.ts'

/** Opening a connection takes as long, and as much CPU, as a few letters on one that is open. */
const callsPerLine = 4

/** Hands letters over, as many at once as the mailer takes, and says what became of each, in their order. Begins none once `isOver`. */
export async function handOver(mailer: Mailer, letters: readonly Letter[], isOver: () => boolean): Promise<Delivery[]> {
  const deliveries: Delivery[] = letters.map(() => ({ result: 'untried' }))
  const calls = inCalls(letters, mailer.can.batch)
  const queue = calls.values()
  let isHopeless = false
  const work = async () => {
    for (const { from, part } of queue) {
      if (isHopeless || isOver()) return
      const results = await mailer.deliver(part)
      for (const [index, delivery] of results.entries()) deliveries[from + index] = delivery
      if (results.some(isForEverybody)) isHopeless = true
    }
  }
  const lines = Math.min(mailer.lines, Math.ceil(calls.length / callsPerLine))
  await Promise.all(Array.from({ length: lines }, work))
  return deliveries
}

function inCalls(letters: readonly Letter[], size: number) {
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, call) => ({
    from: call * size,
    part: letters.slice(call * size, (call + 1) * size),
  }))
}
