import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { conflictOf } from '#shared/db/conflict.ts'
import { deleteDepartures, departureHash } from '#shared/db/departed-people.ts'
import { type Exit, reopenMembership } from '#shared/db/exits.ts'
import type { Revision } from '#shared/db/history.ts'
import type { Change } from '#shared/domain/change.ts'
import { undoChanges, undoWindow } from '#shared/domain/undo.ts'
import { type Acting, commit } from './acting.ts'
import type { GroupToWrite } from './group-state.ts'
import { recordStatements } from './write-record/record-statements.ts'

/** `too_late`: the window is over, or somebody else took them off. `overtaken`: somebody else's write landed first. */
export type Return = 'done' | 'too_late' | 'overtaken'

/** Whether whoever left may still take that back: it was their own word, and is not older than any other that is taken back. */
export function mayReturn(exit: Exit, now: Date): boolean {
  return exit.isOwn && now.getTime() - exit.at.getTime() < undoWindow
}

/** Takes back that a person left a group, or said that it is not theirs: they sit in it as before. `revision` is the one by which. One trip. */
export async function returnToGroup(
  acting: Acting,
  state: GroupToWrite,
  { person, exit, revision }: { person: string; exit: Exit | undefined; revision: Revision | null },
): Promise<Return> {
  const { group } = state
  if (group.record.referents.some(({ uid }) => uid === person)) return 'done'
  if (!exit || !mayReturn(exit, acting.now) || revision === null || revision.number !== exit.revision) return 'too_late'
  const own = revision.changes.filter((change) => isMembershipOf(change, person))
  // What else the same save corrected stays
  const { record, changes } = undoChanges(group.record, own)
  if (changes.length === 0) return 'too_late'
  const undoes = own.length === revision.written && revision.undoneBy === null ? { undoes: revision.number } : {}
  try {
    await commit(
      acting,
      [
        ...(await returned(acting, group.uid, own)),
        ...reopenMembership(acting.db, { group: group.uid, person, at: exit.at }),
        ...(await recordStatements(acting, state, { record, changes, ...undoes })),
      ],
      { action: 'return_to_group', group: group.uid, revision: group.number + 1 },
    )
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return 'overtaken'
    throw error
  }
}

/** They are not gone any more. */
async function returned({ db }: Acting, group: string, own: readonly Change[]): Promise<D1PreparedStatement[]> {
  const contacts = own.flatMap((change) => ('removed' in change ? [change.removed.email ?? change.removed.phone] : []))
  const hash = await departureHash(db)
  const hashes = await Promise.all(contacts.filter((one) => typeof one === 'string').map(hash))
  return [deleteDepartures(db, hashes, group)]
}

const isMembershipOf = (change: Change, person: string) =>
  change.list === 'referents' && change.row === person && 'removed' in change
