import type { D1Database } from '@cloudflare/workers-types'
import { deleteFormer } from '#shared/db/former-addresses.ts'
import { expireStatements, returnStatements } from '#shared/db/invitation-answers.ts'
import { settleAddresses } from '#shared/db/new-addresses.ts'

/** What time does to invitations: those that nobody answered, or that came back, end, and new addresses that nobody objected to hold. Each leaves its event. */
export async function endInvitations(db: D1Database, now: Date): Promise<void> {
  await db.batch([
    ...settleAddresses(db, now),
    ...returnStatements(db, now),
    ...expireStatements(db, now),
    ...deleteFormer(db, now),
  ])
}
