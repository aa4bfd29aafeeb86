/** A group shrinks when it kept at most this part of its members, and lost so many people at least: less is how people count. */
export const shrinkingAt = { kept: 3, of: 4, lost: 3 } as const

/** Whether a group shrank between two counts of its members; null where nobody counted. `shared/db/shrinking.ts` says it in SQL. */
export function isShrinking(before: number | null, now: number | null): boolean {
  const { kept, of, lost } = shrinkingAt
  return before !== null && now !== null && now * of <= before * kept && before - now >= lost
}
