/**
 * The headings of two rows, where the upper one has a word for several columns (`Référent 1` over `Nom`, `Mail`, `Tél`): joined, the upper
 * word going on to the right over what has none. Null where they are no such rows.
 */
export function combinedHeadings(upper: readonly string[], lower: readonly string[]): string[] | null {
  const isUnder = (index: number) => (upper[index] ?? '') === '' && (lower[index] ?? '') !== ''
  const width = Math.max(upper.length, lower.length)
  const columns = Array.from({ length: width }, (_, index) => index)
  if (!upper.some((heading) => heading !== '') || !columns.some(isUnder)) return null
  let over = ''
  return columns.map((index) => {
    const own = upper[index] ?? ''
    if (own !== '') over = own
    const below = lower[index] ?? ''
    // One cell over both rows
    return below === '' || below === own ? own : `${over} ${below}`.trim()
  })
}

/** The headings of three rows, of which the upper ones have words for several columns. Null where they are no such rows. */
export function headingsOfThree(rows: readonly (readonly string[])[]): string[] | null {
  const [upper = [], middle = [], lower = []] = rows
  const upon = combinedHeadings(upper, middle)
  return upon && combinedHeadings(middle, lower) ? combinedHeadings(upon, lower) : null
}
