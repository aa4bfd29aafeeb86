import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { insertAges, insertGroups } from '#shared/db/census.ts'
import { deleteEmptyChecks } from '#shared/db/group-checks.ts'
import { addMonths, latestRound, opening, type Round, roundOf, type Step } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'
import { playActivity, playCampaign } from './activity.ts'
import { playAnswers } from './answers.ts'
import { playChecks, playCorrections } from './corrections.ts'
import { playMails } from './mails.ts'
import type { PastRound } from './past-round.ts'
import { playTurns } from './turns.ts'

export type PastOptions = { movement: Movement; now: Date; rounds: number }

/** Ids of more than any network has: a step of the past is written at once. */
const everybody = 1_000_000_000

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
      ...takeSteps(db, one),
      ...playReplies(db, one),
      ...playMails(db, one),
      ...playCampaign(db, one),
      ...endRound(db, one),
    ])
  }
}

/** What groups say of themselves in a round that is open, up to now. */
export function playReplies(db: D1Database, one: PastRound): D1PreparedStatement[] {
  return [playAnswers(db, one), playChecks(db, one), ...playCorrections(db, one), ...playActivity(db, one)]
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

function takeSteps(db: D1Database, { round, movement, now }: PastRound): D1PreparedStatement[] {
  const steps = round.steps.filter(({ dueAt }) => dueAt <= now)
  return [
    ...steps.map(({ name, dueAt }) =>
      db
        .prepare(
          'INSERT INTO round_step (round_key, name, due_at, opened_at, written_until) VALUES (?1, ?2, ?3, ?3, 0)',
        )
        .bind(round.key, name, dueAt.toISOString()),
    ),
    insertGroups(db, takenOf(round, opening(round)), { writesTo: movement.writesTo, size: everybody }),
  ]
}

const takenOf = ({ key }: Round, { name, kind, dueAt }: Step) => ({
  round: key,
  step: name,
  kind,
  openedAt: dueAt.toISOString(),
})

function endRound(db: D1Database, { round, movement, now }: PastRound): D1PreparedStatement[] {
  const ends = round.steps.filter(({ name, dueAt }) => name === 'silent_groups' && dueAt <= now)
  const { writesTo, sections, calendar } = movement
  return [
    ...ends.flatMap((step) => [
      insertAges(db, takenOf(round, step), { writesTo, sections, calendar, size: everybody }),
      deleteEmptyChecks(db),
    ]),
    db.prepare('UPDATE round_step SET written_until = NULL WHERE round_key = ?1').bind(round.key),
  ]
}
