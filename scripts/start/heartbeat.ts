/** Milliseconds between two pings at least, and that one may take. */
const [every, longest] = [300_000, 10_000]

/** What is asked, and for how long. */
type Ask = (address: string, signal: AbortSignal) => Promise<{ ok: boolean }>

const askByFetch: Ask = (address, signal) => fetch(address, { redirect: 'manual', signal })

/**
 * Tells a monitor that all is well, so that it alarms somebody when it hears nothing: the machine is off, the cron does not run, mails do not leave.
 * Nothing is sent but the request itself.
 */
export class Heartbeat {
  readonly #to: string
  readonly #health: string
  readonly #ask: Ask
  #last = Number.NEGATIVE_INFINITY

  /** `health` is where this server says how it is. */
  constructor(to: string, health: string, ask: Ask = askByFetch) {
    this.#to = to
    this.#health = health
    this.#ask = ask
  }

  /** After a run of the cron that ended as planned. Says whether the monitor was told; null when it was told just before. @throws when it could not be reached. */
  async beat(now: Date): Promise<boolean | null> {
    if (now.getTime() - this.#last < every) return null
    const { ok: isWell } = await this.#ask(this.#health, AbortSignal.timeout(longest))
    if (!isWell) return false
    this.#last = now.getTime()
    const { ok: isHeard } = await this.#ask(this.#to, AbortSignal.timeout(longest))
    if (!isHeard) throw new Error('the monitor did not take it')
    return true
  }
}
