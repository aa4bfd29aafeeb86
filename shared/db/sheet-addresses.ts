import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import { inParts } from './parts.ts'
import type { ReadDatabase } from './read-only.ts'

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

/** What a sheet put on lists: when, and which of them (keys). */
export type MembersAct = { at: Date; lists: readonly string[] }

/** What an act (the id of its event) put on lists, and how much of it is still there; null when it is none. All that one sheet put there is one act, in however many parts. */
export function findMembersAct(
  db: ReadDatabase,
  event: number,
): Question<(MembersAct & { members: number; left: number }) | null> {
  type Columns = { at: string; lists: string; members: number; left: number }
  return {
    // What did this sheet put on lists, and how much of it is still there?
    statement: db
      .prepare(
        `WITH act AS (
           SELECT part.happened_at AS at, json_group_array(DISTINCT item.value) AS lists
           FROM event AS asked
           JOIN event AS part ON part.happened_at = asked.happened_at AND part.action = asked.action
           JOIN json_each(part.details, '$.lists') AS item
           WHERE asked.id = ?1 AND asked.action = 'add_members' AND part.id BETWEEN asked.id - 1000 AND asked.id + 1000
           GROUP BY part.happened_at
         )
         SELECT
           at, lists,
           (
             SELECT sum(details ->> 'members')
             FROM event
             WHERE happened_at = act.at AND action = 'add_members' AND id BETWEEN ?1 - 1000 AND ?1 + 1000
           ) AS members,
           (SELECT count(*) FROM subscription WHERE since_at = at AND list IN (SELECT value FROM json_each(lists)))
           + (
             SELECT count(*)
             FROM list_subscriber
             WHERE confirmed_at = at AND left_at IS NULL AND list IN (SELECT value FROM json_each(lists))
           ) AS "left"
         FROM act`,
      )
      .bind(event),
    read: ([row]: Columns[]) =>
      row ? { ...row, at: new Date(row.at), lists: JSON.parse(row.lists) as string[] } : null,
  }
}

/** Takes off lists what a sheet put there. Who waited for their confirmation before waits again; who left since stays so. */
export function deleteListMembers(db: D1Database, { at, lists }: MembersAct): D1PreparedStatement[] {
  const onThese = 'list IN (SELECT value FROM json_each(?2))'
  const statements = [
    `DELETE FROM subscription WHERE since_at = ?1 AND ${onThese}`,
    `DELETE FROM list_subscriber WHERE asked_at = ?1 AND confirmed_at = ?1 AND left_at IS NULL AND ${onThese}`,
    `UPDATE list_subscriber SET confirmed_at = NULL WHERE confirmed_at = ?1 AND left_at IS NULL AND ${onThese}`,
  ]
  return statements.map((sql) => db.prepare(sql).bind(at.toISOString(), JSON.stringify(lists)))
}
