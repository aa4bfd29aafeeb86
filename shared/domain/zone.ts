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
  })
  formats.set(timeZone, format)
  return format
}

/** The clock on the wall: the day, and the time as `HH:MM`. */
export type LocalTime = { day: Day; time: string }

export function localTime(instant: Date, timeZone: string): LocalTime {
  const wall = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString()
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) }
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

const quarter = 900_000

/** Asking a format what clocks show costs a tick more than all the rest of its reckoning. */
const offsets = new Map<string, number>()
const kept = 1000

/** Milliseconds by which local time is ahead of UTC: clocks change on a quarter of an hour only. */
function offsetAt(instant: number, timeZone: string): number {
  const from = Math.floor(instant / quarter) * quarter
  const key = `${timeZone} ${from}`
  const offset = offsets.get(key) ?? shownAt(from, timeZone) - from
  if (offsets.size >= kept) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** What the clock on the wall shows at a whole minute, as if it were UTC. */
function shownAt(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute)
}
