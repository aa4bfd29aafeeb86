import type { D1Database } from '@cloudflare/workers-types'
import type { LadderState } from '#shared/domain/ladder.ts'
import type { Movement } from '#shared/movement.ts'
import type { Budget } from './budget.ts'
import type { Mailer } from './mailer.ts'

/** What the sender works with, put together by the worker's entry. */
export type Office = {
  db: D1Database
  movement: Movement
  linkKey: CryptoKey
  /** Without a slash at the end. */
  publicUrl: string
  /** Null: mails wait in the outbox. */
  mailer: Mailer | null
  budget: Budget
  /** Counts one more chunk; false once those of the run are used up, or its time is over. */
  mayClaim: () => boolean
  /** True once the run's time is over. */
  isOver: () => boolean
  /** From 0 to 1. */
  chance: () => number
  newLeaseId: () => string
}

export type LastRound = LadderState['last']
