import type { FieldProblem } from '#shared/text/field-problem.ts'
import { more } from '#shared/text/more.ts'
import { dayOn, dayParts, fullYear, weekdayNumber } from './day.ts'
import { fold } from './fold.ts'
import { inFigures } from './number-words.ts'

/** Characters of the longest words for a day: of more than this nothing is looked at. */
const longest = 200

/** How a day is asked, and so what may be left out of it. */
export type DayAsked = {
  /** Which year is meant when none is said: the latest that is past, or the nearest. Without this the year is asked. */
  year?: 'last' | 'near'
  /** Its month is enough, and counts as its first day. */
  takesMonth?: boolean
  /** It has happened: one that is still to come is asked about. */
  isPast?: boolean
}

const dayLength = 86_400_000
const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)
const between = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/**
 * The day that somebody means who leaves out what goes without saying: `hier`, `dimanche dernier`, `3 mai`, `mars 2019`. As `YYYY-MM-DD`; a problem when
 * more than one may be meant; null when nothing was left out, or it is no date at all. `today` is the movement's day.
 */
export function dayMeant(text: string, today: string, asked: DayAsked): string | FieldProblem | null {
  if (text.length > longest) return null
  const dayFirst = writtenDayFirst(text.trim())
  if (dayFirst) return { code: 'day_impossible', suggestion: dayFirst }
  const spoken = spokenDay(fold(text), today)
  if (spoken) return spoken
  const turned = turnedDay(text, today, asked)
  if (turned) return turned
  const parts = dayParts(text.trim())
  if (!parts)
    return asked.takesMonth && yearAlone.test(fold(text))
      ? { code: 'day_needs_month' }
      : moreThanADay(text.trim(), today)
  const { year, month, date, weekday } = parts
  if (date === null && year !== null)
    return asked.takesMonth ? (dayOn(year, month, 1) ?? null) : { code: 'day_needs_day' }
  if (date === null || year !== null) return null
  const near = [-1, 0, 1].flatMap((years) => dayOn(Number(today.slice(0, 4)) + years, month, date) ?? [])
  if (dayOn(2024, month, date) === null) return { code: 'day_impossible' }
  if (!asked.year) return { code: 'day_needs_year' }
  const plain = theOne(near, today, asked.year)
  if (weekday === null) return plain ?? { code: 'day_needs_year' }
  const fitting = theOne(
    near.filter((day) => new Date(day).getUTCDay() === weekday),
    today,
    asked.year,
  )
  // Where the day of the week says another year than the date alone would, either may be the slip
  return fitting !== null && (plain === null || plain === fitting) ? fitting : { code: 'day_needs_year' }
}

/** `05/27/2026`, which can only be a day of May, as we write it; null where the day stands first already, or where either may be the month. */
function writtenDayFirst(text: string): string | null {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text) ?? []
  if (Number(month) > 12 || Number(date) <= 12 || dayOn(fullYear(year), Number(month), Number(date)) === null)
    return null
  return [date, month.padStart(2, '0'), String(fullYear(year))].join('/')
}

/** « Le 3 mai prochain », « 3 mai dernier »: the word says which year. */
function turnedDay(text: string, today: string, asked: DayAsked): string | null {
  const [, said, turn = ''] = /^(.{1,60}\s)(prochaine?|derni[eè]re?|next|last)$/i.exec(text.trim()) ?? []
  const parts = said ? dayParts(said.trim()) : null
  if (!asked.year || !parts || parts.date === null || parts.year !== null) return null
  const { month, date } = parts
  const near = [-1, 0, 1].flatMap((years) => dayOn(Number(today.slice(0, 4)) + years, month, date) ?? [])
  const isPast = /^(?:derni|last)/i.test(turn)
  return (isPast ? near.filter((day) => day <= today).at(-1) : near.find((day) => day > today)) ?? null
}

/** What is behind a day, and is none: `3 mai à 18h30`. */
const time =
  /\s(?:[aà]|at|vers|de|from)?\s?\d{1,2}\s?(?:h|:)\s?(?:\d{2})?(?:\s?(?:-|–|à|to)\s?\d{1,2}\s?(?:h|:)?\s?(?:\d{2})?)?$/i
