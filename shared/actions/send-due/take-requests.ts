import { takeLinkRequests } from '#shared/db/link-requests.ts'
import type { SendingContext } from './sending-context.ts'

/** Makes mails for those who asked for a link and whom we know. One trip, whoever they are. */
export async function takeRequests(
  { db, movement }: Pick<SendingContext, 'db' | 'movement'>,
  now: Date,
): Promise<void> {
  const coordinators = movement.coordinators.map(({ email }) => email)
  await db.batch(takeLinkRequests(db, coordinators, now))
}
