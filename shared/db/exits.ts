import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** That somebody is no longer a referent of a group, and how that came. */
export type Exit = {
  uid: string
  name: string
  at: Date
  /** The number of the revision by which; null when none tells. */
  revision: number | null
  /** They said so themselves. */
  isOwn: boolean
  /** They said that it never was their group. */
  isMistake: boolean
  /** Who took them off, by name. */
  by: string | null
}

/** SQL: the groups that `holder` is not in any more, each with the end of the last time that they were; `membership` has those that they are in. */
export const exitsTable = `
      SELECT
        gone.id, gone.uid, gone.name, gone.until_at, revision.number, revision.person_id IS gone.person_id AS is_own, author.name AS by,
        EXISTS (
          SELECT 1
          FROM event
          WHERE event.actor_id = gone.person_id AND event.group_id = gone.id AND event.happened_at = gone.until_at
          AND event.action = 'disown_group'
        ) AS is_mistake
      FROM (
        SELECT g.id, g.uid, g.name, holder.id AS person_id, holder.uid AS person_uid, max(referent.until_at) AS until_at
        FROM holder
        JOIN referent ON referent.person_id = holder.id AND referent.until_at IS NOT NULL
        JOIN local_group g ON g.id = referent.group_id
        WHERE g.id NOT IN (SELECT id FROM membership) AND g.merged_into_id IS NULL
        GROUP BY g.id
        ORDER BY until_at DESC
        LIMIT 20
      ) AS gone
      LEFT JOIN revision ON revision.id = (
        SELECT max(ending.id)
        FROM revision AS ending INDEXED BY revision_made
        WHERE ending.made_at = gone.until_at AND ending.group_id = gone.id
        AND EXISTS (
          SELECT 1
          FROM json_each(ending.changes) AS change
          WHERE iif(
            change.type = 'object',
            change.value ->> 'list' = 'referents' AND change.value ->> 'row' = gone.person_uid
              AND change.value -> 'removed' IS NOT NULL,
            false
          )
        )
      )
      LEFT JOIN person author ON author.id = revision.person_id`

/** SQL: the rows of `exitsTable`, as the table expression `gone`, as JSON for `readExits`. */
export const exitsColumn = `(
    SELECT json_group_array(json_array(uid, name, until_at, number, is_own, is_mistake, by))
    FROM gone
  )`

type Columns = [
  uid: string,
  name: string,
  at: string,
  number: number | null,
  isOwn: 0 | 1,
  isMistake: 0 | 1,
  by: string | null,
]

/** The latest first. */
export function readExits(json: string): Exit[] {
  return (JSON.parse(json) as Columns[])
    .map(([uid, name, at, number, isOwn, isMistake, by]) => ({
      uid,
      name,
      at: new Date(at),
      revision: number,
      isOwn: isOwn === 1 && number !== null,
      isMistake: isMistake === 1,
      by,
    }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Lets a person sit in a group again as if they had not left it at `at`, and takes their "not my group" of then away. */
export function reopenMembership(
  db: D1Database,
  { group, person, at }: { group: string; person: string; at: Date },
): D1PreparedStatement[] {
  const who = [group, person, at.toISOString()]
  return [
    db
      .prepare(
        `UPDATE referent
         SET until_at = NULL
         WHERE id = (
           SELECT max(ended.id)
           FROM referent AS ended
           WHERE ended.until_at = ?3
           AND ended.group_id = (SELECT id FROM local_group WHERE uid = ?1)
           AND ended.person_id = (SELECT id FROM person WHERE uid = ?2)
         )`,
      )
      .bind(...who),
    db
      .prepare(
        `DELETE FROM answer
         WHERE kind = 'not_my_group' AND last_at = ?3
         AND group_id = (SELECT id FROM local_group WHERE uid = ?1)
         AND person_id = (SELECT id FROM person WHERE uid = ?2)`,
      )
      .bind(...who),
  ]
}
