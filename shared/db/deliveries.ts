import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { ActionName } from '#shared/domain/event.ts'
import type { DigestLine, ToldEvent } from '#shared/domain/webhook/told-event.ts'
import type { DeliveryTrouble, WebhookFormat } from '#shared/domain/webhook/webhook.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A webhook for which something is to be delivered. */
export type DueWebhook = {
  id: number
  uid: string
  name: string
  url: string
  format: WebhookFormat
  tellsPeople: boolean
  language: string | null
  failures: number
}

type DueColumns = Omit<DueWebhook, 'tellsPeople'> & { tells_people: number }

/** The webhooks that wait for something, and are not left alone now: those that work first, then those that failed longest ago. */
export function dueWebhooks(db: ReadDatabase, now: Date, most: number): Question<DueWebhook[]> {
  return {
    // For whom is there something to deliver?
    statement: db
      .prepare(
        `SELECT id, uid, name, url, format, tells_people, language, failures
         FROM webhook
         WHERE stopped_at IS NULL
         AND (wait_until IS NULL OR wait_until <= ?1)
         AND EXISTS (SELECT 1 FROM delivery WHERE webhook_id = webhook.id AND state = 'pending' AND due_at <= ?1)
         ORDER BY coalesce(wait_until, ''), coalesce(worked_at, '')
         LIMIT ?2 + 0`,
      )
      .bind(now.toISOString(), most),
    read: (rows: DueColumns[]) => rows.map(({ tells_people, ...row }) => ({ ...row, tellsPeople: tells_people === 1 })),
  }
}

/**
 * Takes the next deliveries of a webhook: of each group, and of each person, the first that waits. Whoever takes one has until `leaseUntil` to say what became of
 * it; then it is due again. Gives their ids and how often each has been tried.
 */
