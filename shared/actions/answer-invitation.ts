import { deleteDepartures, departureHash } from '#shared/db/departed-people.ts'
import { acceptStatements, declineStatements } from '#shared/db/invitation-answers.ts'
import { acceptAddress, settleAddresses } from '#shared/db/new-addresses.ts'
import { type Acting, commit } from './acting.ts'

/** An invitation, by its id, its group's uid, and whether it is about an address that somebody would have. */
export type Answered = { id: number; group: string; email: string; isAddress: boolean }

/** Whoever reads the address says yes: they are a referent from now on, or have the address once the former one cannot object any more. `uid` is for somebody new. */
export async function acceptInvitation(
  acting: Acting,
  { id, group, email, isAddress }: Answered,
  uid: string,
): Promise<void> {
  const { db, now } = acting
  const statements = isAddress
    ? [acceptAddress(db, id, now), ...settleAddresses(db, now)]
    : [
        ...acceptStatements(db, { invitation: id, uid }, now),
        deleteDepartures(db, [await (await departureHash(db))(email)], group),
      ]
  await commit(acting, statements, { action: 'accept_invitation', group })
}

/** Whoever reads the address says no: what was typed of them is forgotten, and the group is told. */
export async function declineInvitation(acting: Acting, { id, group }: Answered): Promise<void> {
  await commit(acting, declineStatements(acting.db, id, acting.now), { action: 'decline_invitation', group })
}
