/**
 * What a cell begins with that is read as a formula. Excel takes the full-width and small signs of East Asian keyboards for the plain ones, and
 * what stands before them is dropped by some program: spaces, what takes no room, quotes.
 */
const formula = /^['"\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^'*[\t\r\n]/u
const sign = /[=+\-@＝＋－＠﹦﹢﹣﹫]/
const plainNumber = /^[+-]?\d[\d ]*([.,]\d+)?$/

/**
 * A cell that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front.
 * Numbers and phones (`-1.55`, `+33 6 12 34 56 78`) do no harm and stay readable.
 */
export function neutralise(cell: string): string {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell
}

/** A cell that a spreadsheet shows as it stands: a formula that is its own text, as `="08"`. Given only what holds no quote (`isRewritten`). */
export function asText(cell: string): string {
  return `="${cell}"`
}

/** What `neutralise` or `asText` was given. */
export function restore(cell: string): string {
  if (cell.startsWith('="')) return /^="([^"]{0,255})"$/.exec(cell)?.[1] ?? cell
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

/**
 * The same behind each mark that cells may be cut at: whoever opens a file with commas by double click in a French Excel has it cut at
 * semicolons, quotes or not. For files that are read, not brought back: `restore` leaves it.
 */
export function neutraliseWithin(cell: string): string {
  return cell.replace(/[,;'"\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, (cut, at: number) => {
    const isFormula = sign.test(cell.charAt(at + cut.length))
    return isFormula && /[,;\t\r\n]/.test(cut) ? `${cut}'` : cut
  })
}
