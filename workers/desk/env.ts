import type { D1Database } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { TeamApp, TeamEnv } from '#workers/team/team-app.ts'

export type DeskEnv = TeamEnv & {
  DB: D1Database
  /** Says "look again" to the sender of mails, so that what was asked for leaves at once. */
  REMINDERS?: { lookAgain: () => Promise<void> }
}

export type DeskApp = { Bindings: DeskEnv; Variables: TeamApp['Variables'] }

export type DeskContext = Context<DeskApp>
