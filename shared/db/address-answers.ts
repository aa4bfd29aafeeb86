import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type AddressAnswer, answersKept, answersLast, writeAnswers } from '#shared/domain/address-answer.ts'

/** Since when answers about addresses still say something. */
export function answersSince(now: Date): string {
  return new Date(now.getTime() - answersLast).toISOString()
}

/** Writes what servers said of addresses anew, since of mails that came back an earlier answer was wrong; and whether that was not believed. */
export function replaceAnswers(
  db: D1Database,
  { answers, isDoubted }: { answers: readonly AddressAnswer[]; isDoubted: boolean },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_control (id, address_answers, answered_at, doubted_at)
       VALUES (1, substr(?1, 1, ?2), ?3, iif(?4, ?3, NULL))
       ON CONFLICT DO UPDATE
       SET
         address_answers = excluded.address_answers,
         answered_at = excluded.answered_at,
         doubted_at = coalesce(excluded.doubted_at, doubted_at)`,
    )
    .bind(writeAnswers(answers), answersKept, now.toISOString(), isDoubted ? 1 : 0)
}

/** SQL: when a mail whose address is doubted is tried again: in half an hour, and twice as long for each attempt up to four hours. */
export const doubtedAgainAt = (now: string) =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', ${now}, '+' || (30 << min(max(mail.attempts, 1) - 1, 3)) || ' minutes')`

/**
 * Opens the addresses that were shut in the last days because a server said that they are missing, and is not believed any more: those of these
 * domains, or all of them. Their mails are tried again, unless a later one has taken their place.
 */
export function takeBack(db: D1Database, domains: readonly string[] | null, now: Date): D1PreparedStatement[] {
  const which = [answersSince(now), domains === null ? null : JSON.stringify(domains)]
  return [
    db
      .prepare(
        `UPDATE mail
         SET
           state = 'pending', reason = 'missing_doubted', due_at = ${doubtedAgainAt('?3')}, doubted_at = coalesce(mail.doubted_at, mail.settled_at),
           settled_at = NULL, leaving_at = NULL, lease_id = NULL, lease_until = NULL
         FROM (
           SELECT person.id
           FROM suppression
           JOIN person ON person.email = suppression.address
           WHERE ${suppressedLately}
         ) AS open
         WHERE mail.person_id = open.id
         AND mail.settled_at > ?1
         AND (
           (mail.state = 'failed' AND mail.reason IN ('address_refused', 'address_returned'))
           OR (mail.state = 'suppressed' AND mail.reason = 'hard_bounce' AND mail.round_key IS NOT NULL)
         )
         -- A link is asked for again by then
         AND (mail.stream <> 'transactional' OR mail.created_at > strftime('%Y-%m-%dT%H:%M:%fZ', ?3, '-1 day'))
         AND NOT EXISTS (
           SELECT 1
           FROM mail AS next
           WHERE next.person_id = mail.person_id AND next.round_key = mail.round_key AND next.id > mail.id
         )`,
      )
      .bind(...which, now.toISOString()),
    db.prepare(`DELETE FROM suppression WHERE ${suppressedLately}`).bind(...which),
  ]
}

const suppressedLately = `
    suppression.reason = 'hard_bounce'
    AND suppression.since_at > ?1
    AND (?2 IS NULL OR substr(suppression.address, instr(suppression.address, '@') + 1) IN (SELECT value FROM json_each(?2)))`
