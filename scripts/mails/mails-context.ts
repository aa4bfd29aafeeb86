import type { D1Database } from '@cloudflare/workers-types'
import type { Movement } from '#shared/movement.ts'

/** What each action of `npm run mails` works with. */
export type MailsContext = { db: D1Database; movement: Movement; now: Date }
