import type { FormsContext } from './env.ts'

/** Asks the sender to look at the outbox now, after this answer. When it cannot, the next tick does. */
export function lookAgain(context: FormsContext): void {
  const asked = context.env.REMINDERS?.lookAgain()
  if (asked) context.executionCtx.waitUntil(asked.catch(() => undefined))
}

/** Milliseconds: the least and the most that the sender is left alone. */
const [soonest, latest] = [500, 2500]

/**
 * The same a little later, and never after the same time: what comes right after an answer takes as long whether or not there was a mail to make.
 * What was asked for is in the database: should this process end before, the next tick finds it.
 */
export function lookLater(context: FormsContext): void {
  const { REMINDERS, LOOK_LATER_MS } = context.env
  if (!REMINDERS) return
  const pause = Number(LOOK_LATER_MS ?? soonest + Math.random() * (latest - soonest))
  const asked = new Promise((done) => setTimeout(done, pause)).then(() => REMINDERS.lookAgain())
  context.executionCtx.waitUntil(asked.catch(() => undefined))
}
