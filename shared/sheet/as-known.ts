import * as z from 'zod'
import { dayOrMonth } from '#shared/record/codecs.ts'
import { restore } from './neutral.ts'
import { isRewritten } from './rewritten.ts'
import { type DayOrder, plainDay } from './values/day.ts'

/** Digits that a spreadsheet keeps of a number. */
const kept = 15
/** Longer, and no spreadsheet takes it for a number. */
const longest = 60

/**
 * What a sheet says, as we know it where a spreadsheet has only written it otherwise: 8 of `08`, 1,23E+16 of 17 digits, 2026-02-01 of `1-2`, 0.05 of `5 %`.
 * So a file of ours that is opened, corrected elsewhere and brought back changes what was corrected.
 */
export function asKnown<Said>(said: Said, known: unknown): Said | string {
  if (typeof said !== 'string' || typeof known !== 'string' || said === known) return said
  if (said.length > longest || known.length > longest) return said
  // A workbook keeps what CSV had in front of a formula
  if (restore(said) === known) return known
  if (!isRewritten(known)) return said
  return isSameAmount(said, known) || isSameDay(said, known) || isSameTime(said, known) ? known : said
}

function isSameAmount(said: string, known: string): boolean {
  const [a, b] = [amountOf(said), amountOf(known)]
  if (a === null || b === null) return false
  const shown = /^\d(?:\.(\d{1,15}))?e/i.exec(a)
  if (shown) return Number(b).toExponential(shown[1]?.length ?? 0) === Number(a).toExponential(shown[1]?.length ?? 0)
  return Number(a).toPrecision(kept) === Number(b).toPrecision(kept)
}

/** A text that is a number, bare: without the signs that only show it; a share as what it is of one. */
function amountOf(text: string): string | null {
  const share = /^([\d.,]{1,20})[ \u00A0\u202F]?%$/.exec(text)?.[1]
  if (share !== undefined) return amountOf(String(Number(share.replace(',', '.')) / 100))
  const bare = text
    .replace(/[ \u00A0\u202F]/g, '')
    .replace(/^\+/, '')
    .replace(',', '.')
  return /^-?\d{1,40}(?:\.\d{1,20})?(?:e\+?\d{1,3})?$/i.test(bare) ? bare : null
}

/** `mai 68`, read as a day; `1-2`, `12/2024`: two or three numbers that were taken for a day, in which they still are. */
function isSameDay(said: string, known: string): boolean {
  const other = dayOf(known, 'day_first')
  // `mai 68` may come back as 01/05/68 or 05/01/68, as the program's country writes days
  if (other !== null && [dayOf(said, 'day_first'), dayOf(said, 'month_first')].includes(other)) return true
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

function dayOf(text: string, order: DayOrder): string | null {
  const plainly = plainDay(text, order)
  const read = plainly === null || !/\d/.test(plainly) ? null : z.safeDecode(dayOrMonth, plainly)
  return read?.success ? read.data : null
}

/** `10:30`, as 10:30:00, as 10:30:00 AM or as its part of a day. */
function isSameTime(said: string, known: string): boolean {
  const [one, other] = [secondsOf(said), secondsOf(known)]
  return known.includes(':') && one !== null && one === other
}

function secondsOf(text: string): number | null {
  if (/^0?[.,]\d{1,17}$/.test(text)) return Math.round(Number(text.replace(',', '.')) * 86_400)
  const [, hours, minutes, seconds = '0', half] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([AP])M)?$/i.exec(text) ?? []
  if (hours === undefined) return null
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0)
  return hour * 3600 + Number(minutes) * 60 + Number(seconds)
}
