/**
 * Letters to add, drop, change or swap with their neighbour (optimal string alignment); `limit + 1` when more than `limit`. Of the table only
 * the band is filled in which no more than `limit` letters were added or dropped.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooMany = limit + 1
  if (Math.abs(a.length - b.length) > limit) return tooMany
  const row = () => new Array<number>(b.length + 1).fill(tooMany)
  let [before, last, current] = [row(), row(), row()]
  for (let column = 0; column <= Math.min(b.length, limit); column++) last[column] = column
  let leastBefore = 0
  for (let line = 1; line <= a.length; line++) {
    const [from, to] = [Math.max(1, line - limit), Math.min(b.length, line + limit)]
    current[from - 1] = from === 1 ? Math.min(line, tooMany) : tooMany
    let least = current[from - 1] ?? tooMany
    for (let column = from; column <= to; column++) {
      const isSame = a[line - 1] === b[column - 1]
      let cost = Math.min(
        (last[column] ?? tooMany) + 1,
        (current[column - 1] ?? tooMany) + 1,
        (last[column - 1] ?? tooMany) + (isSame ? 0 : 1),
      )
      const isSwapped = line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1]
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? tooMany) + 1)
      current[column] = cost
      if (cost < least) least = cost
    }
    if (to < b.length) current[to + 1] = tooMany
    if (least > limit && leastBefore > limit) return tooMany
    leastBefore = least
    ;[before, last, current] = [last, current, before]
  }
  return Math.min(last[b.length] ?? tooMany, tooMany)
}
