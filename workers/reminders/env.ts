import type { D1Database } from '@cloudflare/workers-types'
import type { EmailBinding } from '#shared/mail/transports/cloudflare.ts'

export type RemindersEnv = {
  DB: D1Database
  /** Where people reach the form, without a slash at the end. */
  PUBLIC_URL: string
  LINK_SECRET: string
  /** Where mails go, such as `smtps://user:password@smtp.example.org`. Without it they wait in the outbox. */
  MAIL_URL?: string
  /** Cloudflare's Email Service, for `MAIL_URL=cloudflare:`. */
  EMAIL?: EmailBinding
  /** A folder of this machine, for `MAIL_URL=file:///…`: what is put there is kept. */
  MAIL_FOLDER?: {
    fetch: (url: string, init: { method: 'PUT'; body: string }) => Promise<{ ok: boolean; status: number }>
  }
  /** How many mails are claimed together, and how many leave in one run at most. */
  MAILS_AT_ONCE?: string
  MAILS_PER_RUN?: string
  /** How many statements a run may make. */
  STATEMENTS_PER_RUN?: string
  /** Milliseconds after which a run begins no further mail; 20000 otherwise. */
  RUN_MS?: string
  /** `off`: a round's mails leave at any hour. For rehearsals, where nobody is woken. */
  QUIET_HOURS?: 'off'
  /** The instant to believe, in place of the machine's clock. */
  CLOCK?: string
}
