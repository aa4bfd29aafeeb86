import type { D1Database, RateLimit } from '@cloudflare/workers-types'
import type { Context } from 'hono'
import type { HostTroubleKind } from '#shared/domain/host-trouble.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'

/** What only the host knows: when it began, when the cron last ended well, how much room its disk has, where that can be known, and what is wrong with the machine. */
export type HostHealth = {
  since: Date
  lastRun: Date | null
  freeBytes: number | null
  troubles: readonly HostTroubleKind[]
}

export type FormsEnv = {
  DB: D1Database
  /** Where people reach the form, without a slash at the end. */
  PUBLIC_URL: string
  LINK_SECRET: string
  /** Says "look again" to the sender of mails, so that what was asked for leaves at once. */
  REMINDERS?: { lookAgain: () => Promise<void> }
  /** Counts requests by where they come from; on Cloudflare only. */
  LIMITER?: RateLimit
  /** On one machine only: Cloudflare says itself whether a cron ran. */
  HOST_HEALTH?: () => Promise<HostHealth>
  /** How many proxies of one's own stand before Relance, each of which adds whom it hears from to X-Forwarded-For; none without it. */
  TRUSTED_PROXIES?: string
  /** What Brevo, or whoever passes bounces on, shows as `Authorization: Bearer …`. Without it nobody may. */
  HOOK_SECRET?: string
  CLOCK?: string
  /** In tests, how long the sender is left alone after somebody asked for a link, in milliseconds. */
  LOOK_LATER_MS?: string
  /** In tests, which press at once: the shortest time in which a page is read, in milliseconds. */
  READING_MS?: string
  /** In benchmarks, which press without end: how often one link may write in an hour. */
  SUBMISSIONS_PER_HOUR?: string
}

export type FormsApp = {
  Bindings: FormsEnv
  Variables: {
    movement: Movement
    now: Date
    /** The language that this very address asks for. */
    asked: Language | null
    /** What somebody whom we do not know chose before. */
    kept: Language | null
    /** What somebody chose for this very link, and nothing showed that it was them. */
    chosen: Language | null
    /** What they choose now, for this browser to keep; null when the person has it. */
    choice?: Language | null
    /** What was posted, once it was read: a page about a problem gives it back. */
    posted?: readonly [name: string, value: string][]
  }
}

export type FormsContext = Context<FormsApp>
