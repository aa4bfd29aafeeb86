import type { ActionName } from '#shared/domain/event.ts'
import type { UndoableEvent } from '#shared/domain/event-undo.ts'
import { undoWindow } from '#shared/domain/undo.ts'
import type { Question } from './ask.ts'
import { isMergeUntouched } from './group-merges.ts'
import { isPersonMergeUntouched } from './person-merges.ts'
import type { ReadDatabase } from './read-only.ts'

/** Something that was done, as the log tells it. `by`: a name or a coordinator's address; null for whoever was erased, or for no person. */
export type LoggedEvent = UndoableEvent & {
  at: Date
  actor: 'referent' | 'coordinator' | 'import' | 'system' | 'passed_link'
  by: string | null
  action: ActionName
  group: { uid: string; name: string } | null
  person: { uid: string; name: string } | null
  /** The address of the coordinator that it was done to. */
  about: string | null
  /** Of a call: what was said. */
  note: string | null
}

/** Which events: of the team (`by` an address: of one of it), or of everybody; of one action; before an instant. */
export type EventsAsked = {
  before: number | null
  who: 'team' | 'all'
  by: string | null
  action: ActionName | null
  until: Date | null
  now: Date
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
  undoable: number | null
  confirmation: number | null
  merged: string | null
  note: string | null
}

/** The latest events below an id. */
export function listLogged(
  db: ReadDatabase,
  { before, who, by, action, until, now }: EventsAsked,
  howMany: number,
): Question<LoggedEvent[]> {
  return {
    // What was done lately, by whom, to what?
    statement: db
      .prepare(
        `SELECT
           event.id, event.happened_at, event.actor, coalesce(event.coordinator, doer.name) AS by, event.action,
           g.uid AS group_uid, g.name AS group_name, done_to.uid AS person_uid, done_to.name AS person_name,
           event.about_coordinator,
           (
             SELECT revision.number
             FROM revision
             WHERE revision.group_id = event.group_id AND revision.number = event.revision
             AND revision.author IN ('referent', 'coordinator', 'passed_link') AND revision.made_at > ?3
             AND json_array_length(revision.changes) > 0 AND instr(revision.changes, '"list":"merged"') = 0
             AND NOT EXISTS (
               SELECT 1 FROM json_each(revision.changes) AS change
               WHERE change.value ->> 'list' = 'group' AND change.value -> 'added' IS NOT NULL
             )
             AND NOT EXISTS (SELECT 1 FROM revision AS later WHERE later.undoes = revision.id)
           ) AS undoable,
           iif(event.action = 'confirm_sections', (
             SELECT max(confirmation.number)
             FROM confirmation
             WHERE confirmation.group_id = event.group_id AND confirmation.made_at = event.happened_at
             AND confirmation.undone_at IS NULL AND confirmation.made_at > ?3
           ), NULL) AS confirmation,
           CASE event.action
             WHEN 'merge_groups' THEN (
               SELECT other.uid
               FROM group_merge
               JOIN local_group AS other ON other.id = group_merge.from_id
               WHERE group_merge.group_id = event.group_id AND group_merge.merged_at = event.happened_at AND ${isMergeUntouched}
             )
             WHEN 'merge_people' THEN (
               SELECT other.uid
               FROM person_merge
               JOIN person AS other ON other.id = person_merge.from_id
               WHERE person_merge.person_id = event.person_id AND person_merge.merged_at = event.happened_at
               AND ${isPersonMergeUntouched}
             )
           END AS merged,
           iif(event.action = 'report_call', (
             SELECT team_note.body
             FROM team_note
             WHERE team_note.group_id = event.group_id AND team_note.written_at = event.happened_at
           ), NULL) AS note
         FROM event
         LEFT JOIN person AS doer ON doer.id = event.actor_id
         LEFT JOIN local_group AS g ON g.id = event.group_id
         LEFT JOIN person AS done_to ON done_to.id = event.person_id
         WHERE event.id < ?1${who === 'all' ? '' : " AND event.actor = 'coordinator'"}
         AND (?4 IS NULL OR event.coordinator = ?4)
         AND (?5 IS NULL OR event.action = ?5)
         AND (?6 IS NULL OR event.happened_at < ?6)
         ORDER BY event.id DESC
         LIMIT ?2 + 0`,
      )
      .bind(
        before ?? Number.MAX_SAFE_INTEGER,
        howMany,
        new Date(now.getTime() - undoWindow).toISOString(),
        by,
        action,
        until?.toISOString() ?? null,
      ),
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
        revision: row.undoable,
        confirmation: row.confirmation,
        merged: row.merged,
        note: row.note,
      })),
  }
}
