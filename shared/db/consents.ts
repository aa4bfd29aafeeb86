import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type ConsentField, consentFields, type PublicPerson } from '#shared/domain/public-group.ts'

/** What a person wants to be public, each with the sentence that they read. */
export type Wishes = Readonly<Partial<Record<ConsentField, string>>>

/** Makes a person's consents what they wish now: what they took back ends, what is new begins, the rest stays as it was agreed. */
export function writeConsents(db: D1Database, person: string, wishes: Wishes, now: Date): D1PreparedStatement[] {
  const json = JSON.stringify(wishes)
  return [
    db
      .prepare(
        `UPDATE consent
         SET withdrawn_at = ?3
         WHERE withdrawn_at IS NULL
         AND person_id = (SELECT id FROM person WHERE uid = ?1)
         AND field NOT IN (SELECT key FROM json_each(?2))`,
      )
      .bind(person, json, now.toISOString()),
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

/** The people of `local_group g` with what they agreed to have shown, as JSON. Who is invited has not said yet that they belong to the group. */
export const publicPeopleColumn = `(
    SELECT json_group_array(json_array(person.id, ${consentFields.map(agreed).join(', ')}) ORDER BY referent.id)
    FROM referent
    JOIN person ON person.id = referent.person_id
    WHERE referent.group_id = g.id AND referent.until_at IS NULL
    AND EXISTS (SELECT 1 FROM consent WHERE person_id = person.id AND withdrawn_at IS NULL)
  )`

/** A person's row, and what is shown of them. */
export type ShownPerson = PublicPerson & { id: number }

export function readPublicPeople(json: string): ShownPerson[] {
  const rows = JSON.parse(json) as [number, string | null, string | null, string | null][]
  return rows.map(([id, name, email, phone]) => ({ id, name, email, phone }))
}
