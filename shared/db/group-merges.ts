import { type Change, readChanges } from '#shared/domain/change.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Two groups (uids): the one that stays, and the one that becomes part of it. */
export type MergePair = { kept: string; other: string }

const idOf = (uid: string) => `(SELECT id FROM local_group WHERE uid = ${uid})`

/** A merge that may be taken back: what it wrote, and whether anybody has written or answered since. */
export type KnownGroupMerge = {
  other: { uid: string; name: string }
  mergedAt: Date
  by: string | null
  isUntouched: boolean
}

type Columns = { uid: string; name: string; merged_at: string; coordinator: string | null; is_untouched: 0 | 1 }

/** SQL: of a row of `group_merge`, whether nobody has written to the two, nor answered for them, since they became one, and it stands. */
export const isMergeUntouched = `(
    group_merge.undone_at IS NULL
    AND number_after = (SELECT max(number) FROM revision WHERE revision.group_id = group_merge.group_id)
    AND from_number_after = (SELECT max(number) FROM revision WHERE revision.group_id = group_merge.from_id)
    AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.group_id = group_merge.group_id AND answer.last_at > group_merge.merged_at)
  )`

/** The groups that became part of this one (uid), the latest first. */
export function listGroupMerges(db: ReadDatabase, kept: string): Question<KnownGroupMerge[]> {
  return {
    // Which groups became part of this one, and can that be taken back?
    statement: db
      .prepare(
        `SELECT other.uid, other.name, group_merge.merged_at, ${isMergeUntouched} AS is_untouched,
           (
             SELECT coordinator FROM event
             WHERE event.group_id = group_merge.group_id AND event.action = 'merge_groups' AND event.happened_at = group_merge.merged_at
           ) AS coordinator
         FROM group_merge
         JOIN local_group AS other ON other.id = group_merge.from_id
         WHERE group_merge.group_id = (SELECT id FROM local_group WHERE uid = ?1) AND group_merge.undone_at IS NULL
         ORDER BY group_merge.id DESC
         LIMIT 20`,
      )
      .bind(kept),
    read: (rows: Columns[]) =>
      rows.map(({ uid, name, merged_at, coordinator, is_untouched }) => ({
        other: { uid, name },
        mergedAt: new Date(merged_at),
        by: coordinator,
        isUntouched: is_untouched === 1,
      })),
  }
}

/** What a merge wrote in the histories of both. */
export type MergeWritten = Readonly<Record<'kept' | 'other', Change[]>>

/** Of a merge that may be undone; null when it is over, or somebody has written since. */
export function findMergeToUndo(db: ReadDatabase, { kept, other }: MergePair): Question<MergeWritten | null> {
  return {
    // What did this merge write?
    statement: db
      .prepare(
        `SELECT revision.group_id = group_merge.group_id AS is_kept, revision.changes
         FROM group_merge
         JOIN revision
           ON (revision.group_id = group_merge.group_id AND revision.number > number_before)
           OR (revision.group_id = group_merge.from_id AND revision.number > from_number_before)
         WHERE group_merge.group_id = ${idOf('?1')} AND group_merge.from_id = ${idOf('?2')}
         AND group_merge.undone_at IS NULL AND ${isMergeUntouched}
         ORDER BY revision.id`,
      )
      .bind(kept, other),
    read: (rows: { is_kept: 0 | 1; changes: string }[]) => {
      const of = (isKept: 0 | 1) =>
        rows.filter(({ is_kept }) => is_kept === isKept).flatMap(({ changes }) => readChanges(JSON.parse(changes)))
      return rows.length === 0 ? null : { kept: of(1), other: of(0) }
    },
  }
}
