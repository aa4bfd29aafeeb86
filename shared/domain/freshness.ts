import type { SectionName } from '#shared/fields/record.ts'

/** When a section was last updated or confirmed, and by whom. */
export type SectionCheck = { section: SectionName; checkedAt: Date; by: string | null }

/** Whole days since a section was last checked; null when it never was. */
export function freshness(checks: readonly SectionCheck[], section: SectionName, now: Date): number | null {
  const check = checks.find((candidate) => candidate.section === section)
  return check ? Math.floor((now.getTime() - check.checkedAt.getTime()) / 86_400_000) : null
}
