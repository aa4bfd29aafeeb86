import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type ConsentField, consentFields, ownConsents, type PublicPerson } from '#shared/domain/public-group.ts'
import type { Fields } from '#shared/record/field.ts'
import { ownFieldName } from '#shared/record/own-fields.ts'
import type { Value } from '#shared/record/row.ts'

/** What a person wants to be public, each with the sentence that they read: one of `consentFields`, or the field of an own question about referents. */
export type Wishes = Readonly<Record<string, string>>

/**
 * Makes a person's consents what they wish now: what they took back ends, what is new begins, the rest stays as it was agreed. `asked`: the fields that
 * they were asked about; of others nothing changes. Unless given, all.
 */
export function writeConsents(
  db: D1Database,
  person: string,
  wishes: Wishes,
  now: Date,
  asked?: readonly string[],
): D1PreparedStatement[] {
  const json = JSON.stringify(wishes)
  return [
    db
      .prepare(
        `UPDATE consent
         SET withdrawn_at = ?3
         WHERE withdrawn_at IS NULL
         AND person_id = (SELECT id FROM person WHERE uid = ?1)
         AND field NOT IN (SELECT key FROM json_each(?2))
         AND (?4 IS NULL OR field IN (SELECT value FROM json_each(?4)))`,
      )
      .bind(person, json, now.toISOString(), asked ? JSON.stringify(asked) : null),
    db
      .prepare(
        `INSERT INTO consent (person_id, field, wording, agreed_at)
         SELECT person.id, item.key, item.value, ?3
         FROM json_each(?2) AS item
         JOIN person ON person.uid = ?1
         WHERE true
         ON CONFLICT DO NOTHING`,
      )
      .bind(person, json, now.toISOString()),
  ]
}

// What a person agreed to have shown; NULL without a consent that stands
const agreed = (field: ConsentField) =>
  `iif(
        EXISTS (SELECT 1 FROM consent WHERE person_id = person.id AND field = '${field}' AND withdrawn_at IS NULL),
        person.${field}, NULL
      )`

/** Of `holder` the own questions (fields of referents) whose answers they agreed to have shown, as JSON. */
export function agreedColumn(fields: Fields): string {
  const asked = ownConsents(fields).map(([name]) => name)
  if (asked.length === 0) return `'[]'`
  return `(
      SELECT json_group_array(field)
      FROM consent
      WHERE person_id = holder.id AND withdrawn_at IS NULL AND field IN (${asked.map((name) => `'${name}'`).join(', ')})
    )`
}

/** The answers of `referent` to own questions (by key) that `person` agreed to have shown, as JSON. */
function agreedAnswers(fields: Fields): string {
  const asked = ownConsents(fields).map(([name]) => name)
  if (asked.length === 0) return `'{}'`
  return `(
      SELECT json_group_object(key, json(referent.own -> ('$.' || key)))
      FROM (
        SELECT substr(field, ${ownFieldName('').length + 1}) AS key
        FROM consent
        WHERE person_id = person.id AND withdrawn_at IS NULL AND field IN (${asked.map((name) => `'${name}'`).join(', ')})
        ORDER BY field
      )
      WHERE referent.own ->> ('$.' || key) IS NOT NULL
    )`
}

/**
 * The people of `local_group g` with what they agreed to have shown, as JSON; `fields`: of referents. Who is invited has not said yet that they belong to
 * the group.
 */
export const publicPeopleColumn = (fields: Fields) => `(
    SELECT json_group_array(
      json_array(person.id, ${consentFields.map(agreed).join(', ')}, json(${agreedAnswers(fields)})) ORDER BY referent.id
    )
    FROM referent
    JOIN person ON person.id = referent.person_id
    WHERE referent.group_id = g.id AND referent.until_at IS NULL
    AND EXISTS (SELECT 1 FROM consent WHERE person_id = person.id AND withdrawn_at IS NULL)
  )`

/** A person's row, and what is shown of them. */
export type ShownPerson = PublicPerson & { id: number }

export function readPublicPeople(json: string): ShownPerson[] {
  const rows = JSON.parse(json) as [number, string | null, string | null, string | null, Record<string, Value>][]
  return rows.map(([id, name, email, phone, answers]) => ({
    id,
    name,
    email,
    phone,
    own: Object.fromEntries(Object.entries(answers).map(([key, value]) => [ownFieldName(key), value])),
  }))
}
