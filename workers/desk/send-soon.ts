import type { DeskContext } from './env.ts'

/** Asks the sender to look at the outbox now, after this answer. When it cannot, the next tick does. */
export function sendSoon(context: DeskContext): void {
  const asked = context.env.REMINDERS?.lookAgain()
  if (asked) context.executionCtx.waitUntil(asked.catch(() => undefined))
}
