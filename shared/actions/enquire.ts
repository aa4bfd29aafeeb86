import { answerEnquiry, confirmEnquiry, insertEnquiry, type NewEnquiry } from '#shared/db/enquiries.ts'
import { type Acting, commit } from './acting.ts'

/** Keeps a visitor's words to a group, and asks them by a mail whether it was them. */
export async function enquire(acting: Acting, enquiry: NewEnquiry): Promise<void> {
  const { db, now, alongside } = acting
  // No event: until it is confirmed it may be a robot's
  await db.batch([...(alongside?.statements ?? []), ...insertEnquiry(db, enquiry, now)])
}

/** A visitor's address is theirs: the group's referents get the words. `hash` is of the link in the visitor's mail. */
export async function confirmOwnEnquiry(acting: Acting, hash: string, group: string): Promise<void> {
  await commit(acting, confirmEnquiry(acting.db, hash, acting.now), { action: 'confirm_enquiry', group })
}

/** Somebody of the group has answered. `hash` is of the link in their mail. */
export async function markAnswered(acting: Acting, hash: string, group: string): Promise<void> {
  await commit(acting, [answerEnquiry(acting.db, hash, acting.now)], { action: 'answer_enquiry', group })
}
