import { deleteCalendarOfLink } from '#shared/db/calendar-links.ts'
import { keepOwnAddress } from '#shared/db/invitation-answers.ts'
import { insertNewLink, updateRevoked } from '#shared/db/outbox.ts'
import { type Acting, commit } from './acting.ts'

/**
 * Stops a link (its SHA-256), and writes its owner a fresh one. What somebody else may have made by it goes too: the address of a calendar, and a new
 * address for its owner that nobody has accepted yet.
 */
export async function revokeLink(acting: Acting, hash: string): Promise<void> {
  const { db, now } = acting
  // A link that was stopped asks for no other
  const statements = [
    insertNewLink(db, { linkHash: hash }, now),
    deleteCalendarOfLink(db, hash),
    ...keepOwnAddress(db, hash, now),
    updateRevoked(db, hash, now),
  ]
  await commit(acting, statements, { action: 'revoke_link' })
}
