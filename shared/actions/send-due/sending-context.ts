import type { D1Database } from '@cloudflare/workers-types'
import type { SenderState } from '#shared/db/rounds.ts'
import type { LinkKey } from '#shared/domain/link.ts'
import type { Mailer } from '#shared/mail/transports/mailer.ts'
import type { Movement } from '#shared/movement.ts'
import type { Budget } from './budget.ts'
import type { Run } from './suspicion.ts'

/** What the sender works with, put together by the worker's entry. */
export type SendingContext = {
  db: D1Database
  movement: Movement
  linkKey: LinkKey
  /** Without a slash at the end. */
  publicUrl: string
  /** Null: mails wait in the outbox. */
  mailer: Mailer | null
  budget: Budget
  run: Run
  /** How many mails may be claimed now: a chunk at most, none once the run's mails, statements or time are used up. */
  allowance: () => number
  /** True once the run's time is over, or we are asked to end. */
  isOver: () => boolean
  /** Waits for a moment, so that others have the database. */
  pause: () => Promise<void>
  /** From 0 to 1. */
  chance: () => number
  newLeaseId: () => string
}

/** What the database says of the sender: its last round, how often in a row the server let nobody through, and what it said of addresses. */
export type SenderStatus = Pick<SenderState, 'last' | 'heldTimes' | 'answers' | 'missingDoubted'>
