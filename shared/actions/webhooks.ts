import { replayDeliveries } from '#shared/db/delivery-log.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { deleteWebhook, insertWebhook, resumeWebhook, stopWebhook } from '#shared/db/webhooks.ts'
import { addDays } from '#shared/domain/day.ts'
import type { Webhook } from '#shared/domain/webhook/webhook.ts'
import { localTime } from '#shared/domain/zone.ts'
import { type Acting, commit } from './acting.ts'

/** Tells another program what happens from now on. One that has this uid already stays as it is. */
export async function makeWebhook(acting: Acting, webhook: Webhook): Promise<void> {
  const { db, movement, actor, now } = acting
  const by = actor.kind === 'coordinator' ? actor.email : null
  const { day, time } = localTime(now, movement.timeZone)
  // Today's digest is still to come, or it is not
  const digestOn = webhook.digestAt !== null && time < webhook.digestAt ? addDays(day, -1) : day
  await commit(acting, [insertWebhook(db, webhook, { by, day: digestOn, now })], {
    action: 'make_webhook',
    details: { webhook: webhook.uid },
  })
}

/** Tells it nothing any more; what waits for it is not sent. */
export async function endWebhook(acting: Acting, uid: string): Promise<void> {
  const event = { action: 'stop_webhook', details: { webhook: uid } } as const
  await commit(acting, stopWebhook(acting.db, uid, 'team', acting.now), event, preconditions.webhookStopped(uid, false))
}

/** Tells it again what happens from now on. */
export async function wakeWebhook(acting: Acting, uid: string): Promise<void> {
  const event = { action: 'resume_webhook', details: { webhook: uid } } as const
  await commit(acting, [resumeWebhook(acting.db, uid)], event, preconditions.webhookStopped(uid, true))
}

/** Forgets it, with what it was told. */
export async function removeWebhook(acting: Acting, uid: string): Promise<void> {
  const event = { action: 'remove_webhook', details: { webhook: uid } } as const
  await commit(acting, [deleteWebhook(acting.db, uid)], event, preconditions.webhookKnown(uid))
}

/** Sends it something to see whether it works: this event itself. */
export async function tryWebhook(acting: Acting, uid: string): Promise<void> {
  await commit(acting, [], { action: 'try_webhook', details: { webhook: uid } })
}

/** Sends again what was delivered or given up: a delivery, or null for all that were given up. Receivers know it by its id. */
export async function replayWebhook(acting: Acting, uid: string, delivery: number | null): Promise<void> {
  const event = { action: 'replay_delivery', details: { webhook: uid } } as const
  await commit(acting, replayDeliveries(acting.db, uid, delivery, acting.now), event)
}
