import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { type Relance, TickError } from './relance.ts'
import { askedToEnd } from './signals.ts'
import { startTicker } from './ticker.ts'

/** How long a tick that runs may go on after a signal, and then requests, in milliseconds. */
const tickGrace = 20_000
const requestGrace = 5_000

/** Workers that end twice within this many milliseconds will not be better the third time. */
const relapse = 10_000

/** Fires the cron and keeps the workers up, until a signal asks to end; then ends cleanly. A second signal ends at once. */
export function serveUntilSignal(relance: Relance): Promise<void> {
  const asked = askedToEnd(() => relance.stop().finally(() => process.exit(130)))
  return keepServing(relance, asked, relance.stop)
}

/** Fires the cron and keeps the workers up, until it is asked to end; then ends by `stop`. */
export async function keepServing(relance: Relance, asked: Promise<void>, stop: Relance['stop']): Promise<void> {
  let isEnding = false
  const ticker = startTicker(relance.tick, (error) => {
    if (!isEnding) console.error(words.tickFailed(reasonOf(error)))
  })
  try {
    await Promise.race([asked, keepUp(relance, () => isEnding)])
    isEnding = true
    console.log(words.stopping)
    if (!(await ticker.stop(tickGrace))) console.error(words.tickCut)
  } finally {
    isEnding = true
    await stop(requestGrace)
  }
}

async function keepUp(relance: Relance, isEnding: () => boolean): Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  for (;;) {
    await relance.ended()
    if (isEnding()) return
    if (performance.now() - last < relapse) throw new Stop(words.workersEnd)
    last = performance.now()
    console.error(words.restarting)
    await relance.restart()
  }
}

/** Why a tick failed, without the words of an error, which may hold an address. */
function reasonOf(error: unknown): string {
  if (error instanceof TickError) return error.message
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : typeof error
}
