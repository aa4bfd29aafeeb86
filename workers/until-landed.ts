import { Problem } from '#shared/domain/problem.ts'

/** How often a write is tried, beside those of other processes. */
const attempts = 8

/** Milliseconds: of the first pause at most, of any, and that somebody waits for their turn. */
const pause = { first: 5, longest: 500, turn: 5000 }

/** The last in line for each thing that is written. */
const lines = new Map<string, Promise<void>>()

/**
 * Does what reads and then writes, again whenever somebody else's write landed between the two. Those who write one group take turns, or of many
 * who save it at once one would land while all others begin again. @throws Problem when others always came first.
 */
export function untilLanded<Result>(
  group: string,
  attempt: (isAgain: boolean) => Promise<Result | 'overtaken'>,
): Promise<Result> {
  return inTurn(group, async () => {
    for (let count = 0; count < attempts; count++) {
      // Of no fixed length: who met once would meet again
      if (count > 0) await sleep(Math.random() * Math.min(pause.first * 2 ** count, pause.longest)).ended
      const result = await attempt(count > 0)
      if (result !== 'overtaken') return result
    }
    throw new Problem('busy')
  })
}

/** Waits for whoever came before. On Cloudflare a request may be cut short, and then says nothing any more: nobody waits for ever. */
async function inTurn<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const before = lines.get(what)
  const own = Promise.withResolvers<void>()
  lines.set(what, own.promise)
  if (before) {
    const patience = sleep(pause.turn)
    await Promise.race([before, patience.ended])
    patience.cancel()
  }
  try {
    return await work()
  } finally {
    own.resolve()
    if (lines.get(what) === own.promise) lines.delete(what)
  }
}

function sleep(milliseconds: number): { ended: Promise<void>; cancel: () => void } {
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  return { ended, cancel: () => clearTimeout(timer) }
}
