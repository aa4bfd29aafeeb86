import { insertListDeparture } from '#shared/db/list-members.ts'
import {
  confirmSubscriber,
  deleteOldSubscribers,
  eraseSubscribers,
  insertSubscriber,
  type NewSubscriber,
} from '#shared/db/list-subscribers.ts'
import { type Acting, commit } from './acting.ts'
import type { Publishing } from './publish-groups.ts'

/** Sends the owner of an address a mail that leads to a list's two buttons. */
export async function askForList({ db, now, alongside }: Acting, given: NewSubscriber): Promise<void> {
  // No event: until it is confirmed it may be a robot's
  await db.batch([...(alongside?.statements ?? []), ...insertSubscriber(db, given, now)])
}

/** The owner of an address puts it on a list. */
export async function joinList(acting: Acting, given: { list: string; email: string }): Promise<void> {
  const event = { action: 'join_list', details: { list: given.list } } as const
  await commit(acting, confirmSubscriber(acting.db, given, acting.now), event)
}

/** The owner of an address takes it off a list, by its page. */
export async function leaveListByPage(acting: Acting, { list, email }: { list: string; email: string }): Promise<void> {
  const statements = insertListDeparture(acting.db, { list, address: email, reason: 'unsubscribed' }, acting.now)
  await commit(acting, statements, { action: 'leave_list', details: { list, reason: 'page' } })
}

/** Forgets an address that signed up by lists' pages. */
export async function eraseSignUps(acting: Acting, email: string): Promise<void> {
  await commit(acting, eraseSubscribers(acting.db, JSON.stringify([email])), { action: 'erase_person' })
}

/** Who has left, or never confirmed, is not kept for longer than they were told. */
export async function forgetSubscribers({ db, now }: Publishing): Promise<{ forgotten: number }> {
  const [subscribers] = await db.batch(deleteOldSubscribers(db, now))
  return { forgotten: subscribers?.meta.changes ?? 0 }
}