export function claimDeliveries(
  db: D1Database,
  { webhook, most, leaseUntil }: { webhook: number; most: number; leaseUntil: Date },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE delivery
       SET attempts = attempts + 1, due_at = ?4
       WHERE id IN (
         SELECT id
         FROM delivery
         WHERE webhook_id = ?1 AND state = 'pending' AND due_at <= ?2
         AND (group_id IS NULL OR NOT EXISTS (
           SELECT 1
           FROM delivery AS earlier
           WHERE earlier.webhook_id = ?1 AND earlier.group_id = delivery.group_id AND earlier.id < delivery.id AND earlier.state = 'pending'
         ))
         AND (person_id IS NULL OR NOT EXISTS (
           SELECT 1
           FROM delivery AS earlier
           WHERE earlier.person_id = delivery.person_id AND earlier.webhook_id = ?1 AND earlier.id < delivery.id AND earlier.state = 'pending'
         ))
         ORDER BY due_at, id
         LIMIT ?3 + 0
       )
       RETURNING id, attempts, after_event AS afterEvent`,
    )
    .bind(webhook, now.toISOString(), most, leaseUntil.toISOString())
}

/** `afterEvent`: of a digest, the event after which it begins. */
export type ClaimedDelivery = { id: number; attempts: number; afterEvent: number | null }

/** What became of an attempt: `delivered`; or when the next is; or that there is none. */
export type DeliveryOutcome = Pick<ClaimedDelivery, 'id' | 'attempts'> & {
  end: 'delivered' | 'failed' | null
  nextAt: Date | null
  status: number | null
  trouble: DeliveryTrouble | null
}

/** Keeps what became of attempts, each unless somebody else has taken the delivery since. */
export function recordOutcomes(db: D1Database, outcomes: readonly DeliveryOutcome[], now: Date): D1PreparedStatement {
  const told = outcomes.map(({ id, attempts, end, nextAt, status, trouble }) => ({
    id,
    attempts,
    end,
    nextAt: nextAt?.toISOString() ?? null,
    status,
    trouble,
  }))
  return db
    .prepare(
      `UPDATE delivery
       SET
         state = coalesce(told.value ->> 'end', 'pending'),
         ended_at = iif(told.value ->> 'end' IS NULL, NULL, ?2),
         due_at = coalesce(told.value ->> 'nextAt', due_at),
         status = told.value ->> 'status',
         trouble = told.value ->> 'trouble'
       FROM json_each(?1) AS told
       WHERE delivery.id = told.value ->> 'id' AND delivery.attempts = told.value ->> 'attempts' AND delivery.state = 'pending'`,
    )
    .bind(JSON.stringify(told), now.toISOString())
}

type EventColumns = {
  delivery: number
  event: number
  happened_at: string
  actor: ToldEvent['actor']
  action: ActionName
  revision: number | null
  details: string
  coordinator: string | null
  by_uid: string | null
  by_name: string | null
  group_uid: string | null
  group_name: string | null
  group_region: string | null
  person_uid: string | null
  person_name: string | null
}

/** What deliveries tell, as it is now: of whoever was erased since, nothing is told. */
export function toldEvents(db: ReadDatabase, deliveries: readonly number[]): Question<ToldEvent[]> {
  return {
    // What happened, by whom, to what?
    statement: db
      .prepare(
        `SELECT
           delivery.id AS delivery, event.id AS event, event.happened_at, event.actor, event.action, event.revision, event.details,
           event.coordinator, doer.uid AS by_uid, doer.name AS by_name,
           g.uid AS group_uid, g.name AS group_name, g.region AS group_region, done_to.uid AS person_uid, done_to.name AS person_name
         FROM json_each(?1) AS claimed
         JOIN delivery ON delivery.id = claimed.value
         JOIN event ON event.id = delivery.event_id
         LEFT JOIN person AS doer ON doer.id = event.actor_id
         LEFT JOIN local_group AS g ON g.id = event.group_id
         LEFT JOIN person AS done_to ON done_to.id = event.person_id
         ORDER BY delivery.id`,
      )
      .bind(JSON.stringify(deliveries)),
    read: (rows: EventColumns[]) =>
      rows.map((row) => ({
        delivery: row.delivery,
        event: row.event,
        happenedAt: row.happened_at,
        actor: row.actor,
        action: row.action,
        revision: row.revision,
        details: JSON.parse(row.details) as Record<string, unknown>,
        group:
          row.group_uid === null ? null : { uid: row.group_uid, name: row.group_name ?? '', region: row.group_region },
        by: { uid: row.by_uid, name: row.by_name, email: row.coordinator },
        person: row.person_uid === null ? null : { uid: row.person_uid, name: row.person_name ?? '' },
      })),
  }
}

// Of an event and a webhook: whether it is told it
const isTold = `event.action <> 'try_webhook'
       AND (webhook.actions IS NULL OR event.action IN (SELECT value FROM json_each(webhook.actions)))
       AND (
         webhook.regions IS NULL
         OR (SELECT region FROM local_group WHERE local_group.id = event.group_id) IN (SELECT value FROM json_each(webhook.regions))
       )`

// Of a webhook: its digest is due (?1 is the day, ?2 the time of day, local)
const isDigestDue = 'stopped_at IS NULL AND digest_at <= ?2 AND digest_on < ?1'

/** Puts the digests in the outbox whose hour has come. A day on which nothing happened has none. */
export function openDigests(
  db: D1Database,
  { day, time }: { day: string; time: string },
  now: Date,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO delivery (webhook_id, event_id, after_event, due_at)
         SELECT id, last_event, digest_event, ?3
         FROM (
           SELECT
             id, digest_event,
             (SELECT max(event.id) FROM event WHERE event.id > webhook.digest_event AND ${isTold}) AS last_event
           FROM webhook
           WHERE ${isDigestDue}
         )
         WHERE last_event IS NOT NULL
         ON CONFLICT DO NOTHING`,
      )
      .bind(day, time, now.toISOString()),
    db
      .prepare(
        `UPDATE webhook
         SET digest_on = ?1, digest_event = (SELECT coalesce(max(id), 0) FROM event)
         WHERE ${isDigestDue}`,
      )
      .bind(day, time),
  ]
}

/** What a digest tells. */
export function digestLines(db: ReadDatabase, delivery: number): Question<DigestLine[]> {
  return {
    // What happened since the last digest, how often, to which groups?
    statement: db
      .prepare(
        `SELECT action, sum(times) AS times, json_group_array(name) FILTER (WHERE name IS NOT NULL) AS groups
         FROM (
           SELECT event.action, local_group.name, count(*) AS times
           FROM delivery
           JOIN webhook ON webhook.id = delivery.webhook_id
           JOIN event ON event.id > delivery.after_event AND event.id <= delivery.event_id
           LEFT JOIN local_group ON local_group.id = event.group_id
           WHERE delivery.id = ?1 AND ${isTold}
           GROUP BY event.action, event.group_id
           ORDER BY times DESC
         )
         GROUP BY action
         ORDER BY times DESC`,
      )
      .bind(delivery),
    read: (rows: { action: ActionName; times: number; groups: string }[]) =>
      rows.map(({ groups, ...row }) => ({ ...row, groups: JSON.parse(groups) as string[] })),
  }
}

/** Days that what was delivered stays to be looked at. */
const keptDays = 30

/** Takes away what ended long ago, some at a time. */
export function deleteOldDeliveries(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM delivery
       WHERE id IN (SELECT id FROM delivery WHERE ended_at < ?1 ORDER BY ended_at LIMIT 200)`,
    )
    .bind(new Date(now.getTime() - keptDays * 86_400_000).toISOString())
}
