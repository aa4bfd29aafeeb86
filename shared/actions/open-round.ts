import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { keepAskedSections } from '#shared/db/asked-sections.ts'
import { conflictOf } from '#shared/db/conflict.ts'
import { insertStepEvent } from '#shared/db/events.ts'
import { deleteEmptyChecks, gatherOldChecks } from '#shared/db/group-checks.ts'
import type { StepTaken } from '#shared/db/next-slice.ts'
import { preconditions, refuseUnless } from '#shared/db/preconditions.ts'
import { insertRound, insertSteps, isAnybodyOwed, readSenderState } from '#shared/db/rounds.ts'
import { askWaitingQuestions } from '#shared/db/settings.ts'
import { insertCoordinatorMails, isWritten, writeSlice } from '#shared/db/step-slices.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { DueStep } from '#shared/domain/sequence.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { Acting } from './acting.ts'

/**
 * Opens a round, or takes a later step of it. One transaction says that this is so, takes back what the step overtakes and puts everybody's mail
 * in the outbox; of a large network the first of them, and `writeStep` has to follow. Gives the step while not all of it is written; null also when another sender was first.
 */
export async function takeStep(
  db: D1Database,
  movement: Movement,
  { round, step, skipped }: DueStep,
  now: Date,
  actor: Actor = { kind: 'system' },
  still: D1PreparedStatement[] = [],
): Promise<StepTaken | null> {
  const { name, kind } = step
  const taken = { round, step: name, kind, openedAt: now.toISOString() }
  const results = await db.batch([
    ...still,
    ...keepAskedSections(db, movement.sections),
    insertRound(db, round, now),
    insertSteps(db, round, step, skipped, now),
    ...(kind === 'invitation' ? [askWaitingQuestions(db, now)] : []),
    ...(kind === 'silent_groups' ? endRound(db, movement, taken) : []),
    insertStepEvent(db, actor, { round, step: name }, now),
    ...writeSlice(db, taken, movement),
  ])
  return isWritten(results.at(-1)?.results) ? null : taken
}

/** What a round's end does at once, beside its figures. */
function endRound(db: D1Database, movement: Movement, step: StepTaken): D1PreparedStatement[] {
  const addresses = movement.coordinators.map(({ email }) => email)
  return [
    insertCoordinatorMails(db, step, addresses),
    deleteEmptyChecks(db),
    ...gatherOldChecks(db, movement, new Date(step.openedAt)),
  ]
}

/** How slices follow each other: whether there may be another, and what is waited for before it, so that others have the database. */
export type Pace = { isOver: () => boolean; pause: () => Promise<void> }

const atOnce: Pace = { isOver: () => false, pause: async () => undefined }

/**
 * Writes what is left of a step, a slice in each transaction; as long as there may be another. Says whether all is written. Two that do so at once share
 * the work; where one is killed, the next goes on.
 */
export async function writeStep(
  db: D1Database,
  movement: Movement,
  step: StepTaken,
  { isOver, pause }: Pace = atOnce,
): Promise<boolean> {
  while (!isOver()) {
    await pause()
    const results = await db.batch(writeSlice(db, step, movement))
    if (isWritten(results.at(-1)?.results)) return true
  }
  return false
}

/** Whether the opening of a round changed what is asked: whatever goes on begins again with it. */
export function asksMore({ questions }: Movement, { opens }: DueStep): boolean {
  return opens && questions.some(({ asked }) => asked === 'next_round')
}

/** The month's round, opened now; or why not: it, or a later one, is open already, or there is nobody to write to. */
export type ManualOpening = { key: string; result: 'opened' | 'open_already' | 'nobody' }

/**
 * Opens the round of this local month now, whatever its day, and writes all of its mails at this pace; null: the sender writes those that are left.
 */
export async function openRoundNow(
  { db, movement, actor, now }: Acting,
  pace: Pace | null = atOnce,
): Promise<ManualOpening> {
  const on = localTime(now, movement.timeZone).day
  const key = on.slice(0, 7)
  const { last, unfinished } = await readSenderState(db, now)
  if (last && last.key >= key) return { key: last.key, result: 'open_already' }
  if (unfinished) await writeStep(db, movement, unfinished)
  if (!(await isAnybodyOwed(db, key, movement.writesTo))) return { key, result: 'nobody' }
  const step = { name: 'invitation' as const, kind: 'invitation' as const, on, dueAt: now }
  try {
    const still = refuseUnless(db, preconditions.roundUnopened(key))
    const taken = await takeStep(db, movement, { opens: true, round: key, step, skipped: [] }, now, actor, [still])
    if (taken && pace) await writeStep(db, movement, taken, pace)
    return { key, result: 'opened' }
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return { key, result: 'open_already' }
    throw error
  }
}
