import {
  allGroups,
  cancelEvents,
  deleteEventsBefore,
  listGroupRanges,
  upsertEvents,
} from '#shared/db/published-events.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Publishing } from './publish-groups.ts'

/** What was held so long ago (in milliseconds) is in no calendar any more. */
const kept = 60 * 86_400_000

/** Groups of which one statement publishes what they do: all others wait for as long as it takes. Where statements are counted, one has them all. */
const rangeLength = 4000

/** Publishes what groups plan, and did in the last two months. */
export async function publishCalendar({ db, movement, now, isMetered }: Publishing): Promise<{ events: number }> {
  const { day } = localTime(new Date(now.getTime() - kept), movement.timeZone)
  const ranges = isMetered ? [allGroups] : await listGroupRanges(db, rangeLength)
  const statements = [
    ...ranges.map((range) => upsertEvents(db, day, range, now)),
    ...ranges.map((range) => cancelEvents(db, day, range, now)),
    deleteEventsBefore(db, day),
  ]
  if (isMetered) return { events: changesOf(await db.batch(statements)) }
  let events = 0
  for (const statement of statements) events += changesOf([await statement.run()])
  return { events }
}

const changesOf = (results: readonly { meta: { changes: number } }[]) =>
  results.reduce((sum, { meta }) => sum + meta.changes, 0)
