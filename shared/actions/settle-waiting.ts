import { preconditions } from '#shared/db/preconditions.ts'
import { updateAdmitted as admit, updateRefused as refuse } from '#shared/db/waiting-groups.ts'
import { type Acting, commit } from './acting.ts'

/** Lets everybody through who waits in a group (uid): they are written to. */
export async function admitWaiting(acting: Acting, group: string): Promise<void> {
  await commit(
    acting,
    admit(acting.db, group, acting.now),
    { action: 'admit_waiting', group },
    preconditions.someoneWaits(group),
  )
}

/** Takes off everybody who waits in a group (uid). Nobody is written to. */
export async function refuseWaiting(acting: Acting, group: string): Promise<void> {
  await commit(
    acting,
    refuse(acting.db, group, acting.now),
    { action: 'refuse_waiting', group },
    preconditions.someoneWaits(group),
  )
}
