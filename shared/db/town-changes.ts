import type { Place } from '#shared/domain/place.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A town as it was, and as it was made. */
export type TownChange = { before: Place; after: Place }

/** What an act (the id of its event) changed in towns, and when; null when there is none. */
export function findTownChanges(db: ReadDatabase, event: number): Question<{ at: Date; towns: TownChange[] } | null> {
  return {
    // Which towns did this act change?
    statement: db
      .prepare(
        `SELECT happened_at, details ->> 'towns' AS towns
         FROM event
         WHERE id = ?1 AND action = 'change_towns'`,
      )
      .bind(event),
    read: ([row]: { happened_at: string; towns: string }[]) =>
      row
        ? {
            at: new Date(row.happened_at),
            towns: (JSON.parse(row.towns) as string[]).map((town) => JSON.parse(town) as TownChange),
          }
        : null,
  }
}
