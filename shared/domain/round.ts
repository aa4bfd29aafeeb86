import type { Calendar, Movement } from '#shared/movement.ts'
import { daysAfter, type Sequence, type SequenceStep, weekdays } from '#shared/settings/sequence.ts'
import { addDays, type Day, daysInMonth, weekdayOf } from './day.ts'
import { isHoliday } from './holiday.ts'
import { instantOf, localTime } from './zone.ts'

/** What a round's steps are called: reminders are counted, so that one more asked for in mid-round is one more. */
export type StepName = 'invitation' | `reminder_${number}` | 'silent_groups'
/** The mail that a step sends: the last of the reminders says that it is the last. */
export type StepKind = 'invitation' | 'reminder' | 'last_call' | 'silent_groups'

export type Step = { name: StepName; kind: StepKind; on: Day; dueAt: Date }
/** One monthly update; `key` is its local month, `2026-12`. */
export type Round = { key: string; steps: Step[] }

/** What of a movement's configuration the calendar needs. */
export type Rhythm = Pick<Movement, 'calendar' | 'timeZone'>

/** The round of a month, or null in a month that the movement skips. */
export function roundOf(key: string, rhythm: Rhythm): Round | null {
  const on = openingDay(key, rhythm.calendar)
  return on === null ? null : roundFrom(key, on, rhythm)
}

/** A round's steps when it opens on this day: later than planned, when the machine was off. */
export function roundFrom(key: string, opensOn: Day, { calendar, timeZone }: Rhythm): Round {
  const steps = planned(calendar.sequence).map(({ name, kind, after }) => {
    const on = workingDay(dayOf(after, opensOn), calendar)
    return { name, kind, on, dueAt: instantOf({ day: on, time: calendar.at }, timeZone) }
  })
  return { key, steps }
}

type PlannedStep = Pick<Step, 'name' | 'kind'> & { after: SequenceStep }

function planned({ reminders, end }: Sequence): PlannedStep[] {
  return [
    { name: 'invitation', kind: 'invitation', after: 0 },
    ...reminders.map((after, index): PlannedStep => {
      const isLast = index === reminders.length - 1
      return { name: `reminder_${index + 1}`, kind: isLast ? 'last_call' : 'reminder', after }
    }),
    { name: 'silent_groups', kind: 'silent_groups', after: end },
  ]
}

function dayOf(after: SequenceStep, opensOn: Day): Day {
  const day = addDays(opensOn, daysAfter(after))
  return typeof after === 'number' ? day : addDays(day, daysUntil(after.on, day))
}

/** Days from this one to the first such weekday: 0 on it. */
function daysUntil(weekday: (typeof weekdays)[number], day: Day): number {
  return (weekdays.indexOf(weekday) - weekdayOf(day) + 7) % 7
}

/** The latest round whose invitation is due; null when none has been in the last two years. */
export function latestRound(now: Date, rhythm: Rhythm): Round | null {
  for (const [key, on] of openings(now, rhythm, -1)) {
    if (hasCome(on, now, rhythm)) return roundFrom(key, on, rhythm)
  }
  return null
}

/** The first round whose invitation is still to come; of those after the month `after`, when one is given. */
export function nextRound(now: Date, rhythm: Rhythm, after = ''): Round | null {
  return comingRounds(now, rhythm, after).next().value ?? null
}

/** The rounds of the next two years, as planned, of the months after `after`. */
export function* comingRounds(now: Date, rhythm: Rhythm, after = ''): Generator<Round, undefined> {
  for (const [key, on] of openings(now, rhythm, 1)) {
    if (key > after && !hasCome(on, now, rhythm)) yield roundFrom(key, on, rhythm)
  }
}

export function opening(round: Round): Step {
  const [invitation] = round.steps
  if (!invitation) throw new Error('a round has an invitation')
  return invitation
}

/** When nothing may leave: at night, and on holidays. */
export function isQuiet(now: Date, { calendar, timeZone }: Rhythm): boolean {
  const { day, time } = localTime(now, timeZone)
  const { from, until } = calendar.quiet
  const night = from <= until ? time >= from && time < until : time >= from || time < until
  return night || isHoliday(day, calendar)
}

/** The months that have a round, from this one back or forth over two years, each with the day on which it opens unless that is a holiday. */
function* openings(now: Date, { calendar, timeZone }: Rhythm, direction: 1 | -1): Generator<[key: string, on: Day]> {
  const thisMonth = localTime(now, timeZone).day.slice(0, 7)
  // A round that was put off may open in the month after its own
  for (let months = direction === 1 ? -1 : 0; months <= 24; months++) {
    const key = addMonths(thisMonth, months * direction)
    const on = openingDay(key, calendar)
    if (on) yield [key, on]
  }
}

/** Whether a round's hour has come. Days are compared first: a time zone's arithmetic is slow, and rarely needed. */
function hasCome(opensOn: Day, now: Date, { calendar, timeZone }: Rhythm): boolean {
  const on = workingDay(opensOn, calendar)
  const today = localTime(now, timeZone).day
  return on === today ? instantOf({ day: on, time: calendar.at }, timeZone) <= now : on < today
}

export function addMonths(key: string, months: number): string {
  const [year = 0, month = 0] = key.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The day on which a month's round opens unless it is a holiday; null in a month that the movement skips. */
function openingDay(key: string, calendar: Calendar): Day | null {
  const [year = 0, month = 0] = key.split('-').map(Number)
  if ((month - 1) % calendar.every !== 0 || calendar.skippedMonths.includes(month)) return null
  const { opens, postponed } = calendar
  if (postponed[key] !== undefined) return postponed[key]
  const first = `${key}-01`
  if ('date' in opens) return addDays(first, Math.min(opens.date, daysInMonth(year, month)) - 1)
  return addDays(first, daysUntil(opens.weekday, first) + (opens.nth - 1) * 7)
}

function workingDay(day: Day, calendar: Calendar): Day {
  return isHoliday(day, calendar) ? workingDay(addDays(day, 1), calendar) : day
}
