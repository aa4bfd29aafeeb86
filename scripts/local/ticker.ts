import { setTimeout as sleep } from 'node:timers/promises'

export type Ticker = {
  /** Fires no more, and waits for the one that runs, `grace` milliseconds at most; says whether it ended. */
  stop: (grace: number) => Promise<boolean>
}

const minute = 60_000

const day = 24 * 60 * minute
/** A clock that goes back by more, or leaps by more, than any sleep of a machine or change of its time explains. */
const leap = { back: day, ahead: 300 * day }

/** Two clocks: what the machine says, and one that cannot be set. In milliseconds. */
export type Clocks = { told: () => number; steady: () => number }
const machine: Clocks = { told: () => Date.now(), steady: () => performance.now() }

/** The clock of the machine leapt to this instant. */
export class ClockJumped extends Error {
  readonly to: Date
  override name = 'ClockJumped'
  constructor(to: Date) {
    super('the clock jumped')
    this.to = to
  }
}

/**
 * Fires at once, then at each full minute: never two at a time, and never less because one failed. Under a clock that has leapt nothing is
 * fired: links would expire, and data be erased, for good.
 */
export function startTicker(
  tick: () => Promise<void>,
  onFault: (error: unknown) => void,
  { told, steady }: Clocks = machine,
): Ticker {
  const end = new AbortController()
  let last = { told: told(), steady: steady() }
  const tickIfSane = async () => {
    const expected = last.told + steady() - last.steady
    const by = told() - expected
    if (by < -leap.back || by > leap.ahead) throw new ClockJumped(new Date(told()))
    last = { told: told(), steady: steady() }
    await tick()
  }
  const rounds = (async () => {
    while (!end.signal.aborted) {
      await tickIfSane().catch(onFault)
      await sleep(minute - (told() % minute), undefined, { signal: end.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: (grace) => {
      end.abort()
      return Promise.race([rounds.then(() => true), sleep(grace, false, { ref: false })])
    },
  }
}
