import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { oldestTold } from '#shared/domain/freshness.ts'
import type { Movement } from '#shared/movement.ts'

/** SQL: when the section was checked that was checked longest ago, of `checks` as `group_check` keeps them. */
export const oldestCheck = (checks: string) => `(
           SELECT iif(count(*) = (SELECT count(*) FROM asked_section), min(value ->> 0), NULL)
           FROM json_each(${checks})
           WHERE key IN (SELECT section FROM asked_section)
         )`

/** SQL that writes when sections were checked; `next` selects each group's (`group_id`) new `checks`. */
export const writeChecks = (next: string) => `
       UPDATE group_check
       SET checks = next.checks, checked_at = ${oldestCheck('next.checks')}
       FROM (${next}
       ) AS next
       WHERE group_check.group_id = next.group_id`

/** SQL that writes other days of checks that are there; `next` selects what is new, a row a group and section (`checked_at`). Who checked stays. */
export const redateChecks = (next: string) =>
  writeChecks(`
         SELECT group_check.group_id, json_patch(group_check.checks, json_group_object(
           redated.section, json_array(redated.checked_at, group_check.checks -> redated.section ->> 1)
         )) AS checks
         FROM (${next}
         ) AS redated
         JOIN group_check ON group_check.group_id = redated.group_id
         GROUP BY group_check.group_id`)

/** Takes away the days on which no group has checked anything last. */
export function deleteEmptyChecks(db: D1Database): D1PreparedStatement {
  return db.prepare("DELETE FROM check_rollup WHERE groups = '{}'")
}

/**
 * Counts all checks that are older than any figure tells apart on one day, so that a page reads half a year of days whatever the network's age. What comes
 * to or goes from such a day later is counted there (trigger `check_rollup_changed`). In one transaction.
 */
export function gatherOldChecks(
  db: D1Database,
  { calendar }: Pick<Movement, 'calendar'>,
  now: Date,
): D1PreparedStatement[] {
  const floor = '(SELECT day FROM check_floor)'
  return [
    db
      .prepare(
        `INSERT INTO check_floor (id, day)
         VALUES (1, ?1)
         ON CONFLICT DO UPDATE
         SET day = max(day, excluded.day)`,
      )
      .bind(oldestTold(now, calendar.every)),
    db.prepare(
      `INSERT INTO check_rollup (region, state, checked_on, groups)
       SELECT region, state, ${floor}, json_group_object(section, total)
       FROM (
         SELECT region, state, item.key AS section, sum(item.value) AS total
         FROM check_rollup, json_each(check_rollup.groups) AS item
         WHERE checked_on <= ${floor}
         GROUP BY 1, 2, 3
         HAVING sum(item.value) <> 0
       )
       GROUP BY 1, 2
       ON CONFLICT DO UPDATE
       SET groups = excluded.groups`,
    ),
    db.prepare(`DELETE FROM check_rollup WHERE checked_on < ${floor}`),
  ]
}
