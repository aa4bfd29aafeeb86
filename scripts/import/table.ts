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
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}

/** Names one after the other, in lines of a readable width. */
export function wrapped(names: readonly string[], width = 96): string[] {
  const lines: string[] = []
  for (const [index, name] of names.entries()) {
    const part = clip(name) + (index < names.length - 1 ? ',' : '')
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(part) <= width) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(part)
  }
  return lines
}
