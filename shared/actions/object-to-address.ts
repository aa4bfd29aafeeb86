import { objectStatements } from '#shared/db/invitation-answers.ts'
import { type Acting, commit } from './acting.ts'

/** Somebody (a uid) keeps the address that they have; the group that corrected it is told. */
export async function objectToAddress(acting: Acting, person: string, group: string): Promise<void> {
  await commit(acting, objectStatements(acting.db, person, acting.now), { action: 'object_to_address', group })
}
