import type { Change } from '#shared/domain/change.ts'
import type { RowNames } from '#shared/domain/change-words.ts'

/** Nothing shows that somebody pressed: ends the request with the question whether they did. */
export class HandNeeded extends Error {
  /** What the press would change in a group's record, when that is known already. */
  readonly told: { changes: readonly Change[]; names: RowNames } | null
  constructor(told: HandNeeded['told'] = null) {
    super('a hand is needed')
    this.told = told
  }
}
