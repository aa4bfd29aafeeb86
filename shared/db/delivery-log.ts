import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { ActionName } from '#shared/domain/event.ts'
import type { DeliveryTrouble } from '#shared/domain/webhook/webhook.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A delivery as the log shows it. */
export type LoggedDelivery = {
  id: number
  action: ActionName
  isDigest: boolean
  happenedAt: Date
  group: { uid: string; name: string } | null
  state: 'pending' | 'delivered' | 'failed' | 'cancelled'
  attempts: number
  dueAt: Date
  endedAt: Date | null
  /** What the last attempt came to. */
  status: number | null
  trouble: DeliveryTrouble | null
}

type Columns = {
  id: number
  action: ActionName
  after_event: number | null
  happened_at: string
  group_uid: string | null
  group_name: string | null
  state: LoggedDelivery['state']
  attempts: number
  due_at: string
  ended_at: string | null
  status: number | null
  trouble: DeliveryTrouble | null
}

/** The latest deliveries of a webhook. */
export function listDeliveries(db: ReadDatabase, webhook: string, howMany: number): Question<LoggedDelivery[]> {
  return {
    // What was it told lately, and what became of it?
    statement: db
      .prepare(
        `SELECT
           delivery.id, event.action, delivery.after_event, event.happened_at, g.uid AS group_uid, g.name AS group_name,
           delivery.state, delivery.attempts, delivery.due_at, delivery.ended_at, delivery.status, delivery.trouble
         FROM delivery
         JOIN event ON event.id = delivery.event_id
         LEFT JOIN local_group AS g ON g.id = event.group_id
         WHERE delivery.webhook_id = (SELECT id FROM webhook WHERE uid = ?1)
         ORDER BY delivery.id DESC
         LIMIT ?2 + 0`,
      )
      .bind(webhook, howMany),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        id: row.id,
        action: row.action,
        isDigest: row.after_event !== null,
        happenedAt: new Date(row.happened_at),
        group: row.group_uid === null ? null : { uid: row.group_uid, name: row.group_name ?? '' },
        state: row.state,
        attempts: row.attempts,
        dueAt: new Date(row.due_at),
        endedAt: row.ended_at === null ? null : new Date(row.ended_at),
        status: row.status,
        trouble: row.trouble,
      })),
  }
}

/** What was delivered or given up is to be delivered again, at once: one delivery, or null for all that were given up. */
export function replayDeliveries(
  db: D1Database,
  webhook: string,
  delivery: number | null,
  now: Date,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE delivery
         SET state = 'pending', attempts = 0, due_at = ?3, ended_at = NULL
         WHERE webhook_id = (SELECT id FROM webhook WHERE uid = ?1)
         AND (id = ?2 OR (?2 IS NULL AND state = 'failed'))
         AND EXISTS (SELECT 1 FROM webhook WHERE uid = ?1 AND stopped_at IS NULL)`,
      )
      .bind(webhook, delivery, now.toISOString()),
    db.prepare('UPDATE webhook SET wait_until = NULL WHERE uid = ?1').bind(webhook),
  ]
}
