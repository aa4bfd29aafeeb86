import type { Movement } from '#shared/movement.ts'
import type { SectionName } from '#shared/record/record.ts'
import { agesOf } from '#shared/text/rhythm.ts'
import { addDays, type Day, daysBetween } from './day.ts'

/** When a section was last updated or confirmed, and by whom. */
export type SectionCheck = { section: SectionName; checkedAt: Date; by: string | null }

/** Whole days since a section was last checked; null when it never was. */
export function freshness(checks: readonly SectionCheck[], section: SectionName, now: Date): number | null {
  const check = checks.find((candidate) => candidate.section === section)
  return check ? Math.floor((now.getTime() - check.checkedAt.getTime()) / 86_400_000) : null
}

/** How fresh something is, freshest first: checked since the last update; up to date; not for twice as long; longer ago; never. */
export const bandNames = ['month', 'quarter', 'half', 'older', 'never'] as const
export type FreshnessBand = (typeof bandNames)[number]

/** Months from one update to the next, as the calendar says. */
type Every = Movement['calendar']['every']

/** The most days of each band: 30, 90 and 180 where there is an update each month. */
function bandDays(every: Every): { month: number; quarter: number; half: number } {
  const { month, quarter, half } = agesOf(every)
  return { month: 30 * month, quarter: 30 * quarter, half: 30 * half }
}

export function bandOf(days: number | null, every: Every): FreshnessBand {
  if (days === null) return 'never'
  const { month, quarter, half } = bandDays(every)
  if (days <= month) return 'month'
  if (days <= quarter) return 'quarter'
  return days <= half ? 'half' : 'older'
}

/** The days (UTC) from which a check counts as one of each band. They compare with instants too. */
export function bandLimits(now: Date, every: Every): { month: Day; quarter: Day; half: Day } {
  const today = now.toISOString().slice(0, 10)
  const { month, quarter, half } = bandDays(every)
  return { month: addDays(today, -month), quarter: addDays(today, -quarter), half: addDays(today, -half) }
}

/** Up to this day (UTC) no band tells days apart: with a month to spare, for a clock that is put back. */
export function oldestTold(now: Date, every: Every): Day {
  return addDays(bandLimits(now, every).half, -30)
}

/** Days from an instant to now, as calendars count them (UTC): what `bandOf` and `bandLimits` agree on. */
export function daysSince(instant: Date, now: Date): number {
  return Math.max(0, daysBetween(instant.toISOString().slice(0, 10), now.toISOString().slice(0, 10)))
}
