import type { Language, Words } from '#shared/text/language.ts'
import { showNumber } from '#shared/text/number.ts'
import { fillPattern } from '#shared/text/pattern.ts'
import { inLanguages } from '#shared/text/words.ts'
import type { Control, Field } from './field.ts'
import { writeField } from './field.ts'
import { optionSeparator } from './own-values.ts'
import { people } from './unit.ts'

type Choice = Extract<Control, { kind: 'radios' | 'select' }>

const yes = inLanguages({ fr: 'oui', en: 'yes' })
const no = inLanguages({ fr: 'non', en: 'no' })
/** By what the codec writes. */
export const yesNoWords = { oui: yes, non: no } as const
const nothing = inLanguages({ fr: 'rien', en: 'nothing' })

/** A value as people read it in a page, a mail or a history: a choice by its label, a day in words. */
export function showValue<Value>(field: Field<Value>, value: Value, language: Language): string {
  if (value === null || value === undefined || value === '') return nothing[language]
  if (typeof value === 'boolean') return (value ? yes : no)[language]
  if (field.control.kind === 'day') return showDay(String(value), language)
  if (field.control.kind === 'radios' || field.control.kind === 'select')
    return labelOf(field.control, String(value))?.[language] ?? String(value)
  if (field.control.kind === 'boxes') return labelsOf(field.control.options, String(value), language).join(', ')
  if (typeof value === 'string' && isPlainText(field.control.kind)) return value
  if (typeof value !== 'number') return writeField(field, value)
  const digits = showNumber(value, language)
  return field.unit ? fillPattern(field.unit, language, digits, value) : digits
}

type Labels = Readonly<Record<string, Words>>

/** What JavaScript has in every object, such as `constructor`, is no option. */
export function ownLabel(labels: Labels, value: string): Words | null {
  return Object.hasOwn(labels, value) ? (labels[value] ?? null) : null
}

/** What a choice is called; null of what is none. */
export function labelOf({ options, given = {} }: Choice, value: string): Words | null {
  return ownLabel(options, value) ?? ownLabel(given, value)
}

/** What the options of an answer are called; what is none, or none any more, as it is. */
function labelsOf(options: Labels, value: string, language: Language): string[] {
  return value.split(optionSeparator).map((option) => ownLabel(options, option)?.[language] ?? option)
}

/** What a codec writes as it keeps it. */
function isPlainText(kind: Control['kind']): boolean {
  return kind === 'text' || kind === 'long_text' || kind === 'email' || kind === 'url'
}

/** A value among the others of its row, where no label stands beside it. */
export function showBriefly<Value>(field: Field<Value>, value: Value, language: Language): string {
  const written = showValue(field, value, language)
  const shown = field.control.kind === 'url' ? written.replace(/^https?:\/\/|\/$/g, '') : written
  return field.brief ? fillPattern(field.brief, language, shown, Number(value)) : shown
}

export function showPeople(count: number, language: Language): string {
  return fillPattern(people, language, showNumber(count, language), count)
}

const dayFormats: Partial<Record<Language, Intl.DateTimeFormat>> = {}

/** `27 mars 2026`, `1er juin 2026`; what is no day stays as it is. */
export function showDay(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  dayFormats[language] ??= new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const text = dayFormats[language].format(date)
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

const weekdayFormats: Partial<Record<Language, Intl.DateTimeFormat>> = {}

/** `dimanche 3 mai 2026`. */
export function showWeekday(day: string, language: Language): string {
  weekdayFormats[language] ??= new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'full',
    timeZone: 'UTC',
  })
  const text = weekdayFormats[language].format(new Date(`${day}T00:00:00Z`))
  return language === 'fr' ? text.replace(/(?<=^\p{L}{1,10} )1 /u, '1er ') : text
}

const monthFormats: Partial<Record<Language, Intl.DateTimeFormat>> = {}

/** `décembre 2026`, of a round's key. */
export function showMonth(round: string, language: Language): string {
  monthFormats[language] ??= new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return monthFormats[language].format(new Date(`${round}-01T12:00:00Z`))
}

const ageFormats: Partial<Record<Language, Intl.RelativeTimeFormat>> = {}

/** `il y a 5 mois`, `3 days ago`: the largest unit that is not zero. */
export function showAge(days: number, language: Language): string {
  ageFormats[language] ??= new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const format = ageFormats[language]
  if (days < 14) return format.format(-days, 'day')
  if (days < 60) return format.format(-Math.floor(days / 7), 'week')
  return days < 730
    ? format.format(-Math.floor(days / 30.44), 'month')
    : format.format(-Math.floor(days / 365.25), 'year')
}
