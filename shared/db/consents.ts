import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { ConsentField, PublicPerson } from '#shared/domain/public-group.ts'

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

/** The people of `local_group g` who agreed to be shown, as JSON. */
export const publicPeopleColumn = `(
    SELECT json_group_array(json_array(
      iif(agreed.fields LIKE '%name%', person.name, NULL),
      iif(agreed.fields LIKE '%email%', person.email, NULL),
      iif(agreed.fields LIKE '%phone%', person.phone, NULL)
    ) ORDER BY referent.id)
    FROM referent
    JOIN person ON person.id = referent.person_id
    JOIN (
      SELECT person_id, group_concat(field) AS fields
      FROM consent
      WHERE withdrawn_at IS NULL
      GROUP BY person_id
    ) AS agreed ON agreed.person_id = person.id
    WHERE referent.group_id = g.id AND referent.until_at IS NULL
  )`

export function readPublicPeople(json: string): PublicPerson[] {
  return (JSON.parse(json) as [string | null, string | null, string | null][]).map(([name, email, phone]) => ({
    name,
    email,
    phone,
  }))
}
