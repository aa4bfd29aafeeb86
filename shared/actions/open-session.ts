import { insertSessionEvent } from '#shared/db/events.ts'
import { deleteOldSessions, insertSession, revokeSignIn } from '#shared/db/sessions.ts'
import type { Acting } from './acting.ts'

type BegunSession = { hash: string; endsAt: Date }

/**
 * Begins a session of a coordinator by the link of a sign-in mail (its SHA-256), which opens nothing any more; false when it was used, or stopped,
 * meanwhile. One trip.
 */
export async function openSession(
  { db, now }: Pick<Acting, 'db' | 'now'>,
  { link, email, session }: { link: string; email: string; session: BegunSession },
): Promise<boolean> {
  const results = await db.batch([
    insertSession(db, { link, ...session }, now),
    insertSessionEvent(db, { email, session: session.hash }, now),
    revokeSignIn(db, link, now),
    deleteOldSessions(db, now),
  ])
  return results[0]?.meta.changes === 1
}
