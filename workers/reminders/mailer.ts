import type { MailReason } from '#shared/domain/mail.ts'
import type { Letter } from '#shared/mail/letter.ts'

/**
 * What became of a letter at the server. `unknown`: it may have arrived, and nobody can tell. `later`: it has not, for certain.
 * With `everybody`, the next letter would fare no better, and `wait` is for how long (milliseconds) if the server said so. `untried`:
 * it was not begun.
 */
export type Delivery =
  | { result: 'accepted'; answer: string }
  | { result: 'unknown'; answer: string; everybody?: boolean }
  | { result: 'refused'; reason: 'address_refused' | 'message_refused'; answer: string; isAddressGone: boolean }
  | { result: 'later'; reason: LaterReason; answer: string; everybody: boolean; wait?: number }
  | { result: 'untried' }

export type LaterReason = MailReason &
  ('unreachable' | 'not_secure' | 'lost' | 'busy' | 'login_refused' | 'sender_refused' | 'everybody_refused')

/** What a way to a mail server can do. */
export type Abilities = {
  /** The letter keeps the Message-ID that we gave it, so that an answer or a bounce can be told to be about it. */
  ownMessageId: boolean
  /** The same letters handed over twice, because an answer was lost, arrive once. */
  idempotent: boolean
  /** How many letters it takes in one call. */
  batch: number
  /** How it tells that an address does not exist: while we talk, by a mail that comes back, by calling us. */
  bounces: readonly ('answer' | 'mail' | 'webhook')[]
}

/** The way to a mail server, whichever it is. */
export type Mailer = {
  can: Abilities
  /** How many calls it takes at once. */
  lines: number
  /** Hands letters over, at most once each, and says what became of each, in their order. What goes wrong on the way is told, never thrown. */
  deliver: (letters: readonly Letter[]) => Promise<Delivery[]>
  /** Hangs up. */
  close: () => void
}
