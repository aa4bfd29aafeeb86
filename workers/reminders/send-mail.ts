import { type Departure, type DepartureRow, departuresFrom, selectDepartures } from '#shared/db/departures.ts'
import {
  type Claim,
  claimMails,
  type Lease,
  type NewLink,
  type Outcome,
  type Queue,
  updateLeaving,
  updateOutcomes,
  upsertLinks,
} from '#shared/db/sending.ts'
import { insertBounces } from '#shared/db/suppressions.ts'
import { linkExpiry } from '#shared/domain/ladder.ts'
import { hashToken, linkToken, signInMinutes } from '#shared/domain/link.ts'
import type { MailState } from '#shared/domain/mail.ts'
import { handOver } from './hand-over.ts'
import type { Delivery, Mailer } from './mailer.ts'
import type { LastRound, Office } from './office.ts'
import { isForEverybody, outcomeOf } from './outcome.ts'
import { type Prepared, prepare } from './prepare.ts'

/** How many mails came to each state. */
export type Tally = Partial<Record<MailState, number>>

/**
 * Sends what is due in a queue, chunk by chunk, until nothing is left, the budget is used up, or the server lets nobody
 * through. A chunk is five statements, whatever its size; six when an address turned out not to exist.
 */
export async function sendQueue(office: Office, queue: Queue, last: LastRound, now: Date): Promise<Tally> {
  const tally: Tally = {}
  if (!office.mailer) return tally
  while (office.mayClaim()) {
    const lease = { id: office.newLeaseId(), until: new Date(now.getTime() + office.budget.lease) }
    const claims = await claimMails(office.db, { queue, lease, limit: office.budget.chunk }, now)
    if (claims.length === 0) break
    const { outcomes, isHopeless } = await sendClaims({ ...office, mailer: office.mailer }, claims, lease, last, now)
    for (const { state } of outcomes) tally[state] = (tally[state] ?? 0) + 1
    if (isHopeless || claims.length < office.budget.chunk) break
  }
  return tally
}

async function sendClaims(
  office: Office & { mailer: Mailer },
  claims: readonly Claim[],
  lease: Lease,
  last: LastRound,
  now: Date,
) {
  const tokens = new Map(
    await Promise.all(claims.map(async ({ id, uid }) => [id, await linkToken(office.linkKey, uid)] as const)),
  )
  const departures = await beginLeaving(office, claims, await newLinks(claims, tokens, office, last, now), lease, now)
  const prepared = departures.map((departure) => prepare(departure, tokens.get(departure.id) ?? '', office, now))
  const leaving = prepared.filter((one) => 'letter' in one)
  const letters = leaving.map(({ letter }) => letter)
  const deliveries = await handOver(office.mailer, letters, office.isOver)
  const outcomes = [
    ...prepared.flatMap((one: Prepared) => ('outcome' in one ? [one.outcome] : [])),
    ...leaving.map(({ departure }, index) =>
      outcomeOf(departure, deliveries[index] ?? { result: 'untried' }, now, office.chance()),
    ),
  ]
  const gone = letters.flatMap(({ to }, index) => (isGone(deliveries[index]) ? [to.address] : []))
  await record(office, outcomes, gone, lease, now)
  return { outcomes, isHopeless: deliveries.some(isForEverybody) }
}

/** From here a crash leaves these mails `unknown`: their links work, their content is as it is now, and they may be gone. */
async function beginLeaving(
  { db, movement }: Office,
  claims: readonly Claim[],
  links: readonly NewLink[],
  lease: Lease,
  now: Date,
): Promise<Departure[]> {
  const ids = claims.map(({ id }) => id)
  const results = await db.batch<DepartureRow>([
    updateLeaving(db, ids, lease, now),
    upsertLinks(db, links, lease),
    selectDepartures(db, ids, lease, movement.writesTo),
  ])
  return departuresFrom(results[2]?.results ?? [])
}

function newLinks(
  claims: readonly Claim[],
  tokens: ReadonlyMap<number, string>,
  { movement }: Office,
  last: LastRound,
  now: Date,
): Promise<NewLink[]> {
  const monthly = linkExpiry(last, now, movement).toISOString()
  const short = new Date(now.getTime() + signInMinutes * 60_000).toISOString()
  const carriers = claims.filter(({ kind }) => kind !== 'silent_groups')
  return Promise.all(
    carriers.map(async ({ id, kind }) => ({
      mail: id,
      hash: await hashToken(tokens.get(id) ?? ''),
      expiresAt: kind === 'sign_in' ? short : monthly,
    })),
  )
}

function isGone(delivery: Delivery | undefined): boolean {
  return delivery?.result === 'refused' && delivery.isAddressGone
}

async function record(
  { db }: Office,
  outcomes: readonly Outcome[],
  gone: readonly string[],
  lease: Lease,
  now: Date,
): Promise<void> {
  const bounces = gone.length > 0 ? [insertBounces(db, gone, now)] : []
  await db.batch([updateOutcomes(db, outcomes, lease, now), ...bounces])
}
