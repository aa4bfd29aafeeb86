import type { Mailer } from '#shared/mail/transports/mailer.ts'

/**
 * Milliseconds that messages have once we are asked to end: those that nobody can have got yet, which leave after the next start all the same,
 * and those whose last byte has left, which are in doubt without the server's answer.
 */
const patience = { unsent: 2_000, sent: 5_000 }
/** Milliseconds for the record of them, beyond. */
const recording = 1_500
const look = 50

/**
 * How a sender comes to an end. On one machine whoever looks after it says that it is to end, while runs send mails. Nobody says so on Cloudflare,
 * which lets an invocation go on for thirty seconds.
 */
export class SenderEnding {
  #askedAt: number | null = null
  #runs = 0

  /** True once we are asked to end: no message is begun any more. */
  isAsked(): boolean {
    return this.#askedAt !== null
  }

  /** Does a run's work, and breaks its messages off when it is asked to end and a server takes too long. */
  async asRun(mailer: Mailer | null, work: () => Promise<void>): Promise<void> {
    this.#runs += 1
    const watch = setInterval(() => {
      const passed = this.#askedAt === null ? 0 : Date.now() - this.#askedAt
      if (passed > patience.unsent) mailer?.breakOff('unsent')
      if (passed > patience.sent) mailer?.breakOff('sent')
    }, look)
    try {
      await work()
    } finally {
      clearInterval(watch)
      this.#runs -= 1
    }
  }

  /** Ends the runs that there are, and lets nobody begin another. Says whether all have ended, after some seconds at most. */
  async end(): Promise<boolean> {
    const askedAt = this.#askedAt ?? Date.now()
    this.#askedAt = askedAt
    while (this.#runs > 0 && Date.now() - askedAt < patience.sent + recording)
      await new Promise((done) => setTimeout(done, look))
    return this.#runs === 0
  }
}
