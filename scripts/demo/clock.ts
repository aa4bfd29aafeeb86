import { isQuiet, type Rhythm } from '#shared/domain/round.ts'

const step = 15 * 60

/** How many seconds a demonstration's clock is ahead, so that it is not night when somebody looks at mails at night. */
export function secondsUntilDay(now: Date, rhythm: Rhythm): number {
  const aWeek = Array.from({ length: (7 * 86_400) / step }, (_, index) => index * step)
  return aWeek.find((seconds) => !isQuiet(new Date(now.getTime() + seconds * 1000), rhythm)) ?? 0
}
