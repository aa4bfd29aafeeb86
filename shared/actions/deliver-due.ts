import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { ask } from '#shared/db/ask.ts'
import {
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryOutcome,
  type DueWebhook,
  deleteOldDeliveries,
  digestLines,
  dueWebhooks,
  openDigests,
  recordOutcomes,
  toldEvents,
} from '#shared/db/deliveries.ts'
import { insertEvent } from '#shared/db/events.ts'
import { stopWebhook, webhookFailed, webhookWorked } from '#shared/db/webhooks.ts'
import type { LinkKey } from '#shared/domain/link.ts'
import { chatDigest, chatLine } from '#shared/domain/webhook/chat-text.ts'
import { signedHeaders, webhookSecret } from '#shared/domain/webhook/signature.ts'
import { messageId, standardBody, type ToldEvent } from '#shared/domain/webhook/told-event.ts'
import { type DeliveryTrouble, delayAfter } from '#shared/domain/webhook/webhook.ts'
import { localTime } from '#shared/domain/zone.ts'
import { type Movement, teamLanguageOf } from '#shared/movement.ts'

/** A call of another program. */
export type Call = { url: string; headers: Readonly<Record<string, string>>; body: string }

/** What came of it: a status, with how long it asks to be left alone, in seconds; or why there is none. */
export type CallAnswer = { status: number; retryAfter: number | null } | { trouble: DeliveryTrouble }

/** What delivering is given. */
export type Delivering = {
  db: D1Database
  movement: Movement
  /** Where people reach Relance, without a slash at the end. */
  publicUrl: string
  /** What webhooks' secrets are derived with. */
  key: LinkKey
  /** Never throws, never follows a redirect, and takes a quarter of a minute at most. */
  call: (call: Call) => Promise<CallAnswer>
  clock: () => Date
  /** How many deliveries a run may begin, and until when. */
  most: number
  until: Date
}

/** How long whoever takes a delivery has for it, in milliseconds: a call and what stands before and after it. */
const lease = 60_000
/** Webhooks that a run calls beside each other, and deliveries to one at once: six connections are all that Workers have. */
const webhooksAtOnce = 3
const callsAtOnce = 2
/** The longest that a program may ask to be left alone, in milliseconds. */
const longestPause = 86_400_000

/** Tells other programs what happened. Any number of runs may work at once, and each may end at any moment: what is not recorded is sent again. */
export async function deliverDue(delivering: Delivering): Promise<{ delivered: number; failed: number }> {
  const { db, movement, clock } = delivering
  const now = clock()
  const due = dueWebhooks(db, now, webhooksAtOnce)
  const results = await db.batch<never>([
    ...openDigests(db, localTime(now, movement.timeZone), now),
    deleteOldDeliveries(db, now),
    due.statement as D1PreparedStatement,
  ])
  const webhooks = due.read(results.at(-1)?.results ?? [])
  const run = { left: delivering.most, delivered: 0, failed: 0 }
  await Promise.all(webhooks.map((webhook) => deliverTo(delivering, webhook, run)))
  return { delivered: run.delivered, failed: run.failed }
}

type Run = { left: number; delivered: number; failed: number }

/** Delivers what waits for a webhook, until nothing does, it takes nothing any more, or the run has had enough. */
async function deliverTo(delivering: Delivering, webhook: DueWebhook, run: Run): Promise<void> {
  const { db, clock, until } = delivering
  let known: D1PreparedStatement[] = []
  for (;;) {
    const now = clock()
    const most = now < until ? Math.min(run.left, callsAtOnce) : 0
    if (most === 0) break
    run.left -= most
    const claim = claimDeliveries(db, { webhook: webhook.id, most, leaseUntil: new Date(now.getTime() + lease) }, now)
    const results = await db.batch<ClaimedDelivery>([...known, claim])
    known = []
    const claimed = results.at(-1)?.results ?? []
    run.left += most - claimed.length
    if (claimed.length === 0) return
    const outcomes = await callEach(delivering, webhook, claimed)
    known = recordsOf(delivering, webhook, outcomes)
    const delivered = outcomes.filter(({ end }) => end === 'delivered').length
    run.delivered += delivered
    run.failed += outcomes.length - delivered
    if (delivered === 0) break
  }
  if (known.length > 0) await db.batch(known)
}

