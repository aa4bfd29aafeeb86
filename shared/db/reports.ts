import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { MailReport } from '#shared/domain/report.ts'
import { unhurried } from './news.ts'
import { isInvitedAs } from './people.ts'

/** An address that a server said does not exist, and its words. */
export type Bounce = { address: string; words: string | null }

/** Shuts addresses of which a server has said that they do not exist, and tells their groups' other referents, once. */
export function insertBounces(db: D1Database, bounces: readonly Bounce[], now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO suppression (address, reason, explanation, since_at)
         SELECT item.value ->> 'address', 'hard_bounce', item.value ->> 'words', ?2
         FROM json_each(?1) AS item
         WHERE true
         ON CONFLICT DO NOTHING`,
      )
      .bind(JSON.stringify(bounces), now.toISOString()),
    ...tellWrongAddresses(db, now),
  ]
}

/**
 * Writes down what came back: of a mail of ours, when the report names it, to the address that it was written to. Of a report without a
 * mail's name, only `trusted` ones count, from somebody who has shown who they are. Read twice, it changes nothing more.
 */
export function insertReports(
  db: D1Database,
  reports: readonly MailReport[],
  { trusted }: { trusted: boolean },
  now: Date,
): D1PreparedStatement[] {
  const json = JSON.stringify(reports)
  return [
    db
      .prepare(
        `INSERT INTO suppression (address, reason, explanation, since_at)
         SELECT address, min(reason), min(explanation), ?2
         FROM (${meantSql})
         WHERE shuts
         GROUP BY address
         ON CONFLICT (address) DO UPDATE
         SET reason = excluded.reason, explanation = excluded.explanation, since_at = excluded.since_at
         WHERE excluded.reason = 'complaint' AND suppression.reason <> 'complaint'
         OR suppression.reason = 'unsubscribed'`,
      )
      .bind(json, now.toISOString(), trusted ? 1 : 0),
    db
      .prepare(
        `UPDATE mail
         SET state = 'failed', reason = 'came_back', server_reply = item.value ->> 'words'
         FROM json_each(?1) AS item
         WHERE mail.uid = item.value ->> 'uid'
         AND item.value ->> 'kind' <> 'complaint'
         AND mail.state IN ('sent', 'unknown')
         AND item.value ->> 'address' = coalesce((SELECT email FROM person WHERE id = mail.person_id), mail.address)`,
      )
      .bind(json),
    ...tellWrongAddresses(db, now),
  ]
}

// Which address does each report mean, and does it shut it? A report may name another address than ours: where our mail was forwarded to.
const meantSql = `
  SELECT
    coalesce(person.email, mail.address, item.value ->> 'address') AS address,
    iif(item.value ->> 'kind' = 'complaint', 'complaint', 'hard_bounce') AS reason,
    item.value ->> 'words' AS explanation,
    item.value ->> 'kind' IN ('complaint', 'hard_bounce')
    AND (
      (?3 AND mail.id IS NULL AND EXISTS (SELECT 1 FROM person AS known WHERE known.email = item.value ->> 'address'))
      OR (mail.id IS NOT NULL AND coalesce(person.email, mail.address) = item.value ->> 'address')
      OR (mail.id IS NOT NULL AND item.value ->> 'kind' = 'complaint' AND item.value ->> 'address' IS NULL)
    ) AS shuts
  FROM json_each(?1) AS item
  LEFT JOIN mail ON mail.uid = item.value ->> 'uid'
  LEFT JOIN person ON person.id = mail.person_id`

/** How many of these reports are about a mail of ours, by its name. */
export async function countKnown(db: D1Database, reports: readonly MailReport[]): Promise<number> {
  const uids = reports.flatMap(({ uid }) => (uid === null ? [] : [uid]))
  const row = await db
    .prepare('SELECT count(*) AS mails FROM mail WHERE uid IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(uids))
    .first<{ mails: number }>()
  return row?.mails ?? 0
}

/** A mail to each other referent of a group, for each address that does not exist and of which nobody was told yet. */
function tellWrongAddresses(db: D1Database, now: Date): D1PreparedStatement[] {
  const instant = now.toISOString()
  return [
    db
      .prepare(
        `INSERT INTO mail (kind, person_id, group_id, about_person_id, due_at, created_at)
         SELECT 'wrong_address', other.person_id, seat.group_id, about.id, ${unhurried('other.person_id', '?1')}, ?1
         FROM suppression
         JOIN person about ON about.email = suppression.address
         JOIN referent seat ON seat.person_id = about.id AND seat.until_at IS NULL
         JOIN referent other ON other.group_id = seat.group_id AND other.until_at IS NULL AND other.person_id <> about.id
           AND other.waiting_at IS NULL AND NOT (${isInvitedAs('other')})
         JOIN person reader ON reader.id = other.person_id
         WHERE suppression.reason = 'hard_bounce'
         AND suppression.notified_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM suppression shut WHERE shut.address = reader.email)
         ON CONFLICT DO NOTHING`,
      )
      .bind(instant),
    db
      .prepare(`UPDATE suppression SET notified_at = ?1 WHERE reason = 'hard_bounce' AND notified_at IS NULL`)
      .bind(instant),
  ]
}
