import type { ActionName } from '#shared/domain/event.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Something that was done, as the log tells it. `by`: a name or a coordinator's address; null for whoever was erased, or for no person. */
export type LoggedEvent = {
  id: number
  at: Date
  actor: 'referent' | 'coordinator' | 'import' | 'system'
  by: string | null
  action: ActionName
  group: { uid: string; name: string } | null
  person: { uid: string; name: string } | null
  /** The address of the coordinator that it was done to. */
  about: string | null
}

type Columns = {
  id: number
  happened_at: string
  actor: LoggedEvent['actor']
  by: string | null
  action: ActionName
  group_uid: string | null
  group_name: string | null
  person_uid: string | null
  person_name: string | null
  about_coordinator: string | null
}

/** The latest events below an id; `who`: the team's alone, or everybody's. */
export function listLogged(
  db: ReadDatabase,
  { before, who }: { before: number | null; who: 'team' | 'all' },
  howMany: number,
): Question<LoggedEvent[]> {
  return {
    // What was done lately, by whom, to what?
    statement: db
      .prepare(
        `SELECT
           event.id, event.happened_at, event.actor, coalesce(event.coordinator, doer.name) AS by, event.action,
           g.uid AS group_uid, g.name AS group_name, done_to.uid AS person_uid, done_to.name AS person_name,
           event.about_coordinator
         FROM event
         LEFT JOIN person AS doer ON doer.id = event.actor_id
         LEFT JOIN local_group AS g ON g.id = event.group_id
         LEFT JOIN person AS done_to ON done_to.id = event.person_id
         WHERE event.id < ?1
         AND (?2 = 'all' OR event.actor = 'coordinator')
         ORDER BY event.id DESC
         LIMIT ?3 + 0`,
      )
      .bind(before ?? Number.MAX_SAFE_INTEGER, who, howMany),
    read: (rows: Columns[]) =>
      rows.map(({ id, happened_at, actor, by, action, ...row }) => ({
        id,
        at: new Date(happened_at),
        actor,
        by,
        action,
        group: row.group_uid === null ? null : { uid: row.group_uid, name: row.group_name ?? '' },
        person: row.person_uid === null ? null : { uid: row.person_uid, name: row.person_name ?? '' },
        about: row.about_coordinator,
      })),
  }
}
