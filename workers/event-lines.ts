import { addDays, type Day } from '#shared/domain/day.ts'
import { instantsOf } from '#shared/domain/time-of-day.ts'
import { type ContentLine, dayValue, instantValue } from './icalendar.ts'

/** When something takes place (RFC 5545 §3.6.1): at the time that its title tells, in UTC, else the whole day. */
export function timeLines({ title, on }: { title: string; on: Day }, timeZone: string): ContentLine[] {
  const time = instantsOf(title, on, timeZone)
  if (!time)
    return [
      ['DTSTART;VALUE=DATE', dayValue(on)],
      ['DTEND;VALUE=DATE', dayValue(addDays(on, 1))],
    ]
  const start: ContentLine = ['DTSTART', instantValue(time.from)]
  return time.until === null ? [start] : [start, ['DTEND', instantValue(time.until)]]
}
