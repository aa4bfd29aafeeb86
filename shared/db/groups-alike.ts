import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** A group that may be the same as another, and what they have in common. */
export type GroupAlike = { uid: string; name: string; town: string | null; like: 'name' | 'town' | 'people' | null }

/** Groups that may be this one (uid), those of its name first. */
export function listGroupsAlike(db: ReadDatabase, uid: string, limit: number): Question<GroupAlike[]> {
  return {
    // Which groups may be this one, registered twice?
    statement: db
      .prepare(
        `SELECT uid, name, town, like
         FROM (
           SELECT
             g.id, g.uid, g.name, g.town,
             CASE
               WHEN g.name_key = own.name_key OR EXISTS (
                 SELECT 1 FROM former_name WHERE former_name.group_id = own.id AND former_name.name_key = g.name_key
               ) THEN 'name'
               WHEN g.town_key = own.town_key THEN 'town'
             END AS like
           FROM local_group own
           JOIN local_group g
             ON g.name_key = own.name_key OR g.town_key = own.town_key
             OR g.name_key IN (SELECT name_key FROM former_name WHERE former_name.group_id = own.id)
           WHERE own.uid = ?1 AND g.id <> own.id AND g.merged_into_id IS NULL AND g.state <> 'closed'
           AND (g.department IS own.department OR g.department IS NULL OR own.department IS NULL)
         )
         ORDER BY like = 'name' DESC, name
         LIMIT ?2 + 0`,
      )
      .bind(uid, limit),
    read: (rows: GroupAlike[]) => rows,
  }
}
