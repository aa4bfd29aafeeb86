/** In characters of JSON. D1 takes 2 MB a parameter, and a character may be three bytes. */
const partLength = 600_000

/** Rows in as many parts as fit a statement's parameter each. */
export function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const size = JSON.stringify(row).length
    if (length + size > partLength) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(row)
    length += size
  }
  return parts
}
