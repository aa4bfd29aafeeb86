import { deleteOldRegistrations } from '#shared/db/registrations.ts'
import type { Publishing } from './publish-groups.ts'

/** What was said of new groups is not kept for longer than was told. */
export async function forgetRegistrations({ db, now }: Publishing): Promise<{ forgotten: number }> {
  const [registrations] = await db.batch(deleteOldRegistrations(db, now))
  return { forgotten: registrations?.meta.changes ?? 0 }
}
