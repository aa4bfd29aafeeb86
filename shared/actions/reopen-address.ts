import { reopenAddresses } from '#shared/db/suppressions.ts'
import { type Acting, commit } from './acting.ts'

/** Writes again to an address from which mails came back: the team has heard that it works. Who unsubscribed, or complained, stays so. */
export async function reopenAddress(acting: Acting, address: string): Promise<void> {
  await commit(acting, [reopenAddresses(acting.db, [address])], { action: 'reopen_address' })
}
