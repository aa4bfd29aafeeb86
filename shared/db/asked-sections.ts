import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Sections } from '#shared/record/sections.ts'

/**
 * Remembers which sections a record is checked in, so that triggers know when all of them were. Writes nothing while they are the same; else
 * every group is judged anew. Sections that age on their own are none of them.
 */
export function keepAskedSections(db: D1Database, { asked }: Sections): D1PreparedStatement[] {
  const names = JSON.stringify(asked.filter(({ store }) => store.kind !== 'boxes').map(({ name }) => name))
  return [
    db
      .prepare(
        `DELETE FROM asked_section
         WHERE section NOT IN (SELECT value FROM json_each(?1))`,
      )
      .bind(names),
    db
      .prepare(
        `INSERT INTO asked_section (section)
         SELECT value
         FROM json_each(?1)
         WHERE value NOT IN (SELECT section FROM asked_section)`,
      )
      .bind(names),
  ]
}
