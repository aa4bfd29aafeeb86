import { more } from '#shared/text/more.ts'
import { fold } from './fold.ts'
import { inFigures, isOfNumber } from './number-words.ts'

const languages = ['fr', 'en', ...Object.keys(more)]
const named = (option: 'month' | 'weekday', at: number) =>
  languages.map((language) => fold(new Intl.DateTimeFormat(language, { [option]: 'long', timeZone: 'UTC' }).format(at)))
const monthNames = Array.from({ length: 12 }, (_, month) => named('month', Date.UTC(2026, month)))
/** From Sunday, as JavaScript counts them. */
const weekdayNames = Array.from({ length: 7 }, (_, weekday) => named('weekday', Date.UTC(2026, 1, 1 + weekday)))

/** What somebody wrote of a day: with a year or without, with a day or only its month. */
export type DayParts = { year: number | null; month: number; date: number | null; weekday: number | null }

/** A day as people write it, as `YYYY-MM-DD`; `impossible` when it is a date that no calendar has. */
export function readDay(text: string): string | { impossible: boolean } {
  const parts = dayParts(text)
  if (!parts || parts.year === null || parts.date === null) return { impossible: false }
  return dayOn(parts.year, parts.month, parts.date) ?? { impossible: true }
}

/** The first day of a month or a year: `mars 2019`, `2019`; null when it is neither. */
export function firstDayOf(text: string): string | null {
  if (/^\d{4}$/.test(text)) return dayOn(Number(text), 1, 1)
  const parts = dayParts(text)
  return parts?.year && parts.date === null ? dayOn(parts.year, parts.month, 1) : null
}

/** Null when no calendar has it. */
export function dayOn(year: number, month: number, date: number): string | null {
  const instant = new Date(Date.UTC(year, month - 1, date))
  if (year < 1000 || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== date) return null
  return instant.toISOString().slice(0, 10)
}

/** The parts of a date, day first, as everywhere but in the United States; a month in words may come before its day. */
export function dayParts(text: string): DayParts | null {
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?)?$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), date: iso[3] ? Number(iso[3]) : null, weekday: null }
  const figures = /^\d{6}$|^\d{8}$/.test(text) ? partsInFigures(text) : null
  if (figures) return { ...figures, weekday: null }
  const words = fold(text)
    .split(' ')
    .filter((word, index, all) => !/^(le|la|the|on|of|de|du|en|in)$/.test(word) && !isOrdinal(word, all[index - 1]))
  const [first = '', ...rest] = words
  const weekday = weekdayNumber(first)
  // Of two months nobody knows which
  const isBeside = /^[a-z]+$/.test(first) && !isOfNumber(first) && monthNumber(first) === null && !isOff.test(first)
  const parts =
    spokenParts(words) ?? partsInWords(words) ?? (isBeside ? (spokenParts(rest) ?? partsInWords(rest)) : null)
  return parts && { ...parts, weekday: parts.date === null ? null : weekday }
}

/** Another day than the one behind it: « avant le 3 mai », `not 3 May`, « annulé : 3 mai ». */
const isOff =
  /^(?:avant|apres|sauf|pas|non|jusque?|annulee?|report\w{0,4}|deplacee?|before|after|not|except|until|till|by|cancell?ed|postponed|moved|voor|na|niet|tot|behalve|geannuleerd|afgelast|uitgesteld|verplaatst)$/

type Spoken = Omit<DayParts, 'weekday'>

/** `1 er mars`: its ending stands apart. */
const isOrdinal = (word: string, before = '') => /^(?:er|st|nd|rd|th)$/.test(word) && /^\d{1,2}$/.test(before)

/** As a keyboard of figures gives them: `27032019`, `270319`, `032019`, `20190327`. What one of them can mean, no other can: no month is 19 or 20. */
function partsInFigures(text: string): Spoken | null {
  const [a, b, c, d] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const isMonth = (month: number) => month >= 1 && month <= 12
  const isCentury = (century: number) => century === 19 || century === 20
  if (text.length === 8) {
    if (isMonth(b) && isCentury(c)) return { year: c * 100 + d, month: b, date: a }
    return isCentury(a) && isMonth(c) ? { year: a * 100 + b, month: c, date: d } : null
  }
  if (isMonth(b)) return { year: fullYear(text.slice(4)), month: b, date: a }
  return isMonth(a) && isCentury(b) ? { year: b * 100 + c, month: a, date: null } : null
}

/** Nobody says a day in more words: `le vingt et un mars deux mille dix-neuf`. */
const mostWords = 12

/** `premier mai 2020`, `vingt-sept mars 2019`. */
function partsInWords(words: readonly string[]): Spoken | null {
  if (words.length > mostWords) return null
  return spokenParts(inFigures(words.map((word) => (/^(premier|first)$/.test(word) ? '1' : word))))
}

function spokenParts(words: readonly string[]): Spoken | null {
  const [a = '', b = '', c = ''] = words
  if (words.length === 3) return whole(a, b, c)
  if (words.length !== 2) return null
  if (/^\d{4}$/.test(b)) return monthOnly(a, b)
  return pair(a, b, null) ?? (isEnglishOnly(a) || /\D/.test(b) ? pair(b, a, null) : null)
}

function whole(a: string, b: string, c: string): Spoken | null {
  if (!/^(\d{4}|\d{2})$/.test(c)) return null
  return pair(a, b, fullYear(c)) ?? (/^[a-z]+$/.test(a) ? pair(b, a, fullYear(c)) : null)
}

/** A day and its month: `3 mai`, `3rd may`, `3 5`. */
function pair(day: string, name: string, year: number | null): Spoken | null {
  const date = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(day)
  const month = monthNumber(name)
  return date && month !== null ? { year, month, date: Number(date[1]) } : null
}

function monthOnly(name: string, year: string): Spoken | null {
  const month = monthNumber(name)
  return month === null || month > 12 ? null : { year: Number(year), month, date: null }
}

/** `May 26` is a day; `mai 26` may be a year as well. */
function isEnglishOnly(word: string): boolean {
  return /^[a-z]{3,}$/.test(word) && !monthNames.some(([french = '']) => french.startsWith(word))
}

function monthNumber(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const index = uniqueIn(monthNames, word)
  return index === null ? null : index + 1
}

export function weekdayNumber(word: string): number | null {
  return uniqueIn(weekdayNames, word)
}

/** Which of several named things a word begins; null for none, and for more than one. */
function uniqueIn(names: readonly (readonly string[])[], word: string): number | null {
  if (!/^[a-z]{3,}$/.test(word)) return null
  const meant = names.flatMap((some, index) => (some.some((name) => name.startsWith(word)) ? [index] : []))
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** `26` is 2026 and `98` is 1998: groups plan a few years ahead and remember decades back. */
export function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits)
  const year = Number(digits)
  return year < 60 ? 2000 + year : 1900 + year
}
