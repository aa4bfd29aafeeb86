import type { D1Database } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import type { Session } from './session.ts'

export type DashboardEnv = {
  DB: D1Database
  /** Where people reach Relance, without a slash at the end. */
  PUBLIC_URL: string
  LINK_SECRET: string
  /** Where Cloudflare Access stands before the dashboard: `https://<team>.cloudflareaccess.com`, and the application's audience tag. */
  ACCESS_TEAM?: string
  ACCESS_AUDIENCE?: string
  CLOCK?: string
}

export type DashboardApp = {
  /** No page sees the database itself: only one that cannot write. */
  Bindings: Omit<DashboardEnv, 'DB'> & { DB: ReadDatabase }
  Variables: {
    movement: Movement
    now: Date
    /** What the reader chose with the language switch. */
    chosen: Language | null
    language: Language
    session: Session
  }
}

export type DashboardContext = Context<DashboardApp>
