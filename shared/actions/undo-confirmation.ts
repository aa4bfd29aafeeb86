import { type Confirmation, revertConfirmation } from '#shared/db/confirmations.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { personOf } from '#shared/domain/actor.ts'
import { undoWindow } from '#shared/domain/undo.ts'
import { type Acting, commit } from './acting.ts'

/** Whether a confirmation may be taken back: within the window, once. */
export function isConfirmationUndoable({ madeAt, undoneAt }: Confirmation, now: Date): boolean {
  return undoneAt === null && now.getTime() - madeAt.getTime() < undoWindow
}

/** Takes back that sections of a group (uid) are right: they are asked again. What was checked or answered since stays. False when it is too late, or done already. One trip. */
export async function undoConfirmation(
  acting: Acting,
  group: string,
  confirmation: Confirmation | undefined,
): Promise<boolean> {
  const person = personOf(acting.actor)
  if (!confirmation || (person === null && acting.actor.kind !== 'coordinator')) return false
  if (!isConfirmationUndoable(confirmation, acting.now)) return false
  const { number, sections } = confirmation
  const statements = revertConfirmation(acting.db, { group, number, person }, acting.now)
  const event = { action: 'undo_confirmation', group, details: { sections } } as const
  await commit(acting, statements, event, preconditions.confirmationStands(group, number))
  return true
}
