import { setTimeout as wait } from 'node:timers/promises'

/**
 * A step of the protocol: the connection, the sender, the recipient, the order to send, the message itself, and the moment after
 * its last byte, when the message is kept and nobody has been told yet.
 */
export type SmtpStage = 'connect' | 'mail' | 'rcpt' | 'data' | 'body' | 'kept'

/** How a server can fail: answer with a code and words (`550 5.1.1 No such user`), hang up, or take its time (milliseconds). */
export type ServerFault = {
  at: SmtpStage
  does: { answer: string } | 'drop' | { wait: number }
  /** Only mails to this address; without it, all. At `connect` and `mail` nobody is named yet. */
  to?: string
  /** How many times; without it, always. */
  times?: number
}

/** A server's faults. They are for tests and rehearsals; a mailbox has none unless it is told. */
export class Faults {
  #faults: ServerFault[] = []
  #met = 0

  /** How often a fault was met since they were last cleared. */
  get met(): number {
    return this.#met
  }

  add(...faults: ServerFault[]): void {
    this.#faults.push(...faults.map((fault) => ({ ...fault })))
  }

  clear(): void {
    this.#faults = []
    this.#met = 0
  }

  /** Does what has been asked for at this step. Gives the answer to refuse with, or null; `hangUp` ends the connection. */
  async meet(at: SmtpStage, to: readonly string[], hangUp: () => void): Promise<Refusal | null> {
    const fault = this.#faults.find((candidate) => candidate.at === at && concerns(candidate, to))
    if (!fault) return null
    this.#met += 1
    if (fault.times !== undefined && --fault.times <= 0) this.#faults.splice(this.#faults.indexOf(fault), 1)
    if (fault.does === 'drop') {
      hangUp()
      return new Refusal('421 dropped')
    }
    if ('answer' in fault.does) return new Refusal(fault.does.answer)
    await wait(fault.does.wait)
    return null
  }
}

function concerns(fault: ServerFault, to: readonly string[]): boolean {
  return fault.to === undefined || to.includes(fault.to)
}

/** What smtp-server takes as an answer. */
export class Refusal extends Error {
  readonly responseCode: number
  constructor(answer: string) {
    super(answer.slice(4))
    this.responseCode = Number(answer.slice(0, 3))
  }
}
