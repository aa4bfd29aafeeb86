import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** The group, or the person, whose identifier a text is, as the first column of our files has it. */
export type Identified = { group: string | null; person: string | null }

export function ofIdentifier(db: ReadDatabase, text: string): Question<Identified> {
  return {
    // Whose identifier is this?
    statement: db
      .prepare(
        `SELECT (SELECT uid FROM local_group WHERE uid = ?1) AS "group", (SELECT uid FROM person WHERE uid = ?1) AS person`,
      )
      .bind(text.trim()),
    read: ([row]: Identified[]) => row ?? { group: null, person: null },
  }
}
