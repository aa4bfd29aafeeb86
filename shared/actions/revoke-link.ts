import { insertNewLink, updateRevoked } from '#shared/db/outbox.ts'
import { type Acting, commit } from './acting.ts'

/** Stops a link (its SHA-256), and writes its owner a fresh one. */
export async function revokeLink(acting: Acting, hash: string): Promise<void> {
  const { db, now } = acting
  // A link that was stopped asks for no other
  const statements = [insertNewLink(db, { linkHash: hash }, now), updateRevoked(db, hash, now)]
  await commit(acting, statements, { action: 'revoke_link' })
}
