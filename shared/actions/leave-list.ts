import { insertListDeparture } from '#shared/db/list-members.ts'
import { type Acting, commit } from './acting.ts'

/** Takes somebody off a mailing list, since they left it where it is kept. Told twice, it changes nothing more. */
export async function leaveList(
  acting: Acting,
  { list, address, reason }: { list: string; address: string; reason: string },
): Promise<void> {
  const statements = insertListDeparture(acting.db, { list, address, reason }, acting.now)
  await commit(acting, statements, { action: 'leave_list', details: { list, reason } })
}
