import { takeBackStatements } from '#shared/db/former-addresses.ts'
import { objectStatements } from '#shared/db/invitation-answers.ts'
import { type Acting, commit } from './acting.ts'

/** Whoever reads the address that somebody (a uid) had until lately (an id) takes it back: whoever moved them has no link any more. */
export async function takeBackAddress(acting: Acting, former: { id: number; person: string }): Promise<void> {
  const { db, now } = acting
  const statements = [...objectStatements(db, former.person, now), ...takeBackStatements(db, former.id, now)]
  await commit(acting, statements, { action: 'object_to_address' })
}
