import { confirmSeat } from '#shared/db/people.ts'
import { type Acting, commit } from './acting.ts'

/** Somebody whom a group named says that they are its referent. */
export async function acceptInvitation(
  acting: Acting,
  { group, person }: { group: string; person: string },
): Promise<void> {
  const { db, now } = acting
  await commit(acting, [confirmSeat(db, { group, uid: person }, now)], { action: 'accept_invitation', group })
}
