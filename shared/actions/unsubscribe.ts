import { deleteUnsubscription, insertUnsubscription } from '#shared/db/suppressions.ts'
import { type Acting, commit } from './acting.ts'

/** Stops the monthly mails to whoever holds the link with this SHA-256. */
export async function unsubscribePerson(acting: Acting, hash: string): Promise<void> {
  await commit(acting, insertUnsubscription(acting.db, hash, acting.now), { action: 'unsubscribe' })
}

/** Takes that back, also for who called our mails unwanted. */
export async function resubscribe(acting: Acting, hash: string): Promise<void> {
  await commit(acting, deleteUnsubscription(acting.db, hash), { action: 'resubscribe' })
}
