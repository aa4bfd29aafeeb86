import { publishEvents } from '#shared/db/published-events.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Publishing } from './publish-groups.ts'

/** What was held so long ago (in milliseconds) is in no calendar any more. */
const kept = 60 * 86_400_000

/** Groups whose calendars one transaction publishes: all others wait for as long as it takes. */
const pageLength = 1000

/** Publishes what groups plan, and did in the last two months: of those to which something happened, `most` at most; the next run goes on. */
export async function publishCalendar({ db, movement, now, most }: Publishing): Promise<{ groups: number }> {
  const { day } = localTime(new Date(now.getTime() - kept), movement.timeZone)
  let groups = 0
  while (groups < most) {
    const limit = Math.min(pageLength, most - groups)
    const results = await db.batch(publishEvents(db, { from: day, limit, now }))
    const published = results.at(-1)?.meta.changes ?? 0
    groups += published
    if (published < limit) break
  }
  return { groups }
}
