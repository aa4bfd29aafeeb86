import { fold } from '#shared/record/fold.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A group that may be the one that is meant. */
export type GroupLike = { uid: string; name: string; town: string | null }

/** Groups that are called so, that once were, or that are in this town; the closed ones too. */
export function listGroupsLike(
  db: ReadDatabase,
  { name, town }: { name: string; town: string },
): Question<GroupLike[]> {
  return {
    // Which groups may this one be?
    statement: db
      .prepare(
        `SELECT uid, name, town
         FROM local_group
         WHERE merged_into_id IS NULL
         AND (
           name_key = ?1
           OR town_key = ?2
           OR id IN (SELECT group_id FROM former_name WHERE former_name.name_key = ?1)
         )
         ORDER BY name
         LIMIT 10`,
      )
      .bind(fold(name), town.trim() === '' ? null : fold(town)),
    read: (rows: GroupLike[]) => rows,
  }
}
