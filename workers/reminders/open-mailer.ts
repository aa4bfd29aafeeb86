import { readMailUrl } from './mail-url.ts'
import type { Mailer } from './mailer.ts'
import { smtpMailer } from './transports/smtp/mailer.ts'
import type { Connect } from './transports/smtp/open-line.ts'

/** What the runtime has for mailers. */
export type Means = { connect: Connect }

/** The mailer of a `MAIL_URL`. `us` is the domain that we write from. */
export function openMailer(mailUrl: string, us: string, { connect }: Means): Mailer {
  return smtpMailer(readMailUrl(mailUrl), us, connect)
}
