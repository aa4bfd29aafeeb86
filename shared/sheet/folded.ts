import type { Faulted } from './summary.ts'

/** Cells of one value under one heading, with one thing wrong, are one line: 674 of them are read by nobody. */
export function folded(faults: readonly Faulted[]): (Faulted & { again: number })[] {
  const alike = ({ entry, fault }: Faulted) =>
    JSON.stringify([entry.sheet.title, fault.columns[0] ?? -1, fault.value, fault.problem.code])
  const groups = [...Map.groupBy(faults, alike).values()]
  return groups.flatMap((same) => {
    const [first] = same
    if (!first) return []
    return same.length < mostAlike ? same.map((one) => ({ ...one, again: 0 })) : [{ ...first, again: same.length - 1 }]
  })
}

/** Of one kind, so many are still told one by one. */
const mostAlike = 4
