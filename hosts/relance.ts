import type { D1Database } from '@cloudflare/workers-types'
import type { HostTroubleKind } from '#shared/domain/host-trouble.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

/** What whoever starts Relance says, whatever the host. */
export type Options = {
  /** What is fixed of the movement. */
  fixed: SomeSettings
  folder: string
  /** 0 takes any free port. */
  port: number
  host?: string
  /** What links, pages and sessions are derived from; without it, a secret that the folder keeps. */
  linkSecret?: string
  /** Where mails go; none, and they wait. */
  mailUrl?: string
  /** Where people reach this server, when it is not `http://localhost:<port>`. */
  publicUrl?: string
  /** The instant to believe, in place of the machine's clock. */
  clock?: string
  /** What workers say of their work is left out; what goes wrong is not. */
  isQuiet?: boolean
  /** The program of a thread for whoever looks on; without it, one thread does all. */
  secondThread?: string
  /** Further variables of the workers. */
  vars?: Readonly<Record<string, string>>
}

/** How often workers went to the database since the start, with how many statements, and how long that took. */
export type Trips = { trips: number; statements: number; milliseconds: number }

/** The workers in one process, over one database. */
export type Relance = {
  url: string
  port: number
  db: D1Database
  /** Fires each cron once and waits until its work is done. Under a clock that stands still, `at` is another instant for this run. */
  tick: (at?: Date) => Promise<void>
  /** Lets the mails that are leaving leave, and begins no more, for good; says whether that ended, after some seconds at most. */
  finishSending: () => Promise<boolean>
  trips: () => Promise<Trips>
  /** Believes another instant from now on. */
  setClock: (clock: string) => Promise<void>
  /** Coordinators are told that this is wrong with the machine, until the cron runs again. */
  suffer: (kind: HostTroubleKind) => void
  /** Lets requests finish for `grace` milliseconds. */
  stop: (grace?: number) => Promise<void>
}

/** The cron's work ended with a fault. Its message is the kind of the fault, such as `exception`. */
export class TickError extends Error {
  override name = 'TickError'
}
