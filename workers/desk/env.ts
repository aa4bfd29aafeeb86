import type { D1Database } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import type { Place } from '#shared/domain/place.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import type { TeamApp, TeamEnv } from '#workers/team/team-app.ts'

export type DeskEnv = TeamEnv & {
  /** Past the door it writes for whoever is signed in, and for nobody whose session was ended. */
  DB: D1Database
  /** `yes` where webhooks may be of this machine or its network. */
  WEBHOOKS_PRIVATE?: string
  /** `off` where sheets are brought by a command: the free plan's milliseconds are not enough. */
  SHEETS?: string
  /** The towns of a country, from a list that needs no network; only on one machine. */
  TOWNS?: (country: string) => Promise<Place[]>
  /** Says "look again" to the sender of mails, so that what was asked for leaves at once. */
  REMINDERS?: { lookAgain: () => Promise<void> }
}

export type DeskApp = {
  Bindings: DeskEnv
  Variables: TeamApp['Variables'] & {
    /** The database as far as whoever is signed in may look: their regions, and nothing else. */
    reads: ReadDatabase
    /** What `movement.config.ts` names of the movement. */
    fixed: SomeSettings
  }
}

export type DeskContext = Context<DeskApp>
