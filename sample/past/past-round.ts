import type { Round } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'

/** A round of the past: its place in the row of rounds from 0, and the instant at which the past ends. */
export type PastRound = { round: Round; index: number; movement: Movement; now: Date }
