import { takeLinkRequests } from '#shared/db/link-requests.ts'
import type { Office } from './office.ts'

/** Makes mails for those who asked for a link and whom we know. One trip, whoever they are. */
export async function takeRequests({ db, movement }: Pick<Office, 'db' | 'movement'>, now: Date): Promise<void> {
  const coordinators = movement.coordinators.map(({ email }) => email)
  await db.batch(takeLinkRequests(db, coordinators, now))
}
