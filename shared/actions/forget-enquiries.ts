import { deleteOldEnquiries } from '#shared/db/enquiries.ts'
import type { Publishing } from './publish-groups.ts'

/** What visitors wrote is not kept for longer than they were told. */
export async function forgetEnquiries({ db, now }: Publishing): Promise<{ forgotten: number }> {
  const results = await db.batch(deleteOldEnquiries(db, now))
  return { forgotten: results.reduce((sum, { meta }) => sum + meta.changes, 0) }
}
