import type { MailMessage } from '#shared/mail/message.ts'
import { type Delivery, isForEverybody, type Mailer, type MayLeave } from '#shared/mail/transports/mailer.ts'
import { countHeard, losesAll, missesAll, type Run } from './suspicion.ts'

/** Opening a connection takes as long, and as much CPU, as a few messages on one that is open. */
const callsPerLine = 4

/** What bounds a hand-over. `isSuspected`: the server let nobody through the last time, so that messages go one by one. */
type Bounds = {
  run: Run
  isSuspected: boolean
  isOver: () => boolean
  mayLeave: MayLeave
  /** Told what became of a message, by its place, as soon as it is known. */
  heard: (message: number, delivery: Delivery) => void
}

/**
 * Hands messages over, as many at once as the mailer takes, says what became of each, in their order, and counts it in `run`. Begins none
 * once `isOver`, nor when the next would fare no better.
 */
export async function sendBatch(mailer: Mailer, messages: readonly MailMessage[], bounds: Bounds): Promise<Delivery[]> {
  const { run, isSuspected, isOver, mayLeave, heard } = bounds
  const deliveries: Delivery[] = messages.map(() => ({ result: 'untried' }))
  const calls = inCalls(messages, mailer.can.batch)
  const queue = calls.values()
  let isHopeless = false
  const work = async () => {
    for (const { from, part } of queue) {
      if (isHopeless || isOver()) return
      const results = await mailer.deliver(part, mayLeave)
      for (const [index, delivery] of results.entries()) {
        deliveries[from + index] = delivery
        heard(from + index, delivery)
      }
      countHeard(results, run)
      if (results.some(isForEverybody) || losesAll(run, isSuspected) || missesAll(run, isSuspected)) isHopeless = true
    }
  }
  const lines = isSuspected ? 1 : Math.min(mailer.lines, Math.ceil(calls.length / callsPerLine))
  await Promise.all(Array.from({ length: lines }, work))
  return deliveries
}

function inCalls(messages: readonly MailMessage[], size: number) {
  return Array.from({ length: Math.ceil(messages.length / size) }, (_, call) => ({
    from: call * size,
    part: messages.slice(call * size, (call + 1) * size),
  }))
}
