import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type Change, readChanges } from '#shared/domain/change.ts'
import type { Traces } from '#shared/domain/erased-words.ts'
import type { Value } from '#shared/record/row.ts'
import { forgetEntries } from './list-changes.ts'
import { eraseSubscribers } from './list-subscribers.ts'
import { forgetSuppression } from './suppressions.ts'

/** Names and numbers, the latest, that others' words are looked through for: whoever had more changed them to make that take long. */
const mostCalled = 20

/** What a person (uid) is and was called, and written to and called at: as their row, the histories and the shut addresses say. */
export async function findTraces(db: D1Database, person: string): Promise<Traces> {
  type Columns = { name: string; email: string | null; phone: string | null; told: string; suppressed: string }
  // By what might others' words name this person?
  const row = await db
    .prepare(
      `SELECT
         person.name, person.email, person.phone,
         (
           SELECT json_group_array(json(change.value))
           FROM revision, json_each(revision.changes) AS change
           WHERE instr(revision.changes, person.uid) > 0
           AND iif(change.type = 'object', change.value ->> 'list' = 'referents' AND change.value ->> 'row' = person.uid, false)
         ) AS told,
         (
           SELECT json_group_array(address)
           FROM (
             SELECT address FROM suppression WHERE former_owner_id = person.id
             UNION
             SELECT email FROM former_address WHERE person_id = person.id
           )
         ) AS suppressed
       FROM person
       WHERE person.uid = ?1`,
    )
    .bind(person)
    .first<Columns>()
  if (!row) return { names: [], emails: [], phones: [] }
  const said = readChanges(JSON.parse(row.told))
  const all = (field: 'name' | 'email' | 'phone', more: readonly (string | null)[]) => [
    ...new Set(
      [...more, ...said.flatMap((change) => valuesIn(change, field)).toReversed()].filter(
        (value) => typeof value === 'string',
      ),
    ),
  ]
  return {
    names: all('name', [row.name]).slice(0, mostCalled),
    emails: all('email', [row.email, ...(JSON.parse(row.suppressed) as string[])]),
    phones: all('phone', [row.phone]).slice(0, mostCalled),
  }
}

/** Who (uids) became part of this person: they are forgotten with them. */
export async function listMergedPeople(db: D1Database, person: string): Promise<string[]> {
  // Who became part of this person?
  const { results } = await db
    .prepare('SELECT part.uid FROM person JOIN person AS part ON part.merged_into_id = person.id WHERE person.uid = ?1')
    .bind(person)
    .all<{ uid: string }>()
  return results.map(({ uid }) => uid)
}

function valuesIn(change: Change, field: string): Value[] {
  if ('field' in change) return change.field === field ? [change.before, change.after] : []
  return [('added' in change ? change.added : change.removed)[field] ?? null]
}

/**
 * Forgets a person: who they are, what they were sent, what they agreed to, and what the histories of their groups say of
 * them. That their groups answered stays, without saying who did. `emails` and `phones` are all that they had.
 */
export function deletePerson(
  db: D1Database,
  person: string,
  { emails, phones }: Pick<Traces, 'emails' | 'phones'>,
): D1PreparedStatement[] {
  const addresses = JSON.stringify(emails)
  return [
    db
      .prepare(
        `UPDATE revision
         SET changes = (
           SELECT json_group_array(json(kept.value))
           FROM json_each(revision.changes) AS kept
           WHERE iif(
             kept.type = 'object',
             NOT (
               kept.value ->> 'list' IN ('referents', 'lists')
               AND (
                 kept.value ->> 'row' = ?1
                 OR coalesce(kept.value ->> '$.added.email', kept.value ->> '$.removed.email') IN (SELECT value FROM json_each(?2))
               )
             ),
             false
           )
         )
         WHERE instr(changes, ?1) > 0
         OR EXISTS (SELECT 1 FROM json_each(?2) AS address WHERE instr(changes, address.value) > 0)`,
      )
      .bind(person, addresses),
    db
      .prepare(
        `UPDATE confirmation
         SET checks_before = replace(checks_before, json_quote(?1), 'null')
         WHERE instr(checks_before, ?1) > 0`,
      )
      .bind(person),
    ...emails.flatMap((email) => forgetSuppression(db, '?1', email)),
    ...eraseSubscribers(db, addresses),
    forgetEntries(db, addresses),
    db
      .prepare(
        `DELETE FROM mail
         WHERE address IN (SELECT value FROM json_each(?1))
         AND kind IN ('enquiry_confirmation', 'registration_confirmation', 'registration_answer', 'new_address')`,
      )
      .bind(addresses),
    db.prepare('DELETE FROM enquiry WHERE email IN (SELECT value FROM json_each(?1))').bind(addresses),
    db.prepare('DELETE FROM registration WHERE email IN (SELECT value FROM json_each(?1))').bind(addresses),
    db
      .prepare(
        `DELETE FROM invitation
         WHERE email IN (SELECT value FROM json_each(?1))
         OR (email IS NULL AND phone IN (SELECT value FROM json_each(?2)))`,
      )
      .bind(addresses, JSON.stringify(phones)),
    db
      .prepare(
        `DELETE FROM submission_count
         WHERE client IN (
           SELECT link.hash
           FROM person
           JOIN mail ON mail.person_id = person.id
           JOIN link ON link.mail_id = mail.id
           WHERE person.uid = ?1
         )`,
      )
      .bind(person),
    // What coordinators send themselves may name anybody; what has not left leaves no more
    db.prepare('DELETE FROM test_mail'),
    db.prepare('DELETE FROM person WHERE uid = ?1').bind(person),
  ]
}
