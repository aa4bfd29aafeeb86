import { deleteListMembers, type MembersAct } from '#shared/db/sheet-addresses.ts'
import { type Acting, commit } from './acting.ts'

/** Takes off lists what a sheet put there, as far as it is as the sheet left it. Nothing remembers that they left: the same sheet puts them back. */
export async function undoMembers(acting: Acting, act: MembersAct, left: number): Promise<void> {
  const details = { members: left, lists: act.lists }
  await commit(acting, deleteListMembers(acting.db, act), { action: 'remove_members', details })
}
