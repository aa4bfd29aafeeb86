import type { Day } from '#shared/domain/day.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showMonth } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

const locales: Readonly<Partial<Record<Language, string>>> = { en: 'en-GB' }

/** Days and months as a page writes them. Making a format costs more than all else of a page: each is made once. */
const styles = {
  monthAlone: { month: 'short' },
  monthShort: { month: 'short', year: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

function format(day: Day, language: Language, style: keyof typeof styles): string {
  const locale = locales[language] ?? language
  const key = `${locale} ${style}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: 'UTC' })
  formats.set(key, known)
  return known.format(new Date(`${day}T12:00:00Z`))
}

/** `décembre 2026`, of a round's key. */
export function monthName(round: string, language: Language): string {
  return showMonth(round, language)
}

/** The same as the name of a table's row. */
export function monthRow(round: string, language: Language): { text: string; month: string } {
  return { text: monthName(round, language), month: round }
}

/** `déc.`, where the year goes without saying. */
export function shortMonthOf(round: string, language: Language): string {
  return format(`${round}-01`, language, 'monthAlone')
}

/** `déc. 26`, on an axis. */
export function axisMonthOf(round: string, language: Language): string {
  return format(`${round}-15`, language, 'monthShort')
}

/** `mardi 1er décembre` */
export function dayName(day: Day, language: Language): string {
  const name = format(day, language, 'day')
  return language === 'fr' ? name.replace(/ 1 /, ' 1er ') : name
}

/** `mardi 1er décembre à 09:00`, or with its year, as the clock on the movement's wall shows it. */
export function momentName(instant: Date, timeZone: string, language: Language, movement: OwnWords, year = ''): string {
  const { day, time } = localTime(instant, timeZone)
  return textIn(language, movement).dashboard.overview.at(
    year ? `${dayName(day, language)} ${year}` : dayName(day, language),
    time,
  )
}
