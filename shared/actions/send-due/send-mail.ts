import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { takeBack } from '#shared/db/address-answers.ts'
import { type Heard, uncountLeft, upsertHeard } from '#shared/db/mail-control.ts'
import { insertBounces, suppressDoubtful } from '#shared/db/reports.ts'
import { type Claim, claimMails, type Lease, type Outcome, updateOutcomes } from '#shared/db/sending.ts'
import { linkToken } from '#shared/domain/link.ts'
import { holdUntil, type MailState, type Queue } from '#shared/domain/mail.ts'
import type { MailMessage } from '#shared/mail/message.ts'
import { type Delivery, isForEverybody, type Mailer } from '#shared/mail/transports/mailer.ts'
import { type Leaving, markEach, markedTogether } from './leaving.ts'
import { judgeMissing } from './missing.ts'
import { newLinks } from './new-links.ts'
import { outcomeOf } from './outcome.ts'
import { type Prepared, prepare } from './prepare.ts'
import { readClaims } from './read-claims.ts'
import { sendBatch } from './send-batch.ts'
import type { SenderStatus, SendingContext } from './sending-context.ts'
import { suspect } from './suspicion.ts'

/** How many mails came to each state. */
export type SendTally = Partial<Record<MailState, number>>

/**
 * Sends what is due in a queue, chunk by chunk, until nothing is left, the budget is used up, or the server lets nobody
 * through. A chunk is seven statements, whatever its size; a few more (`budget.ts`) when addresses turned out not to exist, or the server
 * lets nobody through.
 */
export async function sendQueue(
  sender: SendingContext,
  queue: Queue,
  status: SenderStatus,
  now: Date,
): Promise<SendTally> {
  const tally: SendTally = {}
  const { mailer, movement, budget } = sender
  for (let limit = sender.allowance(); mailer && limit > 0; limit = sender.allowance()) {
    const lease = { id: sender.newLeaseId(), until: new Date(now.getTime() + budget.lease) }
    const claims = await claimMails(sender.db, { queue, lease, limit, caps: movement.caps }, now)
    if (claims.length === 0) break
    sender.run.chunks += 1
    sender.run.claimed += claims.length
    const { outcomes, isHopeless } = await sendClaims({ ...sender, mailer, queue }, claims, lease, status, now)
    for (const { state } of outcomes) tally[state] = (tally[state] ?? 0) + 1
    if (isHopeless || claims.length < limit) break
  }
  return tally
}

async function sendClaims(
  sender: SendingContext & { mailer: Mailer; queue: Queue },
  claims: readonly Claim[],
  lease: Lease,
  status: SenderStatus,
  now: Date,
) {
  const tokens = new Map(
    await Promise.all(claims.map(async ({ id, uid }) => [id, await linkToken(sender.linkKey, uid)] as const)),
  )
  const links = await newLinks(claims, tokens, sender, status, now)
  const { mails, unreadable, marked } = await readClaims(sender, claims, links, lease, now)
  const leaving = sender.budget.marksEach ? markEach(sender.db, lease, now) : markedTogether(marked)
  const prepared = mails.map((mail) => prepare(mail, tokens.get(mail.id) ?? '', sender, now))
  const envelopes = prepared.filter((one) => 'message' in one)
  const { heard, deliveries: suspected } = await deliver(sender, envelopes, leaving, status, now)
  const handed = envelopes.map(({ mail, message }, index) => ({
    mail,
    address: message.to.address,
    delivery: suspected[index] ?? { result: 'untried' as const },
  }))
  const isNamed = sender.queue === 'named'
  const { deliveries, answers, bounces, opened } = judgeMissing(handed, { run: sender.run, status, isNamed }, now)
  const outcomes = [
    ...prepared.flatMap((one: Prepared) => ('outcome' in one ? [one.outcome] : [])),
    ...envelopes.map(({ mail }, index) =>
      outcomeOf(mail, deliveries[index] ?? { result: 'untried' }, now, sender.chance()),
    ),
    ...unreadable,
    ...untried(claims, [...mails.map(({ id }) => id), ...unreadable.map(({ mail }) => mail)]),
  ]
  const unwritten = outcomes.filter(({ mail }) => !leaving.isWritten(mail))
  await sender.db.batch([
    updateOutcomes(sender.db, unwritten, lease, now),
    ...(opened === undefined ? [] : takeBack(sender.db, opened, now)),
    ...(bounces.length > 0 ? insertBounces(sender.db, bounces, now) : []),
    ...suppressedInDoubt(sender.db, handed, deliveries, now),
    ...uncounted(sender, outcomes, now),
    ...remembered(
      sender.db,
      {
        answers,
        // Addresses that somebody made up are refused in a row too: that says nothing of the server
        backoff: backoffOf(sender, isNamed ? heard : deliveries, status, now),
        isDoubted: opened !== undefined,
      },
      now,
    ),
  ])
  const fault = leaving.fault()
  if (fault) throw fault
  return { outcomes, isHopeless: deliveries.some(isForEverybody) }
}

