import { publishEvents } from '#shared/db/published-events.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Publishing } from './publish-groups.ts'

/** What was held so long ago (in milliseconds) is in no calendar any more. */
const kept = 60 * 86_400_000

/** Publishes what groups plan, and did in the last two months. */
export async function publishCalendar({ db, movement, now }: Publishing): Promise<{ events: number }> {
  const { day } = localTime(new Date(now.getTime() - kept), movement.timeZone)
  const results = await db.batch(publishEvents(db, day, now))
  return { events: results.reduce((sum, { meta }) => sum + meta.changes, 0) }
}
