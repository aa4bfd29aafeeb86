import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Fields } from '#shared/record/field.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** The lists that each of these referents (rows of `referent`) is on, as JSON: a row a person, a truth value a list, and what `parseRows` sorts by. */
export const subscriptionsColumn = (lists: Fields, referents: string) => `
    SELECT json_group_array(json_array(${['person.uid', ...Object.keys(lists).map(isOn)].join(', ')}, NULL, referent.id))
    FROM ${referents} AS referent
    JOIN person ON person.id = referent.person_id`

// Keys are checked when the configuration is: letters, digits and underscores
function isOn(key: string): string {
  return `EXISTS (SELECT 1 FROM subscription WHERE subscription.person_id = person.id AND subscription.list = '${key}')`
}

/** Puts people on lists and takes them off, so that each is on those that their row says, among the lists that we know. */
export function writeSubscriptions(
  { db, sections, now }: { db: D1Database; sections: Sections; now: Date },
  rows: readonly AnyRow[],
): D1PreparedStatement[] {
  const keys = Object.keys(sections.ours.lists.fields)
  const wanted = rows.flatMap((row) => keys.map((list) => ({ person: row.uid, list, on: row[list] === true })))
  const json = JSON.stringify(wanted)
  return [
    // Whoever takes a tick away is off the list, also where they had signed up by its page
    db
      .prepare(
        `UPDATE list_subscriber
         SET left_at = ?2
         WHERE left_at IS NULL AND (email, list) IN (
           SELECT person.email, subscription.list
           FROM json_each(?1) AS item
           JOIN person ON person.uid = item.value ->> 'person'
           JOIN subscription ON subscription.person_id = person.id AND subscription.list = item.value ->> 'list'
           WHERE NOT item.value ->> 'on'
         )`,
      )
      .bind(json, now.toISOString()),
    db
      .prepare(
        `DELETE FROM subscription
         WHERE (person_id, list) IN (
           SELECT person.id, item.value ->> 'list'
           FROM json_each(?1) AS item
           JOIN person ON person.uid = item.value ->> 'person'
           WHERE NOT item.value ->> 'on'
         )`,
      )
      .bind(json),
    db
      .prepare(
        `INSERT INTO subscription (person_id, list, since_at)
         SELECT person.id, item.value ->> 'list', ?2
         FROM json_each(?1) AS item
         JOIN person ON person.uid = item.value ->> 'person'
         WHERE item.value ->> 'on'
         ON CONFLICT DO NOTHING`,
      )
      .bind(json, now.toISOString()),
  ]
}

/** How many people are on each list, by its key. */
export function countSubscriptions(db: ReadDatabase): Question<ReadonlyMap<string, number>> {
  return {
    // How many people are on each mailing list?
    statement: db.prepare('SELECT list, count(*) AS n FROM subscription GROUP BY list'),
    read: (rows: { list: string; n: number }[]) => new Map(rows.map(({ list, n }) => [list, n])),
  }
}
