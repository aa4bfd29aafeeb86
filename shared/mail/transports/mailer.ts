import type { LaterReason } from '#shared/domain/mail.ts'
import type { RefusalCause } from '#shared/domain/refusal/refusal.ts'
import type { MailMessage } from '#shared/mail/message.ts'

/**
 * What became of a message at the server. `unknown`: it may have arrived, and nobody can tell. `later`: it has not, for certain.
 * With `everybody`, the next message would fare no better, and `wait` is for how long (milliseconds) if the server said so. `untried`:
 * it was not begun, or broken off by us before it could arrive. `doubted`: its address is said to be missing, of so many that it is not believed.
 */
export type Delivery =
  | { result: 'accepted'; answer: string }
  | { result: 'unknown'; answer: string; everybody?: boolean }
  | { result: 'refused'; cause: RefusalCause; answer: string }
  | { result: 'later'; reason: LaterReason; answer: string; everybody: boolean; wait?: number }
  | { result: 'doubted'; answer: string; everybody: boolean }
  | { result: 'untried' }

/** What a way to a mail server can do. */
export type Abilities = {
  /** The message keeps the Message-ID that we gave it, so that an answer or a bounce can be told to be about it. */
  ownMessageId: boolean
  /** The same messages handed over twice, because an answer was lost, arrive once. */
  idempotent: boolean
  /** How many messages it takes in one call. */
  batch: number
  /** How it tells that an address does not exist: while we talk, by a mail that comes back, by calling us. */
  bounces: readonly ('answer' | 'mail' | 'webhook')[]
}

/**
 * Asked of messages when the next thing to be done could not be taken back: the final dot of a message, a call to a provider. Says of each
 * whether it may leave.
 */
export type MayLeave = (messages: readonly MailMessage[]) => Promise<readonly boolean[]>

/** For what is in no outbox. */
export const always: MayLeave = async (messages) => messages.map(() => true)

/** Those of these messages that may leave now. */
export async function allowed(messages: readonly MailMessage[], mayLeave: MayLeave): Promise<MailMessage[]> {
  const answers = await mayLeave(messages)
  return messages.filter((_, index) => answers[index])
}

/** The way to a mail server, whichever it is. */
export type Mailer = {
  can: Abilities
  /** How many calls it takes at once. */
  lines: number
  /** Hands messages over, at most once each, and says what became of each, in their order. What goes wrong on the way is told, never thrown. */
  deliver: (messages: readonly MailMessage[], mayLeave?: MayLeave) => Promise<Delivery[]>
  /** Breaks off what is under way, of messages that cannot have arrived yet or also of those that may have. */
  breakOff: (messages: 'unsent' | 'sent') => void
  /** Hangs up. */
  close: () => void
}

/** True when the next message would fare no better. */
export function isForEverybody(delivery: Delivery): boolean {
  return 'everybody' in delivery && delivery.everybody === true
}
