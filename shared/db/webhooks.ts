import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { ActionName } from '#shared/domain/event.ts'
import { pauseAfter, type Webhook, type WebhookFormat } from '#shared/domain/webhook/webhook.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A webhook as it stands. */
export type KeptWebhook = Webhook & {
  id: number
  madeAt: Date
  /** Why it is told nothing any more; null while it is. */
  stopped: { at: Date; why: 'gone' | 'team' } | null
  /** Since when nothing arrives; null when the last call did. */
  failingSince: Date | null
  /** When it last took something. */
  workedAt: Date | null
  /** How many deliveries wait, and how many were given up. */
  waiting: number
  failed: number
}

type Columns = {
  id: number
  uid: string
  name: string
  url: string
  format: WebhookFormat
  actions: string | null
  regions: string | null
  tells_people: number
  language: string | null
  digest_at: string | null
  made_at: string
  stopped_at: string | null
  stopped_why: 'gone' | 'team' | null
  failing_since: string | null
  worked_at: string | null
  waiting: number
  failed: number
}

const instant = (text: string | null) => (text === null ? null : new Date(text))
const listIn = <Item>(json: string | null) => (json === null ? null : (JSON.parse(json) as Item[]))

/** Of the deliveries that were given up so many are counted. */
const mostCounted = 1000

/** Every webhook, in the order in which they were made. */
export function listWebhooks(db: ReadDatabase): Question<KeptWebhook[]> {
  return {
    // Which webhooks are there, and how do they stand?
    statement: db.prepare(
      `SELECT id, uid, name, url, format, actions, regions, tells_people, language, digest_at, made_at, stopped_at, stopped_why, failing_since, worked_at,
         (SELECT count(*) FROM delivery WHERE webhook_id = webhook.id AND state = 'pending') AS waiting,
         (
           SELECT count(*)
           FROM (SELECT state FROM delivery WHERE webhook_id = webhook.id ORDER BY id DESC LIMIT ${mostCounted})
           WHERE state = 'failed'
         ) AS failed
       FROM webhook
       ORDER BY id`,
    ),
    read: (rows: Columns[]) =>
      rows.map((row) => ({
        id: row.id,
        uid: row.uid,
        name: row.name,
        url: row.url,
        format: row.format,
        actions: listIn<ActionName>(row.actions),
        regions: listIn<string>(row.regions),
        tellsPeople: row.tells_people === 1,
        language: row.language,
        digestAt: row.digest_at,
        madeAt: new Date(row.made_at),
        stopped:
          row.stopped_at === null || row.stopped_why === null
            ? null
            : { at: new Date(row.stopped_at), why: row.stopped_why },
        failingSince: instant(row.failing_since),
        workedAt: instant(row.worked_at),
        waiting: row.waiting,
        failed: row.failed,
      })),
  }
}

/** Makes a webhook; one that has this uid already stays as it is. A digest begins with what happens after that it was made. */
export function insertWebhook(
  db: D1Database,
  webhook: Webhook,
  { by, day, now }: { by: string | null; day: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhook (uid, name, url, format, actions, regions, tells_people, language, digest_at, digest_on, digest_event, made_at, made_by)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (SELECT coalesce(max(id), 0) + 1 FROM event), ?11, ?12)
       ON CONFLICT (uid) DO NOTHING`,
    )
    .bind(
      webhook.uid,
      webhook.name,
      webhook.url,
      webhook.format,
      webhook.actions && JSON.stringify(webhook.actions),
      webhook.regions && JSON.stringify(webhook.regions),
      webhook.tellsPeople ? 1 : 0,
      webhook.language,
      webhook.digestAt,
      day,
      now.toISOString(),
      by,
    )
}

/** Tells it nothing any more: what waited for it is not sent. */
export function stopWebhook(db: D1Database, uid: string, why: 'gone' | 'team', now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare('UPDATE webhook SET stopped_at = ?2, stopped_why = ?3 WHERE uid = ?1 AND stopped_at IS NULL')
      .bind(uid, now.toISOString(), why),
    db
      .prepare(
        `UPDATE delivery
         SET state = 'cancelled', ended_at = ?2
         WHERE state = 'pending' AND webhook_id = (SELECT id FROM webhook WHERE uid = ?1)`,
      )
      .bind(uid, now.toISOString()),
  ]
}

/** Tells it again what happens from now on. */
export function resumeWebhook(db: D1Database, uid: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE webhook
       SET stopped_at = NULL, stopped_why = NULL, failures = 0, failing_since = NULL, wait_until = NULL,
         digest_event = (SELECT coalesce(max(id), 0) FROM event)
       WHERE uid = ?1`,
    )
    .bind(uid)
}

export function deleteWebhook(db: D1Database, uid: string): D1PreparedStatement {
  return db.prepare('DELETE FROM webhook WHERE uid = ?1').bind(uid)
}

/** That it took something. */
export function webhookWorked(db: D1Database, id: number, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE webhook SET worked_at = ?2, failures = 0, failing_since = NULL, wait_until = NULL WHERE id = ?1')
    .bind(id, now.toISOString())
}

/** That it took nothing, `failures` times in a row: it is left alone for a while. */
export function webhookFailed(db: D1Database, id: number, failures: number, now: Date): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE webhook SET failures = ?2, failing_since = coalesce(failing_since, ?3), wait_until = ?4 WHERE id = ?1',
    )
    .bind(id, failures, now.toISOString(), new Date(now.getTime() + pauseAfter(failures)).toISOString())
}
