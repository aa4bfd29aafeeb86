import type { MailReason } from '#shared/domain/mail.ts'
import type { Letter } from '#shared/mail/letter.ts'

/**
 * What became of a letter at the server. `unknown`: it may have arrived, and nobody can tell. `later`: it has not, for certain;
 * with `everybody`, the next letter would fare no better. `untried`: it was not begun.
 */
export type Delivery =
  | { result: 'accepted'; answer: string }
  | { result: 'unknown'; answer: string }
  | { result: 'refused'; reason: 'address_refused' | 'message_refused'; answer: string; isAddressGone: boolean }
  | { result: 'later'; reason: LaterReason; answer: string; everybody: boolean }
  | { result: 'untried' }

export type LaterReason = MailReason &
  ('unreachable' | 'not_secure' | 'lost' | 'busy' | 'login_refused' | 'sender_refused')

/** The way to a mail server, whichever it is. */
export type Mailer = {
  /** How many letters it takes at once. */
  lines: number
  /** Hands a letter over, at most once, and says what became of it. What goes wrong on the way is told, never thrown. */
  deliver: (letter: Letter) => Promise<Delivery>
  /** Hangs up. */
  close: () => void
}
