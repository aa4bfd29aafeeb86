/** Longer, and it is a sentence, which no spreadsheet rewrites. */
const longest = 60

/** A day as ISO 8601 has it: spreadsheets keep it a day, and write it so, or as their country does. */
const isoDay = /^\d{4}-\d{2}-\d{2}$/
/** An amount that is shown as it is written: none of its digits, zeros or signs is lost. */
const plainAmount = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{0,14}[1-9])?$/

/** What spreadsheets take for an amount, a day, an hour or a truth. */
const taken: readonly RegExp[] = [
  /^[+-]?\d[\d.,]{0,40}$/,
  /^\d{1,6}(?:[-/.:]\d{1,6}){1,5}$/,
  /^[+-]?\d{1,20}(?:[.,]\d{1,20})?e[+-]?\d{1,4}$/i,
  /^[+-]?\d{1,3}(?:[ \u00A0\u202F]\d{3}){1,6}(?:[.,]\d{1,10})?$/,
  /^\d{1,3} \d{1,3}\/\d{1,3}$/,
  /^[+-]?\d[\d.,]{0,20}[ \u00A0\u202F]?[%€$£+-]$/,
  /^[+-]?\d{1,3}(?:[ \u00A0\u202F]\d{3}){1,6}[ \u00A0\u202F]?[€$£+-]$/,
  /^\d{1,2}(?::\d{1,2}){0,2} ?[ap]m?$/i,
  /^\d{1,4}[ ./-]?(?:jan|feb|f[eé]v|mar|apr|avr|ma[iy]|jui?[nl]|aug|ao[uû]|sep|oct|nov|d[eé]c)\p{L}{0,8}\.?(?:[ ./-]\d{1,4})?$/iu,
  /^(?:jan|feb|f[eé]v|mar|apr|avr|ma[iy]|jui?[nl]|aug|ao[uû]|sep|oct|nov|d[eé]c)\p{L}{0,8}\.?[ ./-]?\d{1,4}$/iu,
  /^(?:true|false|vrai|faux)$/i,
]

/** Whether a spreadsheet that opens a CSV writes such a cell otherwise than it stands: `08` as 8, `1-2` as a day, 17 digits as 1,23E+16. */
export function isRewritten(cell: string): boolean {
  if (cell.length === 0 || cell.length > longest || isoDay.test(cell) || plainAmount.test(cell)) return false
  return taken.some((shape) => shape.test(cell)) || /^2[ab]$/i.test(cell)
}
