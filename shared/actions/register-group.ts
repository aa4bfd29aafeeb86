import { confirmRegistration, insertRegistration, type NewRegistration } from '#shared/db/registrations.ts'
import { type Acting, commit } from './acting.ts'

/** Keeps what somebody says of a new group, and asks them by a mail whether it was them. */
export async function registerGroup({ db, now, alongside }: Acting, registration: NewRegistration): Promise<void> {
  // No event: until it is confirmed it may be a robot's
  await db.batch([...(alongside?.statements ?? []), ...insertRegistration(db, registration, now)])
}

/** Whoever registered a group reads that address: the team hears of it. `hash` is of the link in their mail. */
export async function confirmOwnRegistration(acting: Acting, hash: string): Promise<void> {
  await commit(acting, [confirmRegistration(acting.db, hash, acting.now)], { action: 'confirm_registration' })
}
