import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { MailKind, SuppressionReason } from '#shared/domain/mail.ts'
import type { GroupFacts, News, RoundEnd, WrongAddress } from '#shared/domain/mail-content.ts'
import type { Movement } from '#shared/movement.ts'
import { newsColumn, newsFrom } from './news.ts'
import { owedSeats } from './owed.ts'
import { limitsOf, roundEndColumn, roundEndFrom } from './round-end.ts'
import type { Lease } from './sending.ts'

/** A mail that is about to leave, and all that it is to say. */
export type Departure = {
  id: number
  uid: string
  kind: MailKind
  round: string | null
  attempts: number
  createdAt: Date
  /** A coordinator is only an address. */
  to: { name: string | null; address: string; language: string | null }
  /** Why this address may not be written to. */
  suppression: SuppressionReason | null
  /** In a trial: who gets the mail instead. */
  trial: string | null
  /** Of a referent: the groups still owed in the round; all of theirs for a mail without a round. */
  groups: GroupFacts[]
  /** Of the coordinators' list. */
  silence: RoundEnd | null
  /** Of a mail about what was written in a group. */
  news: News | null
  /** Of a mail about somebody's address; null too when it was corrected, or they left the group. */
  wrong: WrongAddress | null
}

export type DepartureRow = {
  id: number
  uid: string
  kind: MailKind
  round_key: string | null
  attempts: number
  created_at: string
  name: string | null
  address: string
  language: string | null
  suppression: SuppressionReason | null
  trial: string | null
  groups: string
  silence: string | null
  news: string | null
  wrong: string | null
}

const ofGroup = (table: string) => `(SELECT count(*) FROM ${table} WHERE ${table}.group_id = g.id)`

// Whose address does not exist, as long as that is so and they are of the group
const wrongColumn = `(
    SELECT json_object('uid', g.uid, 'group', g.name, 'about', about.name)
    FROM person about
    JOIN suppression shut ON shut.address = about.email AND shut.reason = 'hard_bounce'
    JOIN referent seat ON seat.person_id = about.id AND seat.group_id = mail.group_id AND seat.until_at IS NULL
    JOIN local_group g ON g.id = mail.group_id
    WHERE about.id = mail.about_id
  )`

/** SQL: what each row of `mail` says, and to whom; `?3` holds a JSON array of the states of groups that are written to, `?4` what `limitsOf` gives. */
export const departureSql = `
  SELECT
    mail.id, mail.uid, mail.kind, mail.round_key, mail.attempts, mail.created_at,
    person.name, person.language,
    coalesce(person.email, mail.address) AS address,
    suppression.reason AS suppression,
    iif(mail.person_id IS NULL, NULL, (SELECT trial_address FROM mail_control)) AS trial,
    (
      SELECT json_group_array(json_array(
        g.name,
        (SELECT count(*) FROM referent WHERE referent.group_id = g.id AND referent.until_at IS NULL),
        ${ofGroup('activity')},
        ${ofGroup('participation')},
        ${ofGroup('training')},
        (SELECT json_array(count(*), min(checked_at), max(checked_at)) FROM section_check WHERE section_check.group_id = g.id)
      ) ORDER BY g.name_key)
      FROM local_group g
      WHERE g.id IN (
        SELECT group_id
        FROM (${owedSeats('mail.round_key', '?3')} AND referent.person_id = mail.person_id)
      )
    ) AS groups,
    iif(mail.kind = 'silent_groups', ${roundEndColumn}, NULL) AS silence,
    iif(mail.since_number IS NULL, NULL, ${newsColumn}) AS news,
    iif(mail.about_id IS NULL, NULL, ${wrongColumn}) AS wrong
  FROM mail
  LEFT JOIN person ON person.id = mail.person_id
  LEFT JOIN suppression ON suppression.address = coalesce(person.email, mail.address)`

/** To be read with `departuresFrom`; in one batch with `updateLeaving`, so that nothing changes between the two. */
export function selectDepartures(
  db: D1Database,
  ids: readonly number[],
  lease: Lease,
  movement: Pick<Movement, 'writesTo' | 'coordinators'>,
): D1PreparedStatement {
  // What does each of these mails say, and to whom?
  return db
    .prepare(
      `${departureSql}
       WHERE mail.id IN (SELECT value FROM json_each(?1))
       AND mail.state = 'sending'
       AND mail.lease_id = ?2
       AND mail.leaving_at IS NOT NULL
       ORDER BY mail.id`,
    )
    .bind(JSON.stringify(ids), lease.id, JSON.stringify(movement.writesTo), limitsOf(movement))
}

export function departuresFrom(rows: readonly DepartureRow[]): Departure[] {
  return rows.map((row) => ({
    id: row.id,
    uid: row.uid,
    kind: row.kind,
    round: row.round_key,
    attempts: row.attempts,
    createdAt: new Date(row.created_at),
    to: { name: row.name, address: row.address, language: row.language },
    suppression: row.suppression,
    trial: row.trial,
    groups: (JSON.parse(row.groups) as FactsColumns[]).map(factsFrom),
    silence: row.silence === null ? null : roundEndFrom(row.silence),
    news: row.news === null ? null : newsFrom(row.news),
    wrong: row.wrong === null ? null : (JSON.parse(row.wrong) as WrongAddress),
  }))
}

type CheckedColumns = [sections: number, oldest: string | null, latest: string | null]
type FactsColumns = [
  name: string,
  referents: number,
  activities: number,
  campaigns: number,
  trainings: number,
  checked: CheckedColumns,
]
function factsFrom([name, referents, activities, campaigns, trainings, checked]: FactsColumns): GroupFacts {
  const [sections, oldest, latest] = checked
  return {
    name,
    referents,
    activities,
    campaigns,
    trainings,
    checked: oldest && latest ? { sections, oldest: new Date(oldest), latest: new Date(latest) } : null,
  }
}
