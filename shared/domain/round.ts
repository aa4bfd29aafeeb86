import type { Calendar, Movement } from '#shared/movement.ts'
import { addDays, type Day, daysInMonth, weekdayOf } from './day.ts'
import { instantOf, localTime } from './zone.ts'

export const rungNames = ['invitation', 'reminder', 'last_call', 'silent_groups'] as const
export type RungName = (typeof rungNames)[number]

export type Rung = { name: RungName; on: Day; dueAt: Date }
/** One monthly update; `key` is its local month, `2026-12`. */
export type Round = { key: string; rungs: Rung[] }

/** What of a movement's configuration the calendar needs. */
export type Rhythm = Pick<Movement, 'calendar' | 'timeZone'>

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The round of a month, or null in a month that the movement skips. */
export function roundOf(key: string, { calendar, timeZone }: Rhythm): Round | null {
  const [year = 0, month = 0] = key.split('-').map(Number)
  if (calendar.skippedMonths.includes(month)) return null
  return ladderFrom(key, openingDay(year, month, calendar), { calendar, timeZone })
}

/** A round's rungs when it opens on this day: later than planned, when the machine was off. */
export function ladderFrom(key: string, opensOn: Day, { calendar, timeZone }: Rhythm): Round {
  const rungs = rungNames.map((name) => {
    const offset = name === 'invitation' ? 0 : calendar.days[name]
    const on = workingDay(addDays(opensOn, offset), calendar)
    return { name, on, dueAt: instantOf({ day: on, time: calendar.at }, timeZone) }
  })
  return { key, rungs }
}

/** The latest round whose invitation is due; null when none has been in the last two years. */
export function latestRound(now: Date, rhythm: Rhythm): Round | null {
  return searchRounds(now, rhythm, -1).find((round) => opening(round).dueAt <= now) ?? null
}

/** The first round whose invitation is still to come. */
export function nextRound(now: Date, rhythm: Rhythm): Round | null {
  return searchRounds(now, rhythm, 1).find((round) => opening(round).dueAt > now) ?? null
}

export function opening(round: Round): Rung {
  const [invitation] = round.rungs
  if (!invitation) throw new Error('a round has an invitation')
  return invitation
}

/** The next dates on which something leaves, earliest first. */
export function nextRungs(now: Date, rhythm: Rhythm, howMany: number): (Rung & { round: string })[] {
  return [...searchRounds(now, rhythm, -1).slice(0, 2).reverse(), ...searchRounds(now, rhythm, 1).slice(1)]
    .flatMap((round) => round.rungs.map((rung) => ({ ...rung, round: round.key })))
    .filter((rung) => rung.dueAt > now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(0, howMany)
}

/** When nothing may leave: at night, and on holidays. */
export function isQuiet(now: Date, { calendar, timeZone }: Rhythm): boolean {
  const { day, time } = localTime(now, timeZone)
  const { from, until } = calendar.quiet
  const night = from <= until ? time >= from && time < until : time >= from || time < until
  return night || calendar.holidays.includes(day)
}

/** Rounds from this month on, going back or forth over two years. */
function searchRounds(now: Date, rhythm: Rhythm, step: 1 | -1): Round[] {
  const thisMonth = localTime(now, rhythm.timeZone).day.slice(0, 7)
  return Array.from({ length: 25 }, (_, index) => roundOf(addMonths(thisMonth, index * step), rhythm)).filter(
    (round) => round !== null,
  )
}

export function addMonths(key: string, months: number): string {
  const [year = 0, month = 0] = key.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}

function openingDay(year: number, month: number, { opens }: Calendar): Day {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  if ('date' in opens) return addDays(first, Math.min(opens.date, daysInMonth(year, month)) - 1)
  const ahead = (weekdays.indexOf(opens.weekday) - weekdayOf(first) + 7) % 7
  return addDays(first, ahead + (opens.nth - 1) * 7)
}

function workingDay(day: Day, calendar: Calendar): Day {
  return calendar.holidays.includes(day) ? workingDay(addDays(day, 1), calendar) : day
}
