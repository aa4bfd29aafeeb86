import type { D1Database } from '@cloudflare/workers-types'
import movement from '#sample/movement.ts'
import { insertRound, insertSteps } from '#shared/db/rounds.ts'
import { writeSlice } from '#shared/db/step-slices.ts'
import type { StepKind, StepName } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'

const nameOf: Readonly<Record<StepKind, StepName>> = {
  invitation: 'invitation',
  reminder: 'reminder_1',
  last_call: 'reminder_2',
  silent_groups: 'silent_groups',
}

/** Ids of more than a test has. */
const everybody = 1_000_000

/** Opens a round, or takes another of its steps, without waiting for its day: everybody's mail is in the outbox, and stays there. */
export async function makeStep(db: D1Database, round: string, kind: StepKind, now: Date): Promise<void> {
  const name = nameOf[kind]
  const step = { name, kind, on: localTime(now, movement.timeZone).day, dueAt: now }
  await db.batch([
    insertRound(db, round, now),
    insertSteps(db, round, step, [], now),
    ...writeSlice(db, { round, step: name, kind, openedAt: now.toISOString() }, movement, everybody),
  ])
}
