import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { readAnswers } from '#shared/domain/address-answer.ts'
import { returnedReason } from '#shared/domain/refusal/refusal.ts'
import type { MailReport } from '#shared/domain/report.ts'
import { judgeReturned, type ReturnedMail } from '#shared/domain/returned-mail.ts'
import { answersSince, doubtedAgainAt, replaceAnswers, takeBack } from './address-answers.ts'
import { streamOf } from './mail-streams.ts'
import { unhurried } from './news.ts'
import { doubtedSince, readersAddress } from './outgoing-mails.ts'

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
         ON CONFLICT (address) DO UPDATE
         SET reason = excluded.reason, explanation = excluded.explanation, since_at = excluded.since_at, unsubscribed_at = suppression.since_at
         WHERE suppression.reason = 'unsubscribed'`,
      )
      .bind(JSON.stringify(bounces), now.toISOString()),
    ...tellWrongAddresses(db, now),
  ]
}

/** Whose report counts without a mail's name: that of somebody who has shown who they are. */
type Source = { trusted: boolean }

/**
 * Writes down what came back: of a mail of ours, when the report names it, to the address that it was written to. Of a report without a
 * mail's name, only `trusted` ones count. Read twice, it changes nothing more. Where it is said of too many addresses that they are missing, nobody is
 * shut, and their mails are tried again.
 */
export async function takeReports(
  db: D1Database,
  reports: readonly MailReport[],
  source: Source,
  now: Date,
): Promise<void> {
  const { missing, answers, doubted } = await readMissing(db, reports, source, now)
  const { disbelieved, opened, all } = judgeReturned(missing, { answers, doubted }, now)
  await db.batch([
    ...(opened === undefined ? [] : takeBack(db, opened, now)),
    ...insertReports(db, reports, { ...source, disbelieved }, now),
    ...(source.trusted ? [] : [countReports(db, reports, now)]),
    ...(missing.length > 0 ? [replaceAnswers(db, { answers: all, isDoubted: opened !== undefined }, now)] : []),
  ])
}

async function readMissing(db: D1Database, reports: readonly MailReport[], { trusted }: Source, now: Date) {
  type Row = { address: string; doubted_since: string | null; answers: string; doubted: number }
  // Which open addresses are said to be missing, and what was said of others?
  const statement = db.prepare(
    `SELECT
       address,
       min(doubted_since) AS doubted_since,
       coalesce((SELECT address_answers FROM mail_control WHERE answered_at > ?2), '') AS answers,
       (SELECT count(*) FROM mail WHERE doubted_at IS NOT NULL AND state = 'pending') AS doubted
     FROM (${meantSql}) AS meant
     WHERE suppresses AND reason = 'hard_bounce'
     AND NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.address = meant.address)
     GROUP BY address`,
  )
  const { results } = await statement.bind(JSON.stringify(reports), answersSince(now), trusted ? 1 : 0).all<Row>()
  return {
    missing: results.map(
      ({ address, doubted_since }): ReturnedMail => ({
        address,
        doubtedSince: doubted_since === null ? null : new Date(doubted_since),
      }),
    ),
    answers: readAnswers(results[0]?.answers ?? ''),
    doubted: results[0]?.doubted ?? 0,
  }
}

function insertReports(
  db: D1Database,
  reports: readonly MailReport[],
  { trusted, disbelieved }: Source & { /** Addresses. */ disbelieved: readonly string[] },
  now: Date,
): D1PreparedStatement[] {
  const json = JSON.stringify(
    reports.map((report) => ({ ...report, reason: report.cause && returnedReason(report.cause) })),
  )
  return [
    db
      .prepare(
        `INSERT INTO suppression (address, reason, explanation, since_at)
         SELECT address, min(reason), min(explanation), ?2
         FROM (${meantSql}) AS meant
         WHERE suppresses
         AND (reason <> 'hard_bounce' OR address NOT IN (SELECT value FROM json_each(?4)))
         GROUP BY address
         ON CONFLICT (address) DO UPDATE
         SET
           reason = excluded.reason, explanation = excluded.explanation, since_at = excluded.since_at,
           unsubscribed_at = iif(excluded.reason = 'hard_bounce', suppression.since_at, NULL)
         WHERE (excluded.reason = 'complaint' AND suppression.reason <> 'complaint')
         OR (excluded.reason = 'hard_bounce' AND suppression.reason = 'unsubscribed')
         -- Whoever stops our mails has shown that they arrive
         OR (excluded.reason = 'unsubscribed' AND suppression.reason = 'hard_bounce')`,
      )
      .bind(json, now.toISOString(), trusted ? 1 : 0, JSON.stringify(disbelieved)),
    db
      .prepare(
        `UPDATE mail
         SET
           state = iif(said.isDoubted, 'pending', 'failed'),
           reason = iif(said.isDoubted, 'missing_doubted', said.reason),
           server_reply = said.words,
           due_at = iif(said.isDoubted, ${doubtedAgainAt('?3')}, mail.due_at),
           doubted_at = iif(said.isDoubted, coalesce(mail.doubted_at, ?3), mail.doubted_at),
           leaving_at = iif(said.isDoubted, NULL, mail.leaving_at),
           settled_at = iif(said.isDoubted, NULL, mail.settled_at)
         FROM (
           SELECT
             sent.id,
             item.value ->> 'words' AS words,
             item.value ->> 'reason' AS reason,
             item.value ->> 'kind' = 'hard_bounce'
             AND item.value ->> 'address' IN (SELECT value FROM json_each(?2))
             -- So often it is tried again, over a day
             AND sent.attempts < 6
             AND NOT EXISTS (
               SELECT 1
               FROM mail AS next
               WHERE next.person_id = sent.person_id AND next.round_key = sent.round_key AND next.id > sent.id
             ) AS isDoubted
           FROM json_each(?1) AS item
           JOIN mail AS sent ON sent.id = coalesce(
             (SELECT id FROM mail WHERE uid = item.value ->> 'uid'),
             -- Who names no mail means the latest that went to this address
             iif(?4 AND item.value ->> 'uid' IS NULL, (
               SELECT max(latest.id)
               FROM person
               JOIN mail AS latest ON latest.person_id = person.id
               WHERE person.email = item.value ->> 'address' AND latest.state IN ('sent', 'unknown') AND latest.settled_at > ?5
             ), NULL)
           )
           WHERE item.value ->> 'kind' IN ('hard_bounce', 'soft_bounce')
           AND item.value ->> 'address' = coalesce(
             (SELECT email FROM person WHERE id = sent.person_id),
             (SELECT email FROM invitation WHERE id = sent.invitation_id),
             sent.address
           )
         ) AS said
         WHERE mail.id = said.id
         AND mail.state IN ('sent', 'unknown')`,
      )
      .bind(
        json,
        JSON.stringify(disbelieved),
        now.toISOString(),
        trusted ? 1 : 0,
        new Date(now.getTime() - returnsWithin).toISOString(),
      ),
    suppressDoubtful(
      db,
      reports.flatMap(({ uid, cause }) => (uid !== null && cause === 'maybe_missing' ? [uid] : [])),
      now,
    ),
    ...tellWrongAddresses(db, now),
  ]
}

/** For so long after it left a mail may come back, in milliseconds: servers try for five days. */
const returnsWithin = 7 * 86_400_000

const doubtful = `('doubtful_address_refused', 'doubtful_address_returned')`
const hour = 3_600_000

/**
 * Shuts the addresses of these mails, by their ids, if it was said before, of a mail of another day, that they may not exist, and their people have not
 * answered since. Not where it is said of more than a third of a round: then it is said of us.
 */
export function suppressDoubtful(db: D1Database, uids: readonly string[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO suppression (address, reason, explanation, since_at)
       SELECT person.email, 'hard_bounce', latest.server_reply, ?2
       FROM json_each(?1) AS item
       JOIN mail AS latest ON latest.uid = item.value
       JOIN person ON person.id = latest.person_id
       WHERE latest.state = 'failed'
       AND latest.reason IN ${doubtful}
       AND person.email IS NOT NULL
       AND EXISTS (
         SELECT 1
         FROM mail AS earlier
         WHERE earlier.person_id = latest.person_id
         AND earlier.id <> latest.id
         AND earlier.state = 'failed'
         AND earlier.reason IN ${doubtful}
         AND earlier.settled_at BETWEEN ?3 AND ?4
         AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.person_id = latest.person_id AND answer.last_at > earlier.settled_at)
       )
       AND 3 * (SELECT coalesce(sum(mails), 0) FROM mail_rollup WHERE round_key = latest.round_key AND reason IN ${doubtful})
         <= (SELECT coalesce(sum(mails), 0) FROM mail_rollup WHERE round_key = latest.round_key)
       ON CONFLICT DO NOTHING`,
    )
    .bind(
      JSON.stringify(uids),
      now.toISOString(),
      new Date(now.getTime() - 90 * 24 * hour).toISOString(),
      new Date(now.getTime() - 20 * hour).toISOString(),
    )
}

