import { freshness, type SectionCheck } from './freshness.ts'

/** How a section stands in this month's update: looked at since it began; or not, and something of it is missing; or not. */
export type SectionProgress = 'done' | 'missing' | 'to_check'

/** Days for which a check counts before the first round. */
const withoutRound = 30

export function sectionProgress(
  { name, isIncomplete }: { name: SectionCheck['section']; isIncomplete: boolean },
  { checks, roundOpenedAt }: { checks: readonly SectionCheck[]; roundOpenedAt: Date | null },
  now: Date,
): SectionProgress {
  const checkedAt = checks.find(({ section }) => section === name)?.checkedAt
  const days = freshness(checks, name, now)
  const isDone = roundOpenedAt
    ? checkedAt !== undefined && checkedAt >= roundOpenedAt
    : days !== null && days < withoutRound
  if (isDone) return 'done'
  return isIncomplete ? 'missing' : 'to_check'
}
