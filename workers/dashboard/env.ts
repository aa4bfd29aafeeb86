import type { D1Database } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import type { TeamApp, TeamEnv } from '#workers/team/team-app.ts'

export type DashboardEnv = TeamEnv & { DB: D1Database }

export type DashboardApp = {
  /** No page sees the database itself: only one that cannot write. */
  Bindings: TeamEnv & { DB: ReadDatabase }
  Variables: TeamApp['Variables']
}

export type DashboardContext = Context<DashboardApp>