/** What is to be kept of what became of calls: of each delivery, and of the webhook. */
function recordsOf(
  { db, clock }: Delivering,
  webhook: DueWebhook,
  outcomes: readonly DeliveryOutcome[],
): D1PreparedStatement[] {
  const now = clock()
  const records = [recordOutcomes(db, outcomes, now)]
  if (outcomes.some(({ status }) => status === 410)) {
    const event = { action: 'stop_webhook', details: { webhook: webhook.uid, why: 'gone' } } as const
    return [...records, ...stopWebhook(db, webhook.uid, 'gone', now), insertEvent(db, { kind: 'system' }, event, now)]
  }
  const works = outcomes.some(({ end }) => end === 'delivered')
  return [
    ...records,
    works ? webhookWorked(db, webhook.id, now) : webhookFailed(db, webhook.id, webhook.failures + 1, now),
  ]
}

async function callEach(
  delivering: Delivering,
  webhook: DueWebhook,
  claimed: readonly ClaimedDelivery[],
): Promise<DeliveryOutcome[]> {
  const { db } = delivering
  const { told } = await ask(db, {
    told: toldEvents(
      db,
      claimed.map(({ id }) => id),
    ),
  })
  return Promise.all(
    claimed.map(async (delivery) => {
      const event = told.find((one) => one.delivery === delivery.id)
      // Its event is gone: there is nothing to tell
      if (!event) return { ...delivery, end: 'failed', nextAt: null, status: null, trouble: null }
      const call = await callOf(delivering, webhook, { event, delivery })
      return outcomeOf(delivery, await delivering.call(call), delivering.clock())
    }),
  )
}

async function callOf(
  delivering: Delivering,
  webhook: DueWebhook,
  { event, delivery }: { event: ToldEvent; delivery: ClaimedDelivery },
): Promise<Call> {
  const headers = { 'content-type': 'application/json', 'user-agent': 'Relance' }
  if (webhook.format === 'chat') {
    const body = JSON.stringify({ text: await chatText(delivering, webhook, { event, delivery }) })
    return { url: webhook.url, headers, body }
  }
  const message = {
    id: messageId(event),
    timestamp: Math.floor(delivering.clock().getTime() / 1000),
    body: standardBody(event, webhook.tellsPeople),
  }
  const signed = await signedHeaders(await webhookSecret(delivering.key, webhook.uid), message)
  return { url: webhook.url, headers: { ...headers, ...signed }, body: message.body }
}

async function chatText(
  { db, movement, publicUrl }: Delivering,
  { tellsPeople, language: said }: DueWebhook,
  { event, delivery }: { event: ToldEvent; delivery: ClaimedDelivery },
): Promise<string> {
  const language = teamLanguageOf(movement, said)
  const options = { language, tellsPeople, publicUrl, movement }
  if (delivery.afterEvent === null) return chatLine(event, options)
  const { lines } = await ask(db, { lines: digestLines(db, delivery.id) })
  return chatDigest(lines, options)
}

function outcomeOf({ id, attempts }: ClaimedDelivery, answer: CallAnswer, now: Date): DeliveryOutcome {
  const status = 'status' in answer ? answer.status : null
  const trouble = 'trouble' in answer ? answer.trouble : null
  if (status !== null && status >= 200 && status < 300)
    return { id, attempts, end: 'delivered', nextAt: null, status, trouble }
  const delay = delayAfter(attempts)
  if (delay === null) return { id, attempts, end: 'failed', nextAt: null, status, trouble }
  const asked = 'status' in answer ? (answer.retryAfter ?? 0) * 1000 : 0
  const nextAt = new Date(now.getTime() + Math.max(delay, Math.min(asked, longestPause)))
  return { id, attempts, end: null, nextAt, status, trouble }
}