/** `du 3 au 5 mai`, `3-5 mai`, `3 et 4 mai`, `3/5 - 4/5`. */
const days =
  /^(?:du |les? |from |de )?\D{0,12}\d{1,2}(?:er)?\s?(?:-|–|au?|et|to|and|&|,)\s?\D{0,12}\d{1,2}(?:er)?[\s/.]/i

/** Why a text that begins like a day is none. */
function moreThanADay(text: string, today: string): FieldProblem | null {
  const day = text.replace(time, '')
  if (day !== text && (dayParts(day) || spokenDay(fold(day), today))) return { code: 'day_has_time', suggestion: day }
  return days.test(`${text} `) ? { code: 'day_several' } : null
}

/** A year, and no month: `2019`, `été 2019`, `fin 2019`. */
const yearAlone =
  /^(?:(?:en|in|au|le|la|l|the|de|du|of|depuis|since|vers|around|about|circa|debut|fin|mi|milieu|early|late|mid|end|courant|annee|year|ete|hiver|automne|printemps|summer|winter|autumn|fall|spring) ){0,5}\d{4}$/

/** Groups plan a few years ahead at most, and none is older than this: beyond, the year was mistyped. */
export function isFar(day: string, today: string): boolean {
  return day < '1800' || between(today, day) > 3 * 366
}

/** Days around which `last` or `near` would be a guess. */
const doubt = { last: 45, near: 60 }

function theOne(days: readonly string[], today: string, lean: 'last' | 'near'): string | null {
  const past = days.filter((day) => day <= today).at(-1)
  const coming = days.find((day) => day > today)
  if (!past || !coming) return past ?? coming ?? null
  const [since, until] = [between(past, today), between(today, coming)]
  if (lean === 'last') return until < doubt.last ? null : past
  if (Math.abs(since - until) < doubt.near) return null
  return since < until ? past : coming
}

const relative = ['fr', 'en', ...Object.keys(more)].map(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
)

/** `hier`, `yesterday`, `aujourd’hui`, `samedi dernier`. */
function spokenDay(said: string, today: string): string | null {
  const days = [-2, -1, 0, 1, 2].find((shifted) =>
    relative.some((format) => fold(format.format(shifted, 'day')) === said),
  )
  if (days !== undefined) return shift(today, days)
  const counted = countedDay(said, today)
  if (counted) return counted
  if (/^(?:ce (?:matin|midi|soir)|cet apres midi|tonight|this (?:morning|afternoon|evening))$/.test(said)) return today
  const match = /^(?:([a-z]+) (dernier|prochain)|(?:last|vorige) ([a-z]+))$/.exec(said)
  const weekday = match && weekdayNumber(match[1] ?? match[3] ?? '')
  if (weekday === null) return null
  const back = (new Date(today).getUTCDay() - weekday + 7) % 7 || 7
  return shift(today, match?.[2] === 'prochain' ? 7 - back || 7 : -back)
}

/** `dans trois jours`, `il y a 2 semaines`, `3 days ago`. */
function countedDay(said: string, today: string): string | null {
  const words = inFigures(said.split(' '))
    .join(' ')
    .replace(/\b(?:une?|one|a)\b/g, '1')
  const [, before, times = '', unit = '', after] =
    /^(?:(dans|in|il y 1|il y a) )?(\d{1,2}) (jours?|semaines?|days?|weeks?)( ago)?$/.exec(words) ?? []
  const isPast = before?.startsWith('il') || after !== undefined
  if (!before && !after) return null
  return shift(today, Number(times) * (/^[sw]/.test(unit) ? 7 : 1) * (isPast ? -1 : 1))
}

/** Whether figures name another day where the month is written first: `05/03/2026`. */
export function hasTwoOrders(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{2}|\d{4})$/.exec(text.trim()) ?? []
  return first !== undefined && Number(first) !== Number(second) && Number(first) <= 12 && Number(second) <= 12
}

/** The day of the week that somebody wrote before a whole date, where it is another one: `mardi 3 mai 2026` is a Sunday. */
export function isOtherWeekday(text: string, day: string): boolean {
  const parts = text.length > longest ? null : dayParts(text.trim())
  return parts?.weekday != null && parts.year !== null && parts.weekday !== new Date(day).getUTCDay()
}
