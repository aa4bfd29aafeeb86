import { plainDay } from './values/day.ts'

/** Digits that a spreadsheet keeps of a number. */
const kept = 15
/** Longer, and no spreadsheet takes it for a number. */
const longest = 60

/**
 * What a sheet says, as we know it where a spreadsheet has only written it otherwise: 8 of `08`, 1,23E+16 of 17 digits, 2026-02-01 of `1-2`.
 * So a file of ours that is opened, corrected elsewhere and brought back changes what was corrected.
 */
export function asKnown<Said>(said: Said, known: unknown): Said | string {
  if (typeof said !== 'string' || typeof known !== 'string' || said === known) return said
  if (said.length > longest || known.length > longest || !/\d/.test(known)) return said
  return isSameAmount(said, known) || isSameDay(said, known) ? known : said
}

function isSameAmount(said: string, known: string): boolean {
  const [a, b] = [amountOf(said), amountOf(known)]
  if (a === null || b === null) return false
  const shown = /^\d(?:\.(\d{1,15}))?e/i.exec(a)
  if (shown) return Number(b).toExponential(shown[1]?.length ?? 0) === Number(a).toExponential(shown[1]?.length ?? 0)
  return Number(a).toPrecision(kept) === Number(b).toPrecision(kept)
}

/** A text that is a number, bare: without the signs that only show it. */
function amountOf(text: string): string | null {
  const bare = text
    .replace(/[ \u00A0\u202F]/g, '')
    .replace(/^\+/, '')
    .replace(',', '.')
  return /^-?\d{1,40}(?:\.\d{1,20})?(?:e\+?\d{1,3})?$/i.test(bare) ? bare : null
}

/** `1-2`, `12/2024`: two or three numbers that were taken for a day, in which they still are. */
function isSameDay(said: string, known: string): boolean {
  if (!/^\d{1,4}(?:[-/.]\d{1,4}){1,2}$/.test(known)) return false
  const day = plainDay(said, 'day_first')
  const numbers = (text: string) => (text.match(/\d{1,4}/g) ?? []).map(Number)
  if (day === null || !/^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/.test(day)) return false
  const found = numbers(day)
  return numbers(known).every((number) => {
    const at = found.findIndex((one) => one === number || one === number + 2000)
    return at >= 0 && found.splice(at, 1).length > 0
  })
}
