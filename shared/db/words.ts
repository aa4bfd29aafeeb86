import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

export type NewWord = {
  /** The group that it is about, by its uid. */
  group: string | null
  person: string
  body: string
}

/** Keeps a word to the team. The same words of the same person within the hour are kept once. */
export function insertWord(db: D1Database, { group, person, body }: NewWord, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO word (group_id, person_id, body, written_at)
       SELECT (SELECT id FROM local_group WHERE uid = ?1), person.id, ?3, ?4
       FROM person
       WHERE person.uid = ?2
       AND NOT EXISTS (SELECT 1 FROM word WHERE word.person_id = person.id AND word.body = ?3 AND word.written_at > ?5)`,
    )
    .bind(group, person, body, now.toISOString(), new Date(now.getTime() - 3_600_000).toISOString())
}
