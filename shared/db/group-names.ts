import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** What groups and their towns are called: as two people would compare it, and as it is written. */
export type GroupName = readonly [key: string, name: string]

/** The names of at most so many groups, and of their towns. */
export function listNames(db: ReadDatabase, howMany: number): Question<GroupName[]> {
  return {
    // What could somebody have meant?
    statement: db
      .prepare(
        `SELECT name_key, name, town_key, town
         FROM local_group
         LIMIT ?1 + 0`,
      )
      .bind(howMany),
    read: (rows: { name_key: string; name: string; town_key: string | null; town: string | null }[]) => [
      ...new Map(
        rows.flatMap(({ name_key, name, town_key, town }): GroupName[] => [
          [name_key, name],
          ...(town_key && town ? [[town_key, town] as const] : []),
        ]),
      ),
    ],
  }
}
