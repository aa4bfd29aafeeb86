import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { keepAskedSections } from '#shared/db/asked-sections.ts'
import { insertCensus } from '#shared/db/census.ts'
import { conflictOf } from '#shared/db/conflict.ts'
import { insertStepEvent } from '#shared/db/events.ts'
import { preconditions, refuseUnless } from '#shared/db/preconditions.ts'
import {
  cancelOvertaken,
  insertCoordinatorMails,
  insertRound,
  insertRungMails,
  insertRungs,
  isAnybodyOwed,
  readSenderState,
} from '#shared/db/rounds.ts'
import { askWaitingQuestions } from '#shared/db/settings.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { DueStep } from '#shared/domain/ladder.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import type { Acting } from './acting.ts'

/**
 * Opens a round, or climbs one of its rungs, in one transaction: afterwards the outbox holds everybody's mail, or nothing
 * has happened. Gives how many mails were put there; 0 when another sender was first.
 */
export async function takeStep(
  db: D1Database,
  movement: Movement,
  { round, rung, skipped }: DueStep,
  now: Date,
  actor: Actor = { kind: 'system' },
  still: D1PreparedStatement[] = [],
): Promise<number> {
  const addresses = movement.coordinators.map(({ email }) => email)
  const { name: step, kind } = rung
  const results = await db.batch([
    ...still,
    ...keepAskedSections(db, movement.sections),
    insertRound(db, round, now),
    insertRungs(db, round, rung, skipped, now),
    kind === 'silent_groups'
      ? insertCoordinatorMails(db, { round, step, kind, addresses }, now)
      : insertRungMails(db, { round, step, kind, writesTo: movement.writesTo }, now),
    cancelOvertaken(db, { round, step }, now),
    ...insertCensus(db, { round, step, movement }, now),
    insertStepEvent(db, actor, { round, step }, now),
    ...(kind === 'invitation' ? [askWaitingQuestions(db, now)] : []),
  ])
  // Those of `insertRungMails` or its like
  return results[still.length + 4]?.meta.changes ?? 0
}

/** Whether the opening of a round changed what is asked: whatever goes on begins again with it. */
export function asksMore({ questions }: Movement, { step }: DueStep): boolean {
  return step === 'open' && questions.some(({ asked }) => asked === 'next_round')
}

/** The month's round, opened now; or why not: it, or a later one, is open already, or there is nobody to write to. */
export type HandOpening = { key: string; result: 'opened' | 'open_already' | 'nobody' }

/** Opens the round of this local month now, whatever its day. */
export async function openRoundNow({ db, movement, actor, now }: Acting): Promise<HandOpening> {
  const on = localTime(now, movement.timeZone).day
  const key = on.slice(0, 7)
  const { last } = await readSenderState(db, now)
  if (last && last.key >= key) return { key: last.key, result: 'open_already' }
  if (!(await isAnybodyOwed(db, key, movement.writesTo))) return { key, result: 'nobody' }
  const rung = { name: 'invitation' as const, kind: 'invitation' as const, on, dueAt: now }
  try {
    const still = refuseUnless(db, preconditions.roundUnopened(key))
    await takeStep(db, movement, { step: 'open', round: key, rung, skipped: [] }, now, actor, [still])
    return { key, result: 'opened' }
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return { key, result: 'open_already' }
    throw error
  }
}
