import type { D1Database } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { Movement } from '#shared/movement.ts'

export type FeedsEnv = {
  DB: D1Database
  /** Where people reach Relance, without a slash at the end. */
  PUBLIC_URL: string
  LINK_SECRET: string
  /** How many proxies of one's own stand before Relance: `workers/place-of.ts`. */
  TRUSTED_PROXIES?: string
  /** How many groups the cron looks at in one run. */
  GROUPS_PER_RUN?: string
  /** `yes` where each row that is read counts (D1): every group is looked at now and then only, and lists and calendars each hour. */
  ROWS_ARE_COUNTED?: string
  /** How many deliveries to webhooks one run begins. */
  DELIVERIES_PER_RUN?: string
  /** `yes` where webhooks may be of this machine or its network, such as an n8n beside Relance. */
  WEBHOOKS_PRIVATE?: string
  /** Mailman's REST, with its name and password: `http://restadmin:…@127.0.0.1:8001/3.1`. */
  MAILMAN_URL?: string
  /** Brevo's API, with its key as the password: `https://:xkeysib-…@api.brevo.com/v3`. */
  BREVO_URL?: string
  /** How many calls a run makes to keep mailing lists in other programs. */
  LIST_CALLS_PER_RUN?: string
  /** In tests, which write at once: the shortest time in which somebody writes to a group, in milliseconds. */
  READING_MS?: string
  CLOCK?: string
}

export type FeedsApp = {
  Bindings: FeedsEnv
  Variables: { movement: Movement; now: Date }
}

export type FeedsContext = Context<FeedsApp>
