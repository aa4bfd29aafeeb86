import { readChanges } from '#shared/domain/change.ts'
import { eventsOf, type GroupEvent } from '#shared/domain/group-event.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

export type RecentEvent = GroupEvent & { group: { uid: string; name: string } }
export type Recent = { changes: number; groups: number; events: RecentEvent[] }

/** Events that are read; whoever was away for long reads the page of changes. */
const eventsRead = 300
/** What one write says of itself there: of an import or a long list, the first; D1 gives no value of more than 2 MB. */
const changesRead = 12

/** What the index `revision_event` holds: said in its words, or SQLite would not look there. */
const mayBeEvent = `event.number = 1 OR instr(event.changes, '"field":"state"') > 0 OR (instr(event.changes, '"list":"referents"') > 0 AND instr(event.changes, 'ed":{') > 0)`

type Columns = { changes: number; groups: number; events: string; unsubscribed: string }

/** What happened since an instant: how many corrections in how many groups, and what is worth a line of its own. */
export function recentEvents(db: ReadDatabase, since: Date): Question<Recent> {
  return {
    // What changed since then, and which groups were born, paused, woken, found a referent or lost one? Who wants no more mails?
    statement: db
      .prepare(
        `SELECT
           count(*) FILTER (WHERE author <> 'import') AS changes,
           count(DISTINCT iif(author <> 'import', group_id, NULL)) AS groups,
           (
             SELECT json_group_array(json_array(uid, name, number, json(changes), json(refusers)))
             FROM (
               SELECT
                 g.uid, g.name, event.number,
                 (
                   SELECT json_group_array(json(value))
                   FROM (
                     SELECT value
                     FROM json_each(event.changes)
                     WHERE iif(
                       type = 'object',
                       (value ->> 'list' = 'group' AND value ->> 'field' = 'state')
                       OR (value ->> 'list' = 'referents' AND coalesce(value -> 'added', value -> 'removed') IS NOT NULL),
                       false
                     )
                     ORDER BY key
                     LIMIT ${changesRead}
                   )
                 ) AS changes,
                 (
                   SELECT json_group_array(person.uid)
                   FROM answer
                   JOIN person ON person.id = answer.person_id
                   WHERE answer.group_id = g.id AND answer.kind = 'not_my_group'
                 ) AS refusers
               FROM revision event
               CROSS JOIN local_group g ON g.id = event.group_id
               WHERE event.made_at > ?1
               AND (${mayBeEvent})
               AND (event.number = 1 OR changes <> '[]')
               ORDER BY event.made_at DESC
               LIMIT ${eventsRead}
             )
           ) AS events,
           (
             SELECT json_group_array(json_array(g.uid, g.name, person.name) ORDER BY suppression.since_at DESC)
             FROM suppression
             CROSS JOIN person ON person.email = suppression.address
             CROSS JOIN referent ON referent.person_id = person.id AND referent.until_at IS NULL
             CROSS JOIN local_group g ON g.id = referent.group_id
             WHERE suppression.since_at > ?1 AND suppression.reason IN ('unsubscribed', 'complaint')
           ) AS unsubscribed
         FROM revision
         WHERE made_at > ?1`,
      )
      .bind(since.toISOString()),
    read: ([row]: Columns[]) => ({
      changes: row?.changes ?? 0,
      groups: row?.groups ?? 0,
      events: [
        ...(JSON.parse(row?.events ?? '[]') as [string, string, number, unknown, string[]][]).flatMap(
          ([uid, name, number, changes, refusers]) =>
            eventsOf({ number, changes: readChanges(changes) }, refusers).map((event) => ({
              ...event,
              group: { uid, name },
            })),
        ),
        ...(JSON.parse(row?.unsubscribed ?? '[]') as [string, string, string][]).map(([uid, group, name]) => ({
          kind: 'unsubscribed' as const,
          name,
          group: { uid, name: group },
        })),
      ],
    }),
  }
}
