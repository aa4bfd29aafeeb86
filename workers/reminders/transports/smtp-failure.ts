import type { Delivery } from '../mailer.ts'

/** What nodemailer tells of a failure. */
export type SmtpError = Error & {
  code?: string | undefined
  /** The step that failed: `CONN`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  command?: string | undefined
  /** The server's answer, when it was the server who refused. */
  response?: string | false | undefined
  responseCode?: number | undefined
}

/** A server that cannot be reached, or does not let us in: nobody's letter would leave. */
export function connectionFailure(error: SmtpError): Delivery {
  const reason = error.code === 'EAUTH' ? 'login_refused' : 'unreachable'
  return { result: 'later', reason, answer: wordsOf(error), everybody: true }
}

/** What a failed letter means. `hasEnded`: its last byte may have left. */
export function sendFailure(error: SmtpError, hasEnded: boolean): Delivery {
  const answer = wordsOf(error)
  if (!error.responseCode) {
    return hasEnded ? { result: 'unknown', answer } : { result: 'later', reason: 'lost', answer, everybody: false }
  }
  const isPermanent = error.responseCode >= 500
  if (error.command === 'RCPT TO' && isPermanent)
    return { result: 'refused', reason: 'address_refused', answer, isAddressGone: isAddressGone(answer) }
  if (error.command === 'DATA' && isPermanent)
    return { result: 'refused', reason: 'message_refused', answer, isAddressGone: false }
  if (isPermanent) return { result: 'later', reason: 'sender_refused', answer, everybody: true }
  const isAboutUs = error.command === 'MAIL FROM' || error.responseCode === 421
  return { result: 'later', reason: 'busy', answer, everybody: isAboutUs }
}

/**
 * True when the server says that there is no such mailbox or domain (RFC 3463: 5.1.1, 5.1.2, 5.1.3, 5.1.6, 5.1.10, 5.2.1). A bare 550 is
 * not enough: a relay that refuses us says 550 of everybody, and would shut every address.
 */
function isAddressGone(answer: string): boolean {
  return /^5\d\d[ -]5\.(1\.(1|2|3|6|10)|2\.1)\b/.test(answer)
}

function wordsOf(error: SmtpError): string {
  return error.response || error.message
}
