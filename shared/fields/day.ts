import { more } from '#shared/text/more.ts'
import { plain } from './plain.ts'

const months = [
  'janvier january',
  'fevrier february',
  'mars march',
  'avril april',
  'mai may',
  'juin june',
  'juillet july',
  'aout august',
  'septembre september',
  'octobre october',
  'novembre november',
  'decembre december',
]
const monthNames = months.map((names, month) => [
  ...names.split(' '),
  ...Object.keys(more).map((code) => monthIn(code, month)),
])

function monthIn(language: string, month: number): string {
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month))
  return plain(name)
}

/** A day as people write it, as `YYYY-MM-DD`; `impossible` when it is a date that no calendar has. */
export function readDay(text: string): string | { impossible: boolean } {
  const parts = /^\d{4}-\d{1,2}-\d{1,2}/.test(text) ? isoParts(text) : spokenParts(text)
  if (!parts) return { impossible: false }
  const [year, month, date] = parts
  if (year < 1000) return { impossible: true }
  const instant = new Date(Date.UTC(year, month - 1, date))
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== date) return { impossible: true }
  return instant.toISOString().slice(0, 10)
}

type Parts = [year: number, month: number, date: number]

function isoParts(text: string): Parts | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
  return match && [Number(match[1]), Number(match[2]), Number(match[3])]
}

/** Day first, as everywhere but in the United States. */
function spokenParts(text: string): Parts | null {
  const match = /^(?:[a-z]+ )?(\d{1,2})(?:er|st|nd|rd|th)? (\d{1,2}|[a-z]+) (\d{4}|\d{2})$/.exec(plain(text))
  if (!match) return null
  const month = monthNumber(match[2] ?? '')
  return month === null ? null : [fullYear(match[3] ?? ''), month, Number(match[1])]
}

function monthNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  if (word.length < 3) return null
  const meant = monthNames.flatMap((names, index) => (names.some((name) => name.startsWith(word)) ? [index + 1] : []))
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** `26` is 2026 and `98` is 1998: groups plan a few years ahead and remember decades back. */
function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits)
  const year = Number(digits)
  return year < 60 ? 2000 + year : 1900 + year
}
