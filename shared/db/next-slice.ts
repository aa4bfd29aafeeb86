import type { StepKind, StepName } from '#shared/domain/round.ts'

/** A step that was taken, the mail that it sends, and when (as `toISOString` writes it): of the same step, another sender's is another. */
export type StepTaken = { round: string; step: StepName; kind: StepKind; openedAt: string }

/** How far a step has come that has not taken back yet what it overtakes. */
export const beforeAll = -1

/** Ids in a slice, and mails that are taken back in one: some 10 to 50 ms of a database, in which nobody else writes. */
export const sliceSize = 250

/** SQL: the slice that comes next, a row (after, until), of a step that has one: its round, its name, its instant and a slice's size are the parameters from ?1 to ?4. */
export const nextSlice = `
  SELECT written_until AS after, written_until + ?4 AS until
  FROM round_step
  WHERE round_key = ?1 AND name = ?2 AND opened_at = ?3 AND written_until >= 0`

/** SQL: whether a step of the last round has not written all of its mails yet. */
export const isStepUnfinished = `EXISTS (
  SELECT 1 FROM round_step WHERE round_key = (SELECT max(key) FROM round) AND written_until IS NOT NULL
)`
