import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { fold } from '#shared/record/fold.ts'
import type { Language } from '#shared/text/language.ts'
import { inParts } from './parts.ts'
import type { RowName } from './section-writes.ts'

/** With a mail address or a phone. */
export type Person = { uid: string; email: string | null; name: string; phone: string | null }

/** Makes people, or gives those we know by their uid these values. Fails on an address that another person has. */
export function upsertPeople(db: D1Database, people: readonly Person[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO person (uid, email, name, name_key, phone, created_at)
       SELECT item.value ->> 'uid', item.value ->> 'email', item.value ->> 'name', item.value ->> 'name_key', item.value ->> 'phone', ?2
       FROM json_each(?1) AS item
       WHERE true
       ON CONFLICT (uid) DO UPDATE
       SET email = excluded.email, name = excluded.name, name_key = excluded.name_key, phone = excluded.phone`,
    )
    .bind(JSON.stringify(people.map(withKey)), now.toISOString())
}

/** A person with the key that their name is found by. */
function withKey(person: Person): Person & { name_key: string } {
  return { ...person, name_key: fold(person.name) }
}

export type MembershipRow = RowName & { role: string | null; own?: object }

/** Who has this address, in lower case, or this number (E.164) and no address, or this uid; null when nobody does, or several. */
export async function findPersonUid(db: D1Database, who: string): Promise<string | null> {
  // Who is this?
  const { results } = await db
    .prepare(
      `SELECT whole.uid
       FROM person
       JOIN person AS whole ON whole.id = coalesce(person.merged_into_id, person.id)
       WHERE person.id IN (
         SELECT id FROM person WHERE email = ?1
         UNION
         SELECT id FROM person WHERE email IS NULL AND phone = ?1
         UNION
         SELECT id FROM person WHERE uid = ?1
       )
       GROUP BY whole.uid`,
    )
    .bind(who)
    .all<{ uid: string }>()
  const [one, ...others] = results
  return one && others.length === 0 ? one.uid : null
}

/** Makes the people whom we do not know yet. Those we know keep what we know of them, and gain a phone if they had none. */
export function insertPeople(db: D1Database, people: readonly Person[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO person (uid, email, name, name_key, phone, created_at)
       SELECT item.value ->> 'uid', item.value ->> 'email', item.value ->> 'name', item.value ->> 'name_key', item.value ->> 'phone', ?2
       FROM json_each(?1) AS item
       WHERE true
       ON CONFLICT (uid) DO UPDATE
       SET phone = coalesce(person.phone, excluded.phone)`,
    )
    .bind(JSON.stringify(people.map(withKey)), now.toISOString())
}

/** Gives people (`uid`) a membership in groups, or changes their role where they have one. */
export function upsertMemberships(
  db: D1Database,
  memberships: readonly MembershipRow[],
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO referent (group_id, person_id, role, own, since_at)
       SELECT g.id, person.id, item.value ->> 'role', coalesce(item.value -> 'own', '{}'), ?2
       FROM json_each(?1) AS item
       JOIN local_group g ON g.uid = item.value ->> 'group'
       JOIN person ON person.uid = item.value ->> 'uid'
       WHERE true
       ON CONFLICT (group_id, person_id) WHERE until_at IS NULL DO UPDATE
       SET role = excluded.role, own = json_patch(referent.own, excluded.own)`,
    )
    .bind(JSON.stringify(memberships), now.toISOString())
}

/** Ends memberships. The rows stay, with their end. */
export function endMemberships(db: D1Database, memberships: readonly RowName[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE referent
       SET until_at = ?2
       WHERE until_at IS NULL
       AND (group_id, person_id) IN (
         SELECT g.id, person.id
         FROM json_each(?1) AS item
         JOIN local_group g ON g.uid = item.value ->> 'group'
         JOIN person ON person.uid = item.value ->> 'uid'
       )`,
    )
    .bind(JSON.stringify(memberships), now.toISOString())
}

/** Gives people back the membership that they lost a moment ago, as long as nobody has told them. */
export function restoreMemberships(db: D1Database, memberships: readonly RowName[], now: Date): D1PreparedStatement[] {
  const json = JSON.stringify(memberships)
  const untold = `
       SELECT mail.id
       FROM json_each(?1) AS item
       JOIN local_group g ON g.uid = item.value ->> 'group'
       JOIN person ON person.uid = item.value ->> 'uid'
       JOIN mail ON mail.group_id = g.id AND mail.person_id = person.id
       WHERE mail.kind = 'farewell' AND mail.state = 'pending'`
  return [
    db
      .prepare(
        `UPDATE referent
         SET until_at = NULL
         WHERE id IN (
           SELECT max(former.id)
           FROM referent former
           JOIN mail ON mail.group_id = former.group_id AND mail.person_id = former.person_id
           WHERE mail.id IN (${untold})
           GROUP BY former.group_id, former.person_id
           HAVING count(*) = count(former.until_at)
         )`,
      )
      .bind(json),
    db
      .prepare(`UPDATE mail SET state = 'cancelled', reason = 'overtaken', settled_at = ?2 WHERE id IN (${untold})`)
      .bind(json, now.toISOString()),
  ]
}

/** Remembers the language that a person reads. */
export function updateLanguage(db: D1Database, personUid: string, language: Language): D1PreparedStatement {
  return db.prepare('UPDATE person SET language = ?2 WHERE uid = ?1').bind(personUid, language)
}

/** Remembers the languages that people read; null: none is known any more. */
export function updateLanguages(
  db: D1Database,
  people: readonly { uid: string; language: string | null }[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE person
       SET language = item.value ->> 'language'
       FROM json_each(?1) AS item
       WHERE person.uid = item.value ->> 'uid'`,
    )
    .bind(JSON.stringify(people))
}

/** The people who have one of these addresses, with the language that they read; of an address of somebody who became part of another person, that one. */
export async function listPeople(
  db: D1Database,
  emails: readonly string[],
): Promise<(Person & { language: string | null })[]> {
  // Who has these addresses?
  const statement = db.prepare(
    `SELECT whole.uid, person.email, whole.name, whole.phone, whole.language
     FROM person
     JOIN person AS whole ON whole.id = coalesce(person.merged_into_id, person.id)
     WHERE person.email IN (SELECT value FROM json_each(?1))`,
  )
  const found: (Person & { language: string | null })[][] = []
  for (const part of inParts(emails))
    found.push((await statement.bind(JSON.stringify(part)).all<Person & { language: string | null }>()).results)
  return found.flat()
}

/** For each of these addresses that somebody had before they became part of another person, the one that is written to. */
export async function listWholeAddresses(db: D1Database, emails: readonly string[]): Promise<Map<string, string>> {
  // Whose are these addresses now, and where are they written to?
  const statement = db.prepare(
    `SELECT part.email AS part, whole.email AS whole
     FROM person AS part
     JOIN person AS whole ON whole.id = part.merged_into_id
     WHERE part.email IN (SELECT value FROM json_each(?1)) AND whole.email IS NOT NULL`,
  )
  const found = new Map<string, string>()
  for (const some of inParts(emails)) {
    const { results } = await statement.bind(JSON.stringify(some)).all<{ part: string; whole: string }>()
    for (const { part, whole } of results) found.set(part, whole)
  }
  return found
}
