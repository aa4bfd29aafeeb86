import type { D1Database } from '@cloudflare/workers-types'
import movement from '#sample/movement.ts'
import { insertRound, insertRungs } from '#shared/db/rounds.ts'
import { writeSlice } from '#shared/db/step-slices.ts'
import type { RungKind, RungName } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'

const stepOf: Readonly<Record<RungKind, RungName>> = {
  invitation: 'invitation',
  reminder: 'reminder_1',
  last_call: 'reminder_2',
  silent_groups: 'silent_groups',
}

/** Ids of more than a test has. */
const everybody = 1_000_000

/** Opens a round, or climbs another of its rungs, without waiting for its day: everybody's mail is in the outbox, and stays there. */
export async function makeRung(db: D1Database, round: string, kind: RungKind, now: Date): Promise<void> {
  const step = stepOf[kind]
  const rung = { name: step, kind, on: localTime(now, movement.timeZone).day, dueAt: now }
  await db.batch([
    insertRound(db, round, now),
    insertRungs(db, round, rung, [], now),
    ...writeSlice(db, { round, step, kind, openedAt: now.toISOString() }, movement, everybody),
  ])
}
