import type { Day } from './day.ts'
import { addDays } from './day.ts'
import { instantOf } from './zone.ts'

/** Hours on the clock, as `18:30`; `until`: where the text says an end. */
export type TimeOfDay = { from: string; until: string | null }

// `18h30`, `18 h`, `18:30`, `6 pm`, `6:30pm`; a number alone is one where a time follows: `14-16h`
const clock = /(?<![\d:.,/])(\d{1,2})(?:\s?(h)\s?([0-5]\d)?|:([0-5]\d))?(?:\s?([ap])\.?m\b)?(?![\p{L}\d:%])/giu
const between = /^\s?(?:[-–—]|à|to|till|until|jusqu[’']à)\s?$/iu
const saysWhen = /(?:^|[\s(,;:])(?:à(?: partir de)?|dès|vers|at|from|@)\s?$/iu
/** `à midi`, `from noon`; but « du Midi » is a place. */
const noon = /(?<=(?:^|[\s(,;:])(?:à|dès|de|vers|at|from) )(?:midi|noon)(?![\p{L}-])/giu
/** Nothing that groups plan begins at three in the morning: `3h` and `2h30` are how long it takes. */
const earliest = 7 * 60

type Found = { from: number; to: number; minutes: number; isTime: boolean; isSure: boolean }

/** The time of day that a title tells, as in `Réunion, 18h30`; null when it tells none, or how long something takes. */
export function timeOfDayIn(said: string): TimeOfDay | null {
  const title = said.replace(noon, '12:00')
  const all = Array.from(title.matchAll(clock), read)
  for (const [index, one] of all.entries()) {
    const next = all[index + 1]
    const end = next?.isTime && between.test(title.slice(one.to, next.from)) ? next : null
    const isSaid = one.isSure || end !== null || (one.isTime && saysWhen.test(title.slice(0, one.from)))
    if (isSaid && isHour(one) && one.minutes >= earliest && (end === null || isHour(end)))
      return { from: written(one.minutes), until: end && written(end.minutes) }
  }
  return null
}

function read({ index, 0: whole, 1: hour = '', 2: h, 3: afterH, 4: afterColon, 5: half }: RegExpExecArray): Found {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  const minutes = afterH ?? afterColon
  return {
    from: index,
    to: index + whole.length,
    minutes: hours * 60 + Number(minutes ?? 0),
    isTime: Boolean(h ?? afterColon ?? half),
    isSure: minutes !== undefined || half !== undefined,
  }
}

const isHour = ({ minutes }: Found) => minutes < 24 * 60
const written = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** From when until when what a title tells of takes place on a day, on the clocks of a zone; an end before its beginning is the next day’s. Null when it tells no time. */
export function instantsOf(title: string, day: Day, timeZone: string): { from: Date; until: Date | null } | null {
  const time = timeOfDayIn(title)
  if (!time) return null
  const { from, until } = time
  const endsOn = until !== null && until <= from ? addDays(day, 1) : day
  return {
    from: instantOf({ day, time: from }, timeZone),
    until: until === null ? null : instantOf({ day: endsOn, time: until }, timeZone),
  }
}
