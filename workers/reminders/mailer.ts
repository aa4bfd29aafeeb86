import type { MailReason } from '#shared/domain/mail.ts'
import type { Letter } from '#shared/mail/letter.ts'
import { smtpMailer } from './transports/smtp.ts'

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

export type LaterReason = MailReason & ('unreachable' | 'lost' | 'busy' | 'login_refused' | 'sender_refused')

/** The way to a mail server, whichever it is. */
export type Mailer = {
  /**
   * Hands letters over, each at most once, in any order, and says what became of each, in theirs. What goes wrong on the way is told, never thrown.
   * Begins no letter once `isOver`.
   */
  deliver: (letters: readonly Letter[], isOver: () => boolean) => Promise<Delivery[]>
  /** Hangs up. */
  close: () => void
}

/** Connections at once. A worker may have six open, and the database needs one. */
const connections = 4

/** The mailer of a `MAIL_URL`; null without one. */
export function mailerOf(mailUrl: string | undefined): Mailer | null {
  if (!mailUrl) return null
  const url = new URL(mailUrl)
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') throw new Error(`MAIL_URL cannot be ${url.protocol}`)
  return smtpMailer(url, connections)
}
