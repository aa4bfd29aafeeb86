import type { Mailer } from '#shared/mail/transports/mailer.ts'

// On one machine whoever looks after the runtime says that it is to end; that is another request than those whose runs send mails, hence what the
// module keeps. Nobody says so on Cloudflare, which lets an invocation go on for thirty seconds.

/**
 * Milliseconds that messages have once we are asked to end: those that nobody can have got yet, which leave after the next start all the same,
 * and those whose last byte has left, which are in doubt without the server's answer.
 */
const patience = { unsent: 2_000, sent: 5_000 }
/** Milliseconds for the record of them, beyond. */
const recording = 1_500
const look = 50

let askedAt: number | null = null
let runs = 0

/** True once we are asked to end: no message is begun any more. */
export function isEnding(): boolean {
  return askedAt !== null
}

/** Does a run's work, and breaks its messages off when it is asked to end and a server takes too long. */
export async function asRun(mailer: Mailer | null, work: () => Promise<void>): Promise<void> {
  runs += 1
  const watch = setInterval(() => {
    const passed = askedAt === null ? 0 : Date.now() - askedAt
    if (passed > patience.unsent) mailer?.breakOff('unsent')
    if (passed > patience.sent) mailer?.breakOff('sent')
  }, look)
  try {
    await work()
  } finally {
    clearInterval(watch)
    runs -= 1
  }
}

/** Ends the runs that there are, and lets nobody begin another. Says whether all have ended, after some seconds at most. */
export async function endRuns(): Promise<boolean> {
  askedAt ??= Date.now()
  while (runs > 0 && Date.now() - askedAt < patience.sent + recording)
    await new Promise((done) => setTimeout(done, look))
  return runs === 0
}