// Which address does each report mean, and does it shut it? A report may name another address than ours: where our mail was forwarded to. One about a
// mail that waits to be tried again was read before.
const meantSql = `
  SELECT
    coalesce(${readersAddress}, item.value ->> 'address') AS address,
    iif(item.value ->> 'kind' = 'soft_bounce', 'hard_bounce', item.value ->> 'kind') AS reason,
    item.value ->> 'words' AS explanation,
    ${doubtedSince} AS doubted_since,
    item.value ->> 'kind' <> 'soft_bounce'
    AND (item.value ->> 'kind' <> 'hard_bounce' OR mail.id IS NULL OR mail.state NOT IN ('pending', 'sending'))
    AND (
      (?3 AND mail.id IS NULL AND EXISTS (SELECT 1 FROM person AS known WHERE known.email = item.value ->> 'address'))
      OR (mail.id IS NOT NULL AND ${readersAddress} = item.value ->> 'address')
      OR (mail.id IS NOT NULL AND item.value ->> 'kind' = 'complaint' AND item.value ->> 'address' IS NULL)
    ) AS suppresses
  FROM json_each(?1) AS item
  LEFT JOIN mail ON mail.uid = item.value ->> 'uid'
  LEFT JOIN person ON person.id = mail.person_id
  LEFT JOIN invitation ON invitation.id = mail.invitation_id`

