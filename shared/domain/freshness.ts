import type { SectionName } from '#shared/record/record.ts'
import { addDays, type Day, daysBetween } from './day.ts'

/** When a section was last updated or confirmed, and by whom. */
export type SectionCheck = { section: SectionName; checkedAt: Date; by: string | null }

/** Whole days since a section was last checked; null when it never was. */
export function freshness(checks: readonly SectionCheck[], section: SectionName, now: Date): number | null {
  const check = checks.find((candidate) => candidate.section === section)
  return check ? Math.floor((now.getTime() - check.checkedAt.getTime()) / 86_400_000) : null
}

/** How fresh something is, freshest first. The number of a band is the most days that it allows. */
const freshnessBands = {
  month: 30,
  quarter: 90,
  half: 180,
  older: Number.POSITIVE_INFINITY,
  never: null,
} as const
export type FreshnessBand = keyof typeof freshnessBands
export const bandNames = Object.keys(freshnessBands) as FreshnessBand[]

export function bandOf(days: number | null): FreshnessBand {
  if (days === null) return 'never'
  if (days <= freshnessBands.month) return 'month'
  if (days <= freshnessBands.quarter) return 'quarter'
  return days <= freshnessBands.half ? 'half' : 'older'
}

/** The days (UTC) from which a check counts as one of the last 30, 90 and 180 days. They compare with instants too. */
export function bandLimits(now: Date): { month: Day; quarter: Day; half: Day } {
  const today = now.toISOString().slice(0, 10)
  const since = (days: number) => addDays(today, -days)
  return {
    month: since(freshnessBands.month),
    quarter: since(freshnessBands.quarter),
    half: since(freshnessBands.half),
  }
}

/** Up to this day (UTC) no band tells days apart: with a month to spare, for a clock that is put back. */
export function oldestTold(now: Date): Day {
  return addDays(bandLimits(now).half, -30)
}

/** Days from an instant to now, as calendars count them (UTC): what `bandOf` and `bandLimits` agree on. */
export function daysSince(instant: Date, now: Date): number {
  return Math.max(0, daysBetween(instant.toISOString().slice(0, 10), now.toISOString().slice(0, 10)))
}
