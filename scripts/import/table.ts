const segmenter = new Intl.Segmenter()

/** Characters as people count them. */
function widthOf(text: string): number {
  return [...segmenter.segment(text)].length
}

/** A text in one line, cut to a width. A terminal's own commands in it are shown, not obeyed. */
export function clip(text: string, width = 32): string {
  const line = text
    .slice(0, width * 8)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '�')
    .trim()
  const characters = [...segmenter.segment(line)].map(({ segment }) => segment)
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : line
}

/** Rows of cells as lines, the columns aligned. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}
