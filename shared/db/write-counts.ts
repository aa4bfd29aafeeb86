import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { recordLimits, type WriteSize } from '#shared/domain/record-limits.ts'

/** The day (UTC) of an instant, as writes are counted by. */
export const countDay = (now: Date) => now.toISOString().slice(0, 10)

/** SQL: what somebody (an id) wrote on a day, for `readWritten`; NULL when nothing. */
export const writtenColumn = (person: string, day: string) =>
  `(SELECT json_array(added, characters) FROM write_count WHERE person_id = ${person} AND day = ${day})`

export function readWritten(json: string | null): WriteSize {
  const [added = 0, characters = 0] = JSON.parse(json ?? '[]') as number[]
  return { added, characters }
}

/**
 * Counts what somebody (uid) writes, in one batch with it. One that adds rows beyond the limit does not land (`conflictOf`): two saves at once,
 * in two groups, do not pass it together.
 */
export function countWrite(
  db: D1Database,
  { person, written }: { person: string; written: WriteSize },
  now: Date,
): D1PreparedStatement[] {
  const day = countDay(now)
  return [
    db.prepare('DELETE FROM write_count WHERE day < ?1').bind(day),
    db
      .prepare(
        `INSERT INTO write_count (person_id, day, added, characters)
         SELECT id, ?2, ?3, ?4
         FROM person
         WHERE uid = ?1
         ON CONFLICT (person_id, day) DO UPDATE
         SET
           added = iif(excluded.added > 0 AND added + excluded.added > ${recordLimits.addedInDay}, NULL, added + excluded.added),
           characters = characters + excluded.characters`,
      )
      .bind(person, day, written.added, written.characters),
  ]
}
