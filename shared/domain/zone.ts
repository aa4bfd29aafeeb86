import type { Day } from './day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** The clock on the wall: the day, and the time as `HH:MM`. */
export type LocalTime = { day: Day; time: string }

export function localTime(instant: Date, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/**
 * The instant at which the clock on the wall shows this. When the clock goes forward over it, the instant that
 * the old offset gives (02:30 that never was is 03:30); when the clock shows it twice, the first time.
 */
export function instantOf({ day, time }: LocalTime, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const before = wall - offsetAt(wall - 86_400_000, timeZone)
  const after = wall - offsetAt(wall + 86_400_000, timeZone)
  // Most days have no change of the clock near them
  if (before === after) return new Date(before)
  const shows = (instant: number) => instant + offsetAt(instant, timeZone) === wall
  const candidates = [before, after].filter(shows)
  return new Date(candidates.length > 0 ? Math.min(...candidates) : before)
}

/** Milliseconds by which local time is ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 60_000) * 60_000
  const { day, time } = localTime(new Date(whole), timeZone)
  return Date.parse(`${day}T${time}:00Z`) - whole
}
