import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { insertCensus } from '#shared/db/census.ts'
import { addMonths, latestRound, opening, roundOf } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'
import { playAnswers } from './answers.ts'
import { playChecks, playCorrections } from './corrections.ts'
import { playCampaign, playDeeds } from './deeds.ts'
import { playMails } from './mails.ts'
import type { PastRound } from './past-round.ts'
import { playTurns } from './turns.ts'

export type PastOptions = { movement: Movement; now: Date; rounds: number }

/**
 * A past for a network that has none: months of rounds, mails, answers and corrections, always the same for the same groups.
 * For demonstrations and benchmarks, on a throw-away database. Set-based: a hundred thousand groups take minutes, not hours.
 */
export async function playPast(db: D1Database, { movement, now, rounds }: PastOptions): Promise<void> {
  const latest = latestRound(now, movement)
  if (!latest) return
  const months = Array.from({ length: rounds * 3 }, (_, index) => addMonths(latest.key, -index))
  const past = months.flatMap((key) => roundOf(key, movement) ?? []).slice(0, rounds)
  const [first] = past.reverse()
  if (first) await db.batch(wereThere(db, opening(first).dueAt))
  for (const [index, round] of past.entries()) {
    const one = { round, index, movement, now }
    await db.batch([
      openRound(db, one),
      ...(index > 0 ? playTurns(db, one) : []),
      ...climbRungs(db, one),
      ...playReplies(db, one),
      ...playMails(db, one),
      ...playCampaign(db, one),
      ...endRound(db, one),
    ])
  }
}

/** What groups say of themselves in a round that is open, up to now. */
export function playReplies(db: D1Database, one: PastRound): D1PreparedStatement[] {
  return [playAnswers(db, one), playChecks(db, one), ...playCorrections(db, one), ...playDeeds(db, one)]
}

/** Groups and people that were imported today were there before their past begins. */
function wereThere(db: D1Database, before: Date): D1PreparedStatement[] {
  const since = new Date(before.getTime() - 30 * 86_400_000).toISOString()
  return [
    db.prepare('UPDATE local_group SET created_at = min(created_at, ?1)').bind(since),
    db.prepare('UPDATE referent SET since_at = min(since_at, ?1)').bind(since),
    db.prepare('UPDATE revision SET made_at = min(made_at, ?1)').bind(since),
  ]
}

function openRound(db: D1Database, { round }: PastRound): D1PreparedStatement {
  return db
    .prepare('INSERT INTO round (key, opened_at) VALUES (?1, ?2)')
    .bind(round.key, opening(round).dueAt.toISOString())
}

function climbRungs(db: D1Database, { round, movement, now }: PastRound): D1PreparedStatement[] {
  const rungs = round.rungs.filter(({ dueAt }) => dueAt <= now)
  return [
    ...rungs.map(({ name, dueAt }) =>
      db
        .prepare('INSERT INTO round_step (round_key, name, due_at, opened_at) VALUES (?1, ?2, ?3, ?3)')
        .bind(round.key, name, dueAt.toISOString()),
    ),
    ...insertCensus(db, { round: round.key, step: 'invitation', movement }, opening(round).dueAt),
  ]
}

function endRound(db: D1Database, { round, movement, now }: PastRound): D1PreparedStatement[] {
  return round.rungs
    .filter(({ name, dueAt }) => name === 'silent_groups' && dueAt <= now)
    .flatMap(({ name, dueAt }) => insertCensus(db, { round: round.key, step: name, movement }, dueAt))
}
