import type { D1Database } from '@cloudflare/workers-types'
import movement from '#sample/movement.ts'
import { insertCensus } from '#shared/db/census.ts'
import { cancelOvertaken, insertRound, insertRungMails, insertRungs } from '#shared/db/rounds.ts'
import type { RungName } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'

/** Opens a round, or climbs another of its rungs, without waiting for its day: everybody's mail is in the outbox, and stays there. */
export async function makeRung(db: D1Database, round: string, kind: RungName, now: Date): Promise<void> {
  const rung = { name: kind, on: localTime(now, movement.timeZone).day, dueAt: now }
  await db.batch([
    insertRound(db, round, now),
    insertRungs(db, round, rung, [], now),
    insertRungMails(db, { round, kind, writesTo: movement.writesTo }, now),
    cancelOvertaken(db, { round, kind }, now),
    ...insertCensus(db, { round, kind, movement }, now),
  ])
}
