import { conflictOf } from '#shared/db/conflict.ts'
import { deleteUnusedGroup } from '#shared/db/group-deletion.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { type Acting, commit } from './acting.ts'

/** Deletes a group (uid) that was made by mistake; nobody can take it back. `in_use`: something has happened in it: it is closed, or made one with another. One trip. */
export async function deleteGroup(acting: Acting, group: string): Promise<'done' | 'in_use'> {
  try {
    await commit(
      acting,
      deleteUnusedGroup(acting.db, group),
      { action: 'delete_group' },
      preconditions.groupKnown(group),
    )
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'in_use') return 'in_use'
    throw error
  }
}
