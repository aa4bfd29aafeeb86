/** A cell in quotes (RFC 4180) that may have run into other rows: `line` is the row's where it opens, as spreadsheets count. */
export type RunawayQuote = { line: number }

/** What a cell in quotes may hold of line breaks before it is out of proportion. */
const mostLines = 200

/**
 * The first quote that was most likely meant as a sign, and swallows the rows below until another one: Pau then has the address of Nice. A cell with line breaks
 * is doubted where a quote within it is not doubled, where one of its lines looks like a row of its own (`columns` cells), or where it has very many lines.
 */
export function findRunaway(text: string, delimiter: string, columns: number): RunawayQuote | null {
  if (!text.includes('"')) return null
  let line = 1
  for (let at = 0; at < text.length; ) {
    const sign = text[at]
    if (sign === '"') {
      const cell = quotedAt(text, at, delimiter)
      if (cell.isBroken && !cell.hasBreak) at = plainEnd(text, at, delimiter)
      else if (cell.hasBreak && (cell.isBroken || isLikeRows(text, at, cell.end, delimiter, columns))) return { line }
      else at = cell.end
    } else at = plainEnd(text, at, delimiter)
    if (text.startsWith('\r\n', at)) at += 2
    else if (text[at] !== delimiter) at += 1
    else {
      at += 1
      continue
    }
    line += 1
  }
  return null
}

/** Where a cell without quotes ends. */
function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

type Quoted = { end: number; hasBreak: boolean; isBroken: boolean }

/** Follows a cell in quotes to the quote that closes it. `isBroken`: a quote stands in it that neither closes it nor is doubled. */
function quotedAt(text: string, from: number, delimiter: string): Quoted {
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { end: text.length, hasBreak: true, isBroken: true }
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    const next = afterSpaces(text, quote + 1, delimiter)
    const closes = next >= text.length || text[next] === delimiter || text[next] === '\n' || text[next] === '\r'
    return { end: next, hasBreak: hasBreak(text, from, quote), isBroken: !closes }
  }
}

function afterSpaces(text: string, from: number, delimiter: string): number {
  let at = from
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at += 1
  return at
}

function hasBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text[at] === '\n' || text[at] === '\r') return true
  return false
}

/** With fewer columns, a line of words may hold as many delimiters as a row. */
const fewColumns = 4

/** Whether lines of a cell look like rows: where there are many columns, any with as many delimiters; where there are few, all of them with exactly as many. */
function isLikeRows(text: string, from: number, to: number, delimiter: string, columns: number): boolean {
  const lines = text.slice(from, to).split(/\r\n|\r|\n/)
  if (lines.length > mostLines) return true
  if (isDoubled(text.slice(from, to), delimiter)) return false
  const before = countOf(text.slice(lineStart(text, from), from), delimiter)
  const behind = countOf(text.slice(to, lineEnd(text, to)), delimiter)
  const within = lines.map((line) => countOf(line, delimiter))
  const whole = within.map((count, at) => count + (at === 0 ? before : 0) + (at === lines.length - 1 ? behind : 0))
  return columns > fewColumns
    ? whole.some((count, at) => at > 0 && (within[at] ?? 0) > 0 && count >= columns - 1)
    : within.some((count) => count > 0) && whole.every((count) => count === columns - 1)
}

/** Whether a program wrote this cell: nobody doubles a quote by hand. An empty cell in quotes is no doubled one. */
function isDoubled(cell: string, delimiter: string): boolean {
  for (let at = cell.indexOf('""', 1); at > 0; at = cell.indexOf('""', at + 2)) {
    const isEdge = (sign: string | undefined) =>
      sign === undefined || sign === delimiter || sign === '\n' || sign === '\r'
    if (!isEdge(cell[at - 1]) || !isEdge(cell[at + 2])) return true
  }
  return false
}

/** Characters before and behind a cell that are looked at for the rest of its row. */
const around = 10_000

function lineStart(text: string, from: number): number {
  let at = from
  while (at > 0 && from - at < around && text[at - 1] !== '\n' && text[at - 1] !== '\r') at -= 1
  return at
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from, from + around).search(/[\r\n]/)
  return end < 0 ? Math.min(text.length, from + around) : from + end
}

function countOf(text: string, delimiter: string): number {
  return text.split(delimiter).length - 1
}
