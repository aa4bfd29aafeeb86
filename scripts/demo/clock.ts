import * as z from 'zod'
import { isQuiet, type Rhythm } from '#shared/domain/round.ts'
import { instantOf } from '#shared/domain/zone.ts'

const step = 15 * 60

/** How many seconds a demonstration's clock is ahead, so that it is not night when somebody looks at mails at night. */
export function secondsUntilDay(now: Date, rhythm: Rhythm): number {
  const aWeek = Array.from({ length: (7 * 86_400) / step }, (_, index) => index * step)
  return aWeek.find((seconds) => !isQuiet(new Date(now.getTime() + seconds * 1000), rhythm)) ?? 0
}

/** How many seconds a demonstration's clock is ahead so that it is the morning of this day; null when the day has begun already, or is none. */
export function secondsUntilMorning(day: string, now: Date, rhythm: Rhythm): number | null {
  if (!z.iso.date().safeParse(day).success) return null
  const morning = instantOf({ day, time: rhythm.calendar.at }, rhythm.timeZone)
  const ahead = Math.ceil((morning.getTime() - now.getTime()) / 1000)
  return ahead < 0 ? null : ahead + secondsUntilDay(morning, rhythm)
}
