import type { D1Database } from '@cloudflare/workers-types'

export type DashboardEnv = {
  DB: D1Database
  /** Where people reach Relance, without a slash at the end. */
  PUBLIC_URL: string
  LINK_SECRET: string
  CLOCK?: string
}
