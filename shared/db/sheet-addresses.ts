import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { inParts } from './parts.ts'

/** SQL: whether `whole`, a person, is referent of a group: their lists are kept with them. */
const isReferentNow =
  'EXISTS (SELECT 1 FROM referent WHERE referent.person_id = whole.id AND referent.until_at IS NULL)'

/** An address, with the person (uid) who has it, or had it before they became part of another. */
type OfAddress = { email: string; uid: string | null; name: string | null; language: string | null }
/** Keys of the lists that it is on, and of those that it left; `isGone`: they want no mails, or complained of one. */
type OnLists = { lists: string[]; left: string[]; isGone: boolean }

/** What is known of these addresses: who has each, on which lists it is, and which it left. */
export async function listKnownAddresses(
  db: D1Database,
  emails: readonly string[],
): Promise<ReadonlyMap<string, OfAddress & OnLists>> {
  type Columns = OfAddress & { lists: string; left: string; isGone: number }
  const known = new Map<string, OfAddress & OnLists>()
  // Who has these addresses, which lists are they on, which have they left?
  const statement = db.prepare(
    `SELECT
       asked.value AS email, whole.uid, whole.name, whole.language,
       (
         SELECT json_group_array(list)
         FROM (
           SELECT list FROM subscription WHERE person_id = whole.id
           UNION
           SELECT list FROM list_subscriber
           WHERE email = asked.value AND confirmed_at IS NOT NULL AND left_at IS NULL
         )
       ) AS lists,
       (
         SELECT json_group_array(list)
         FROM (
           SELECT list FROM list_departure WHERE person_id = whole.id
           UNION
           SELECT list FROM list_subscriber WHERE email = asked.value AND left_at IS NOT NULL
         )
       ) AS "left",
       EXISTS (
         SELECT 1 FROM suppression
         WHERE address = asked.value AND (reason <> 'hard_bounce' OR unsubscribed_at IS NOT NULL)
       ) AS isGone
     FROM json_each(?1) AS asked
     LEFT JOIN person ON person.email = asked.value
     LEFT JOIN person AS whole ON whole.id = coalesce(person.merged_into_id, person.id)`,
  )
  for (const part of inParts(emails)) {
    const { results } = await statement.bind(JSON.stringify(part)).all<Columns>()
    for (const { lists, left, isGone, ...row } of results)
      known.set(row.email, {
        ...row,
        lists: JSON.parse(lists) as string[],
        left: JSON.parse(left) as string[],
        isGone: isGone === 1,
      })
  }
  return known
}

/** Puts addresses on lists: a referent as by their own page, anybody else as who signed up by the list's. */
export function insertListMembers(
  db: D1Database,
  members: readonly { uid: string; list: string; email: string }[],
  now: Date,
): D1PreparedStatement[] {
  const of = (join: string) => `
    FROM json_each(?1) AS item
    ${join} JOIN person ON person.email = item.value ->> 'email'
    ${join} JOIN person AS whole ON whole.id = coalesce(person.merged_into_id, person.id)`
  return inParts(members).flatMap((part) => [
    db
      .prepare(
        `INSERT INTO subscription (person_id, list, since_at)
         SELECT whole.id, item.value ->> 'list', ?2 ${of('')}
         WHERE ${isReferentNow}
         ON CONFLICT DO NOTHING`,
      )
      .bind(JSON.stringify(part), now.toISOString()),
    db
      .prepare(
        `INSERT INTO list_subscriber (uid, list, email, is_proven, asked_at, confirmed_at)
         SELECT item.value ->> 'uid', item.value ->> 'list', item.value ->> 'email', 0, ?2, ?2 ${of('LEFT')}
         WHERE whole.id IS NULL OR NOT ${isReferentNow}
         ON CONFLICT (list, email) DO UPDATE
         SET confirmed_at = excluded.confirmed_at
         WHERE confirmed_at IS NULL AND left_at IS NULL`,
      )
      .bind(JSON.stringify(part), now.toISOString()),
  ])
}
