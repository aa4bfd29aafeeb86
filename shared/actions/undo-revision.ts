import { conflictOf } from '#shared/db/conflict.ts'
import type { Revision } from '#shared/db/history.ts'
import { isTooMuch, writtenBy } from '#shared/domain/record-limits.ts'
import { isSoundBefore, isUndoable, undoChanges } from '#shared/domain/undo.ts'
import { type Acting, commit } from './acting.ts'
import type { GroupToWrite } from './group-state.ts'
import { leavesNobody, recordStatements } from './write-record/record-statements.ts'

/**
 * `partly`: what somebody corrected since stays as they corrected it, and what the tables would refuse stays too. `nothing`: too late, done already, or all of it was corrected since.
 * `nobody`: nobody would be left to write to. `too_much`: they have written too much for a day. `overtaken`: somebody else's write landed first.
 */
export type Undoing = 'done' | 'partly' | 'nothing' | 'nobody' | 'too_much' | 'overtaken'

/** Takes a revision back, as a revision of its own. One trip. */
export async function undoRevision(
  acting: Acting,
  state: GroupToWrite,
  revision: Revision | undefined,
): Promise<Undoing> {
  const { group } = state
  if (!revision || !isUndoable(revision, acting.now, acting.actor.kind === 'referent' ? 'group' : 'team'))
    return 'nothing'
  const sound = revision.changes.filter((change) => isSoundBefore(change, acting.movement.sections))
  const { record, changes, skipped } = undoChanges(group.record, sound)
  if (changes.length === 0) return 'nothing'
  if (leavesNobody(state, record)) return 'nobody'
  if (isTooMuch(writtenBy(changes), group.today)) return 'too_much'
  const event = { action: 'undo_revision', group: group.uid, revision: group.number + 1 } as const
  try {
    const statements = await recordStatements(acting, state, { record, changes, undoes: revision.number })
    await commit(acting, statements, { ...event, details: { undoes: revision.number } })
    return skipped.length > 0 || sound.length < revision.changes.length ? 'partly' : 'done'
  } catch (error) {
    const conflict = conflictOf(error)
    if (conflict === 'overtaken') return conflict
    if (conflict === 'row_elsewhere') return 'nothing'
    throw error
  }
}
