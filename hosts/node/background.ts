import { setTimeout as sleep } from 'node:timers/promises'
import type { ExecutionContext } from '@cloudflare/workers-types'

/** What answers leave to be done after them. */
export class Background {
  readonly #pending = new Set<Promise<unknown>>()
  readonly context: ExecutionContext

  /** `onFault` hears what went wrong there. */
  constructor(onFault: (error: unknown) => void) {
    this.context = {
      waitUntil: (promise: Promise<unknown>) => {
        const settled = promise.catch(onFault).finally(() => this.#pending.delete(settled))
        this.#pending.add(settled)
      },
      passThroughOnException: () => undefined,
      props: {},
    } as unknown as ExecutionContext
  }

  /** Waits until all of it is done, `grace` milliseconds at most. */
  async settled(grace: number): Promise<void> {
    const end = performance.now() + grace
    const waiting = new AbortController()
    // A timer that is left would keep the process until it is over
    const over = sleep(grace, undefined, { signal: waiting.signal }).catch(() => undefined)
    while (this.#pending.size > 0 && performance.now() < end) await Promise.race([Promise.all(this.#pending), over])
    waiting.abort()
  }
}
