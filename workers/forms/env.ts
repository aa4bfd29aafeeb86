import type { D1Database } from '@cloudflare/workers-types'

export type FormsEnv = {
  DB: D1Database
  /** Where people reach the form, without a slash at the end. */
  PUBLIC_URL: string
  LINK_SECRET: string
  /** Says "look again" to the sender of mails, so that what was asked for leaves at once. */
  REMINDERS?: { lookAgain: () => Promise<void> }
  CLOCK?: string
}
