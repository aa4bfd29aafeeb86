import { insertNewLink, revokeLink as updateRevoked } from '#shared/db/outbox.ts'
import { type Acting, commit } from './acting.ts'

/** Stops a link (its SHA-256), and writes its owner a fresh one. */
export async function revokeLink(acting: Acting, hash: string): Promise<void> {
  const { db, now } = acting
  const statements = [updateRevoked(db, hash, now), insertNewLink(db, { linkHash: hash }, now)]
  await commit(acting, statements, { action: 'revoke_link' })
}
