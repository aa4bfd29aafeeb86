import {
  isTooLarge,
  type OutgoingMailRow,
  outgoingMailsFrom,
  type ReadMail,
  selectOutgoingMails,
} from '#shared/db/outgoing-mails.ts'
import { type Claim, type Lease, type NewLink, type Outcome, updateLeaving, upsertLinks } from '#shared/db/sending.ts'
import { nextTry } from '#shared/domain/mail.ts'
import { kinds } from '#shared/mail/kinds.ts'
import type { SendingContext } from './sending-context.ts'

/** Mails as they can be read; those that cannot be, and why; and those that are marked as leaving, where that is done together. */
export type ClaimReading = { mails: ReadMail[]; unreadable: Outcome[]; marked: Set<number> }

/** Makes the links of claimed mails work and reads what they say. One that the database cannot give fails alone. */
export async function readClaims(
  sender: SendingContext,
  claims: readonly Claim[],
  links: readonly NewLink[],
  lease: Lease,
  now: Date,
): Promise<ClaimReading> {
  try {
    return await readTogether(sender, claims, links, lease, now)
  } catch {
    // Each on its own takes as many statements as a chunk of one
    sender.run.chunks += claims.length
    const all: ClaimReading = { mails: [], unreadable: [], marked: new Set() }
    for (const claim of claims) {
      const own = links.filter(({ mail }) => mail === claim.id)
      const one = await readTogether(sender, [claim], own, lease, now).catch((error: unknown) => ({
        mails: [],
        unreadable: [unreadable(claim, error, now, sender.chance())],
        marked: new Set<number>(),
      }))
      all.mails.push(...one.mails)
      all.unreadable.push(...one.unreadable)
      for (const id of one.marked) all.marked.add(id)
    }
    return all
  }
}

async function readTogether(
  { db, movement, budget }: SendingContext,
  claims: readonly Claim[],
  links: readonly NewLink[],
  lease: Lease,
  now: Date,
): Promise<ClaimReading> {
  const ids = claims.map(({ id }) => id)
  const results = await db.batch<OutgoingMailRow>([
    upsertLinks(db, links, lease),
    selectOutgoingMails(db, ids, lease, movement, now),
    ...(budget.marksEach ? [] : [updateLeaving(db, ids, lease, now)]),
  ])
  return {
    mails: outgoingMailsFrom(results[1]?.results ?? [], movement.sections),
    unreadable: [],
    marked: new Set(results[2]?.results.map(({ id }) => id)),
  }
}

/** What is too large stays so. All else may be the database's moment of weakness, and is tried again. */
function unreadable(claim: Claim, error: unknown, now: Date, chance: number): Outcome {
  const outcome = { mail: claim.id, answer: error instanceof Error ? error.name : 'Error', dueAt: null, tried: true }
  if (isTooLarge(error)) return { ...outcome, state: 'failed', reason: 'too_large' }
  const dueAt = nextTry(claim, kinds[claim.kind].patience, now, chance)
  return dueAt
    ? { ...outcome, state: 'pending', reason: 'fault', dueAt }
    : { ...outcome, state: 'failed', reason: 'fault' }
}
