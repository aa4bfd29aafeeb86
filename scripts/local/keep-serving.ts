import { setTimeout as sleep } from 'node:timers/promises'
import { type Relance, TickError } from '#hosts/relance.ts'
import { words } from '#scripts/text/text.ts'
import { askedToEnd } from './signals.ts'
import { ClockJumped, startTicker, type Ticker } from './ticker.ts'

/**
 * Milliseconds after a signal: in all, since whoever stops a container waits for ten seconds; for mails, beyond what the sender gives itself; and
 * for requests, whatever mails have taken.
 */
const grace = { all: 9_000, mails: 7_000, requests: 1_500 }

/** Fires the cron, until a signal asks to end; then ends cleanly. A second signal ends at once. */
export function serveUntilSignal(relance: Relance): Promise<void> {
  const asked = askedToEnd(() => relance.stop().finally(() => process.exit(130)))
  return superviseServer(relance, asked, relance.stop)
}

/** Fires the cron, until it is asked to end; then ends by `stop`. */
export async function superviseServer(relance: Relance, asked: Promise<void>, stop: Relance['stop']): Promise<void> {
  let isEnding = false
  let end = performance.now()
  const ticker = startTicker(relance.tick, (error) => {
    if (isEnding) return
    if (error instanceof ClockJumped) relance.suffer('clock')
    console.error(error instanceof ClockJumped ? words.clockJumped(error.to) : words.tickFailed(reasonOf(error)))
  })
  try {
    await asked
    isEnding = true
    end = performance.now() + grace.all
    console.log(words.stopping)
    if (!(await endMails(relance, ticker))) console.error(words.tickCut)
  } finally {
    isEnding = true
    await stop(Math.max(grace.requests, end - performance.now()))
  }
}

/** Lets the mails that are leaving leave. Says whether that ended. */
async function endMails(relance: Relance, ticker: Ticker): Promise<boolean> {
  const late = sleep(grace.mails, false, { ref: false })
  const sending = relance.finishSending().catch(() => false)
  const ends = await Promise.all([Promise.race([sending, late]), ticker.stop(grace.mails)])
  return ends.every(Boolean)
}

/** Why a tick failed, without the words of an error, which may hold an address. */
function reasonOf(error: unknown): string {
  if (error instanceof TickError) return error.message
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.name : typeof error
}
