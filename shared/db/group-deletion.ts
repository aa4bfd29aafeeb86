import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** SQL: whether nothing has happened in `local_group g`: no mail about it has left or may have, nobody answered or wrote, nothing became part of it. */
const isUnused = `(
    g.merged_into_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.group_id = g.id AND mail.state IN ('sending', 'sent', 'unknown'))
    AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.group_id = g.id)
    AND NOT EXISTS (SELECT 1 FROM poll_answer WHERE poll_answer.group_id = g.id)
    AND NOT EXISTS (SELECT 1 FROM confirmation WHERE confirmation.group_id = g.id)
    AND NOT EXISTS (SELECT 1 FROM group_check WHERE group_check.group_id = g.id AND group_check.checks <> '{}')
    AND NOT EXISTS (SELECT 1 FROM note WHERE note.group_id = g.id)
    AND NOT EXISTS (SELECT 1 FROM enquiry WHERE enquiry.group_id = g.id)
    AND NOT EXISTS (SELECT 1 FROM group_merge WHERE group_merge.group_id = g.id)
    AND NOT EXISTS (SELECT 1 FROM local_group AS child WHERE child.parent_id = g.id)
    AND NOT EXISTS (SELECT 1 FROM revision WHERE revision.group_id = g.id AND revision.author = 'referent')
    AND NOT EXISTS (SELECT 1 FROM round_snapshot WHERE round_snapshot.group_id = g.id AND round_snapshot.asked = 1)
  )`

/** Whether a group (uid) may be deleted as one that was made by mistake. */
export function mayDeleteGroup(db: ReadDatabase, group: string): Question<boolean> {
  return {
    // Has nothing happened in this group?
    statement: db.prepare(`SELECT ${isUnused} AS is_unused FROM local_group g WHERE g.uid = ?1`).bind(group),
    read: ([row]: { is_unused: 0 | 1 }[]) => row?.is_unused === 1,
  }
}

/** Deletes a group in which nothing has happened, with whom only it knows and nobody has written to. The whole batch fails when something has. */
export function deleteUnusedGroup(db: D1Database, group: string): D1PreparedStatement[] {
  return [
    // NULL where none may be ends the whole batch (`conflictOf`)
    db.prepare(`UPDATE local_group AS g SET name = NULL WHERE g.uid = ?1 AND NOT ${isUnused}`).bind(group),
    db
      .prepare(
        `DELETE FROM person
         WHERE id IN (SELECT person_id FROM referent WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1))
         AND NOT EXISTS (
           SELECT 1 FROM referent AS membership
           WHERE membership.person_id = person.id AND membership.group_id <> (SELECT id FROM local_group WHERE uid = ?1)
         )
         AND NOT EXISTS (SELECT 1 FROM person AS part WHERE part.merged_into_id = person.id)
         AND NOT EXISTS (
           SELECT 1 FROM mail WHERE mail.person_id = person.id AND mail.state IN ('sending', 'sent', 'unknown')
         )`,
      )
      .bind(group),
    db.prepare('DELETE FROM local_group WHERE uid = ?1').bind(group),
  ]
}
