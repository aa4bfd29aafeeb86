import { deleteSession } from '#shared/db/sessions.ts'
import { type Acting, commit } from './acting.ts'

/** Ends a session (its SHA-256): what its cookie says from now on is nothing. */
export async function endSession(acting: Acting, hash: string): Promise<void> {
  await commit(acting, [deleteSession(acting.db, hash)], { action: 'sign_out' })
}