type Envelope = Extract<Prepared, { message: MailMessage }>

/** Hands messages over, each as long as it may leave, and says what was heard of them, and what it means. */
async function deliver(
  { mailer, run, isOver, chance }: SendingContext & { mailer: Mailer },
  envelopes: readonly Envelope[],
  leaving: Leaving,
  { heldTimes }: SenderStatus,
  now: Date,
): Promise<{ heard: Delivery[]; deliveries: Delivery[] }> {
  const mails = new Map(envelopes.map(({ mail, message }) => [message.uid, mail.id]))
  const isSuspected = heldTimes > 0
  const messages = envelopes.map(({ message }) => message)
  const heard = await sendBatch(mailer, messages, {
    run,
    isSuspected,
    isOver,
    mayLeave: (asked) => Promise.all(asked.map(({ uid }) => leaving.mayLeave(mails.get(uid) ?? 0))),
    heard: (message, delivery) => {
      const mail = envelopes[message]?.mail
      // What is refused is judged once more is known
      if (mail && delivery.result === 'accepted') leaving.settled(outcomeOf(mail, delivery, now, chance()))
    },
  })
  return { heard, deliveries: suspect(heard, run, isSuspected) }
}

/** Shuts the addresses that a server says on another day too, in words that leave doubt, that it does not have. */
function suppressedInDoubt(
  db: D1Database,
  handed: readonly { mail: { uid: string; redirect: string | null } }[],
  deliveries: readonly Delivery[],
  now: Date,
): D1PreparedStatement[] {
  const uids = handed.flatMap(({ mail }, index) => {
    const delivery = deliveries[index]
    const isDoubtful = delivery?.result === 'refused' && delivery.cause === 'maybe_missing'
    return isDoubtful && mail.redirect === null ? [mail.uid] : []
  })
  return uids.length > 0 ? [suppressDoubtful(db, uids, now)] : []
}

/** Of the claimed, those that somebody has held back or settled meanwhile: whatever is still ours waits again. */
function untried(claims: readonly Claim[], known: readonly number[]): Outcome[] {
  const read = new Set(known)
  return claims
    .filter(({ id }) => !read.has(id))
    .map(({ id }) => ({ mail: id, state: 'pending', reason: null, answer: null, dueAt: null, tried: false }))
}

/** The caps count what may have left. */
function uncounted(
  { db, queue }: Pick<SendingContext, 'db'> & { queue: Queue },
  outcomes: readonly Outcome[],
  now: Date,
): D1PreparedStatement[] {
  const stayed = outcomes.filter(({ state, tried }) => state === 'pending' || !tried).length
  return stayed > 0 ? [uncountLeft(db, queue, stayed, now)] : []
}

function remembered(db: D1Database, said: Heard, now: Date): D1PreparedStatement[] {
  return said.answers.length > 0 || said.backoff ? [upsertHeard(db, said, now)] : []
}

/** Leaves a server alone that lets nobody through, longer each time; and forgets it once it does. */
function backoffOf(
  { chance, queue }: SendingContext & { queue: Queue },
  deliveries: readonly Delivery[],
  { heldTimes }: SenderStatus,
  now: Date,
): Heard['backoff'] {
  const hopeless = deliveries.filter(isForEverybody)
  if (hopeless.length === 0) return heldTimes > 0 ? 'over' : null
  // What somebody waits for is tried while the server is left alone: that makes it no longer
  if (queue === 'transactional' && heldTimes > 0) return null
  const said = Math.max(...hopeless.map((delivery) => ('wait' in delivery ? (delivery.wait ?? 0) : 0)))
  return holdUntil(heldTimes, said > 0 ? said : null, now, chance())
}
