import { type Day, daysInMonth } from './day.ts'
import { addMonths } from './round.ts'

/** Whole months, the first and the last included: `2026-01`. */
export type Period = { from: string; until: string }

/** How far back anybody may look: ten years. */
const longest = 120

/** The months of an address, as far as they make a period; else the last year up to this month, or four rounds where they take longer. */
export function readPeriod(from: string | undefined, until: string | undefined, thisMonth: string, every = 1): Period {
  const last = isMonth(until) ? until : thisMonth
  const first = isMonth(from) ? from : addMonths(last, 1 - Math.max(12, 4 * every))
  if (first > last) return { from: last, until: first }
  return { from: first < addMonths(last, -longest) ? addMonths(last, -longest) : first, until: last }
}

function isMonth(text: string | undefined): text is string {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')
}

/** The period of the same length just before. */
export function periodBefore({ from, until }: Period): Period {
  const months = monthsIn({ from, until }).length
  return { from: addMonths(from, -months), until: addMonths(from, -1) }
}

export function monthsIn({ from, until }: Period): string[] {
  const months: string[] = []
  for (let month = from; month <= until; month = addMonths(month, 1)) months.push(month)
  return months
}

/** The months of an axis, at equal distances from the first round to the last: one that never opened keeps its place. */
export function monthsAlong(rounds: readonly string[]): string[] {
  const [first, last] = [rounds[0], rounds.at(-1)]
  if (first === undefined || last === undefined) return []
  const step = rounds.reduce((common, round) => commonDivisor(common, monthsBetween(first, round)), 0) || 1
  return monthsIn({ from: first, until: last }).filter((_, index) => index % step === 0)
}

export function monthsBetween(from: string, until: string): number {
  return monthNumber(until) - monthNumber(from)
}

function monthNumber(key: string): number {
  const [year = 0, month = 0] = key.split('-').map(Number)
  return year * 12 + month
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

export function firstDay({ from }: Period): Day {
  return `${from}-01`
}

export function lastDay({ until }: Period): Day {
  const [year = 0, month = 0] = until.split('-').map(Number)
  return `${until}-${String(daysInMonth(year, month)).padStart(2, '0')}`
}

export function isWithin(month: string, { from, until }: Period): boolean {
  return from <= month && month <= until
}
