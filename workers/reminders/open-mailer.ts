import { readMailUrl } from './mail-url.ts'
import type { Mailer } from './mailer.ts'
import { smtpMailer } from './transports/smtp/mailer.ts'

/** The mailer of a `MAIL_URL`. `us` is the domain that we write from. */
export function openMailer(mailUrl: string, us: string): Mailer {
  return smtpMailer(readMailUrl(mailUrl), us)
}
