import type { Letter } from '#shared/mail/letter.ts'
import type { Delivery, Mailer, MayLeave } from './mailer.ts'
import { isForEverybody } from './outcome.ts'
import { countHeard, losesAll, type Run } from './suspicion.ts'

/** Opening a connection takes as long, and as much CPU, as a few letters on one that is open. */
const callsPerLine = 4

/** What bounds a hand-over. `isSuspected`: the server let nobody through the last time, so that letters go one by one. */
type Bounds = {
  run: Run
  isSuspected: boolean
  isOver: () => boolean
  mayLeave: MayLeave
  /** Told what became of a letter, by its place, as soon as it is known. */
  heard: (letter: number, delivery: Delivery) => void
}

/**
 * Hands letters over, as many at once as the mailer takes, says what became of each, in their order, and counts it in `run`. Begins none
 * once `isOver`, nor when the next would fare no better.
 */
export async function handOver(mailer: Mailer, letters: readonly Letter[], bounds: Bounds): Promise<Delivery[]> {
  const { run, isSuspected, isOver, mayLeave, heard } = bounds
  const deliveries: Delivery[] = letters.map(() => ({ result: 'untried' }))
  const calls = inCalls(letters, mailer.can.batch)
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
      if (results.some(isForEverybody) || losesAll(run, isSuspected)) isHopeless = true
    }
  }
  const lines = isSuspected ? 1 : Math.min(mailer.lines, Math.ceil(calls.length / callsPerLine))
  await Promise.all(Array.from({ length: lines }, work))
  return deliveries
}

function inCalls(letters: readonly Letter[], size: number) {
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, call) => ({
    from: call * size,
    part: letters.slice(call * size, (call + 1) * size),
  }))
}
