import { setTimeout as sleep } from 'node:timers/promises'

export type Ticker = {
  /** Fires no more, and waits for the one that runs, `grace` milliseconds at most; says whether it ended. */
  stop: (grace: number) => Promise<boolean>
}

const minute = 60_000

/** Fires at once, then at each full minute: never two at a time, and never less because one failed. */
export function startTicker(tick: () => Promise<void>, onFault: (error: unknown) => void): Ticker {
  const end = new AbortController()
  const rounds = (async () => {
    while (!end.signal.aborted) {
      await tick().catch(onFault)
      await sleep(minute - (Date.now() % minute), undefined, { signal: end.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: (grace) => {
      end.abort()
      return Promise.race([rounds.then(() => true), sleep(grace, false, { ref: false })])
    },
  }
}
