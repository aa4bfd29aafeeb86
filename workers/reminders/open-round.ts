import type { D1Database } from '@cloudflare/workers-types'
import {
  cancelOvertaken,
  insertCoordinatorMails,
  insertRound,
  insertRungMails,
  insertRungs,
} from '#shared/db/rounds.ts'
import type { DueStep } from '#shared/domain/ladder.ts'
import type { Movement } from '#shared/movement.ts'

/**
 * Opens a round, or climbs one of its rungs, in one transaction: afterwards the outbox holds everybody's mail, or nothing
 * has happened. Gives how many mails were put there; 0 when another sender was first.
 */
export async function takeStep(
  db: D1Database,
  movement: Movement,
  { round, rung, skipped }: DueStep,
  now: Date,
): Promise<number> {
  const addresses = movement.coordinators.map(({ email }) => email)
  const results = await db.batch([
    insertRound(db, round, now),
    insertRungs(db, round, rung, skipped, now),
    rung.name === 'silent_groups'
      ? insertCoordinatorMails(db, { round, kind: rung.name, addresses }, now)
      : insertRungMails(db, { round, kind: rung.name, writesTo: movement.writesTo }, now),
    cancelOvertaken(db, { round, kind: rung.name }, now),
  ])
  return results[2]?.meta.changes ?? 0
}
