import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** The groups to which something happened since they were last looked at, at most so many and one: then nobody knows of all. */
export function touchedGroups(db: ReadDatabase, most: number): Question<number[]> {
  return {
    // To which groups, or people of theirs, did something happen? What was seen before is not read (the plus keeps to the numbers), nor anybody
    // else's membership: those of today and those of before have an index each
    statement: db
      .prepare(
        `WITH seen AS (SELECT seen_event, seen_revision FROM publication)
         SELECT +group_id AS group_id
         FROM revision
         WHERE id > (SELECT seen_revision FROM seen)
         UNION
         SELECT +group_id
         FROM event
         WHERE id > (SELECT seen_event FROM seen) AND group_id IS NOT NULL
         UNION
         SELECT referent.group_id
         FROM event
         CROSS JOIN referent ON referent.person_id IN (event.actor_id, event.person_id) AND referent.until_at IS NULL
         WHERE event.id > (SELECT seen_event FROM seen)
         UNION
         SELECT referent.group_id
         FROM event
         CROSS JOIN referent ON referent.person_id IN (event.actor_id, event.person_id) AND referent.until_at IS NOT NULL
         WHERE event.id > (SELECT seen_event FROM seen)
         LIMIT ?1 + 0`,
      )
      .bind(most + 1),
    read: (rows: { group_id: number }[]) => rows.map(({ group_id }) => group_id),
  }
}
