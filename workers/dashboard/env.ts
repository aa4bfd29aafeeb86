import type { D1Database } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import type { HostTrouble } from '#shared/domain/host-trouble.ts'
import type { TeamApp, TeamEnv } from '#workers/team/team-app.ts'

/** `HOST_TROUBLES`: what is wrong with the machine, where Relance has one. */
export type DashboardEnv = TeamEnv & { DB: D1Database; HOST_TROUBLES?: () => readonly HostTrouble[] }

export type DashboardApp = {
  /** No page sees the database itself: only one that cannot write. */
  Bindings: Omit<DashboardEnv, 'DB'> & { DB: ReadDatabase }
  Variables: TeamApp['Variables']
}

export type DashboardContext = Context<DashboardApp>
