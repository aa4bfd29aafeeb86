import type { Calendar } from '#shared/movement.ts'
import days from '#shared/settings/public-holidays.json' with { type: 'json' }
import { addDays, type Day } from './day.ts'

/** Whether nothing is sent on a day: one that the movement names, or a public holiday of its country. */
export function isHoliday(
  day: Day,
  { holidays, publicHolidays }: Pick<Calendar, 'holidays' | 'publicHolidays'>,
): boolean {
  return holidays.includes(day) || (publicHolidays !== undefined && isPublicHoliday(day, publicHolidays))
}

function isPublicHoliday(day: Day, country: NonNullable<Calendar['publicHolidays']>): boolean {
  if (country === 'FR') return isFrenchHoliday(day)
  const years: Readonly<Record<string, string>> = days[country]
  return years[day.slice(0, 4)]?.split(' ').includes(day.slice(5, 7) + day.slice(8)) ?? false
}

/** Code du travail, article L3133-1: Easter Monday, the Ascension and Whit Monday go with Easter. */
function isFrenchHoliday(day: Day): boolean {
  return (
    ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].includes(day.slice(5)) ||
    [1, 39, 50].some((after) => addDays(easter(Number(day.slice(0, 4))), after) === day)
  )
}

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): Day {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const leap = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const moon = (19 * golden + leap + 15) % 30
  const epact =
    moon -
    Math.floor(moon / 28) * (1 - Math.floor(moon / 28) * Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7
  return addDays(`${year}-03-28`, epact - weekday)
}