/** For so long reports are counted together, in milliseconds. */
const reportsCounted = 30 * 86_400_000

/** Counts reports, and those about a mail of ours: where hardly any is, something between us and the reader of mails takes its name away. */
function countReports(db: D1Database, reports: readonly MailReport[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_control (id, reports_since, reports_read, reports_known)
       SELECT 1, ?3, count(*), count(mail.id)
       FROM json_each(?1) AS item
       LEFT JOIN mail ON mail.uid = item.value ->> 'uid'
       WHERE true
       ON CONFLICT DO UPDATE
       SET
         reports_read = iif(reports_since > ?2, reports_read, 0) + excluded.reports_read,
         reports_known = iif(reports_since > ?2, reports_known, 0) + excluded.reports_known,
         reports_since = iif(reports_since > ?2, reports_since, excluded.reports_since)`,
    )
    .bind(JSON.stringify(reports), new Date(now.getTime() - reportsCounted).toISOString(), now.toISOString())
}

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
        `INSERT INTO mail (kind, stream, person_id, group_id, about_person_id, due_at, created_at)
         SELECT 'wrong_address', ${streamOf("'wrong_address'")}, other.person_id, membership.group_id, about.id, ${unhurried('other.person_id', '?1')}, ?1
         FROM suppression
         JOIN person about ON about.email = suppression.address
         JOIN referent membership ON membership.person_id = about.id AND membership.until_at IS NULL
         JOIN referent other ON other.group_id = membership.group_id AND other.until_at IS NULL AND other.person_id <> about.id
         JOIN person reader ON reader.id = other.person_id
         WHERE suppression.reason = 'hard_bounce'
         AND suppression.notified_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM suppression suppressed WHERE suppressed.address = reader.email)
         ON CONFLICT DO NOTHING`,
      )
      .bind(instant),
    db
      .prepare(`UPDATE suppression SET notified_at = ?1 WHERE reason = 'hard_bounce' AND notified_at IS NULL`)
      .bind(instant),
  ]
}
