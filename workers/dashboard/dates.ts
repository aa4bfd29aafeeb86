import movement from '#movement'
import type { Day } from '#shared/domain/day.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

const locales: Readonly<Partial<Record<Language, string>>> = { en: 'en-GB' }

function format(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language] ?? language, { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
}

/** `décembre 2026`, of a round's key. */
export function monthOf(round: string, language: Language): string {
  return format(`${round}-01`, language, { month: 'long', year: 'numeric' })
}

/** `décembre`, where the year goes without saying. */
export function shortMonthOf(round: string, language: Language): string {
  return format(`${round}-01`, language, { month: 'long' })
}

/** `mardi 1er décembre` */
export function dayName(day: Day, language: Language): string {
  const name = format(day, language, { weekday: 'long', day: 'numeric', month: 'long' })
  return language === 'fr' ? name.replace(/ 1 /, ' 1er ') : name
}

/** `mardi 1er décembre à 09:00`, as the clock on the movement's wall shows it. */
export function momentName(instant: Date, language: Language): string {
  const { day, time } = localTime(instant, movement.timeZone)
  return textIn(language).dashboard.overview.at(dayName(day, language), time)
}
