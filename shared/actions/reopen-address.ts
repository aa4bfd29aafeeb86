import { preconditions } from '#shared/db/preconditions.ts'
import { reopenAddresses } from '#shared/db/suppressions.ts'
import { type Acting, commit } from './acting.ts'

/** Writes again to an address from which mails came back: the team has heard that it works. Who unsubscribed, or complained, stays so. */
export async function reopenAddress(acting: Acting, address: string): Promise<void> {
  const statements = [reopenAddresses(acting.db, [address])]
  await commit(acting, statements, { action: 'reopen_address' }, preconditions.addressSuppressed(address))
}
