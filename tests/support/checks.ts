import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { writeChecks } from '#shared/db/group-checks.ts'

/** That a section was checked then by somebody or nobody (a name), in the groups of these uids. */
export function insertCheck(
  db: D1Database,
  { groups, section, at, by = null }: { groups: readonly string[]; section: string; at: string; by?: string | null },
): D1PreparedStatement {
  return db
    .prepare(
      writeChecks(`
         SELECT group_id, json_patch(checks, json_object(?2, json_array(?3, (SELECT id FROM person WHERE name = ?4)))) AS checks
         FROM group_check
         WHERE group_id IN (SELECT id FROM local_group WHERE uid IN (SELECT value FROM json_each(?1)))`),
    )
    .bind(JSON.stringify(groups), section, at, by)
}
