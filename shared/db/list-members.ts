import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Actor } from '#shared/domain/actor.ts'
import { isShrunk, type OwnFilter } from '#shared/domain/publication.ts'
import { hasAnswered } from './answered-so.ts'
import type { Question } from './ask.ts'
import { isOpen } from './group-states.ts'
import { leaveSubscriber } from './list-subscribers.ts'
import type { ReadDatabase } from './read-only.ts'

/** Whom a list's program is to write to. */
export type ListMember = { id: number; email: string; name: string }

/** SQL, of a `subscription` joined with its `person`: who may be written to, and has said yes in a group of these (`?2`, JSON as `limitsJson` writes it; NULL: all). */
export const isListMember = `
  person.email IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM suppression WHERE address = person.email)
  AND NOT EXISTS (SELECT 1 FROM list_departure WHERE person_id = person.id AND list = subscription.list)
  AND EXISTS (
    SELECT 1
    FROM referent
    JOIN local_group g ON g.id = referent.group_id
    WHERE referent.person_id = person.id AND referent.until_at IS NULL
    AND ${isOpen('g.state')}
    AND (?2 ->> 'regions' IS NULL OR g.region IN (SELECT value FROM json_each(?2, '$.regions')))
    AND ${hasAnswered("?2 -> 'answers'")}
  )`

/** Rows of who is on a list by its page alone stand behind those of persons. */
const behindPersons = 1_000_000_000_000

// Of a list `?1`: its referents, and who is on it by its page alone, where all groups are asked for
const persons = `
  SELECT person.id AS id, person.email AS email, person.name AS name, subscription.since_at AS since_at
  FROM subscription
  JOIN person ON person.id = subscription.person_id
  WHERE subscription.list = ?1 AND ${isListMember}`
const byPage = `
  SELECT ${behindPersons} + list_subscriber.id AS id, list_subscriber.email, '' AS name, list_subscriber.confirmed_at
  FROM list_subscriber
  WHERE list_subscriber.list = ?1 AND ?2 IS NULL AND confirmed_at IS NOT NULL AND left_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM suppression WHERE address = list_subscriber.email)
  AND NOT EXISTS (
    SELECT 1
    FROM person
    JOIN subscription ON subscription.person_id = person.id AND subscription.list = ?1
    WHERE person.email = list_subscriber.email AND ${isListMember}
  )`

/** SQL: who is on the list `?1`, each address once (`?2` as above). */
export const onList = `${persons} UNION ALL ${byPage}`

/** A list, of which groups: of these regions (null: all) that gave these answers (as kept; none: all). */
type AskedList = { list: string; regions: readonly string[] | null; answers?: OwnFilter }

const limitsJson = ({ regions, answers = [] }: AskedList) =>
  regions === null && answers.length === 0 ? null : JSON.stringify({ regions, answers })

/** The next members of a list, in the order of their rows. */
export function listMembers(
  db: ReadDatabase,
  asked: AskedList,
  { after, limit }: { after: number; limit: number },
): Question<ListMember[]> {
  return {
    // Who is on this list?
    statement: db
      .prepare(
        // Each part goes on by its own key: a page reads its own rows, not those before it
        `SELECT id, email, name
         FROM (
           SELECT * FROM (${persons} AND subscription.person_id > ?3 ORDER BY subscription.person_id LIMIT ?4 + 0)
           UNION ALL
           SELECT * FROM (${byPage} AND list_subscriber.id > ?3 - ${behindPersons} ORDER BY list_subscriber.id LIMIT ?4 + 0)
         )
         ORDER BY id
         LIMIT ?4 + 0`,
      )
      .bind(asked.list, limitsJson(asked), after, limit),
    read: (rows: ListMember[]) => rows,
  }
}

/** How many there are, and were when the list was last found whole; null before the cron has looked at this key. */
export function countMembers(
  db: ReadDatabase,
  { key, ...asked }: AskedList & { key: number },
): Question<{ before: number | null; now: number }> {
  return {
    // How many are on this list, and how many were?
    statement: db
      .prepare(
        `SELECT
           (SELECT members FROM list_count WHERE key_id = ?3) AS before,
           (SELECT count(*) FROM (${onList})) AS now`,
      )
      .bind(asked.list, limitsJson(asked), key),
    read: ([row]: { before: number | null; now: number }[]) => row ?? { before: null, now: 0 },
  }
}

/** What the cron found of a key's list. One that shrank too much stays compared with what it was. */
export function upsertListCount(
  db: D1Database,
  { key, before, now: members }: { key: number; before: number | null; now: number },
  now: Date,
): D1PreparedStatement {
  const isHeld = isShrunk({ before: before ?? 0, now: members }, true)
  return db
    .prepare(
      `INSERT INTO list_count (key_id, members, members_now, held_at)
       VALUES (?1, ?2, ?2, NULL)
       ON CONFLICT (key_id) DO UPDATE
       SET
         members = iif(?3, members, excluded.members),
         members_now = excluded.members_now,
         held_at = iif(?3, coalesce(held_at, ?4), NULL)
       WHERE members IS NOT excluded.members OR members_now IS NOT excluded.members_now OR held_at IS NOT NULL`,
    )
    .bind(key, members, isHeld ? 1 : 0, now.toISOString())
}

/** A coordinator says that lists are right as they are. */
export function acceptListCounts(db: D1Database): D1PreparedStatement {
  return db.prepare('UPDATE list_count SET members = members_now, held_at = NULL WHERE held_at IS NOT NULL')
}

/** Whether an address is somebody's of these groups (`withinGroups`). */
export function isAddressOf(db: ReadDatabase, address: string): Question<boolean> {
  return {
    // Is this somebody of theirs?
    statement: db.prepare('SELECT EXISTS (SELECT 1 FROM person WHERE email = ?1) AS found').bind(address),
    read: ([row]: { found: number }[]) => row?.found === 1,
  }
}

/** Takes off a list whoever has this address, since they left it where it is kept. Nobody of that address: nothing. */
export function insertListDeparture(
  db: D1Database,
  { list, address, reason }: { list: string; address: string; reason: string },
  now: Date,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO list_departure (person_id, list, reason, left_at)
         SELECT id, ?2, ?3, ?4
         FROM person
         WHERE email = ?1
         ON CONFLICT DO NOTHING`,
      )
      .bind(address, list, reason, now.toISOString()),
    leaveSubscriber(db, list, address, now),
    // Should they join again by themselves, the program is told that it is so
    db
      .prepare('UPDATE list_entry SET left_at = ?3 WHERE list = ?2 AND address = ?1')
      .bind(address, list, now.toISOString()),
    db
      .prepare('DELETE FROM subscription WHERE list = ?2 AND person_id = (SELECT id FROM person WHERE email = ?1)')
      .bind(address, list),
  ]
}

/** Whoever has joined a list again by themselves, in this very write, is on it again. After the write, in one batch with it. */
export function deleteOwnDepartures(db: D1Database, actor: Actor, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM list_departure
       WHERE person_id = coalesce(
         (SELECT id FROM person WHERE uid = ?1),
         (SELECT mail.person_id FROM link JOIN mail ON mail.id = link.mail_id WHERE link.hash = ?2)
       )
       AND EXISTS (
         SELECT 1
         FROM subscription
         WHERE person_id = list_departure.person_id AND list = list_departure.list AND since_at = ?3
       )`,
    )
    .bind('person' in actor ? actor.person : null, 'link' in actor ? actor.link : null, now.toISOString())
}
