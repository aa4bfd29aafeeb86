import { fullYear } from '#shared/record/day.ts'
import type { SheetRow } from '../delimited.ts'

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})(?=$|[ T])/

/** How a column writes its days: the day first as we do, the month first as in the United States; `unknown` where its rows contradict each other. */
export type DayOrder = 'day_first' | 'month_first' | 'unknown'

/** Shown by a number past 12 in one place: of a column whose days are all before the 13th, nothing is known, and the day comes first. */
export function dayOrder(rows: readonly SheetRow[], index: number): DayOrder {
  let [dayFirst, monthFirst] = [false, false]
  for (const { cells } of rows) {
    const [, first, second] = slashed.exec((cells[index] ?? '').trim().slice(0, 20)) ?? []
    if (Number(first) > 12) dayFirst = true
    if (Number(second) > 12 && Number(first) <= 12) monthFirst = true
  }
  return dayFirst && monthFirst ? 'unknown' : monthFirst ? 'month_first' : 'day_first'
}

const months: ReadonlyMap<string, string> = new Map(
  Object.entries({
    janv: 'janvier',
    jan: 'janvier',
    févr: 'février',
    fevr: 'février',
    fév: 'février',
    fev: 'février',
    feb: 'février',
    mars: 'mars',
    mar: 'mars',
    avr: 'avril',
    apr: 'avril',
    mai: 'mai',
    may: 'mai',
    juin: 'juin',
    jun: 'juin',
    juil: 'juillet',
    jul: 'juillet',
    août: 'août',
    aout: 'août',
    aug: 'août',
    sept: 'septembre',
    sep: 'septembre',
    oct: 'octobre',
    nov: 'novembre',
    déc: 'décembre',
    dec: 'décembre',
  }),
)

/** Days from 1930 to 2064, as Excel counts them: a five-digit number is no year. */
const serial = /^(1[1-9]\d{3}|[2-5]\d{4})(?:[.,]\d{1,10})?$/

/** A day as spreadsheets show it, as people write it: without its hour, a number of Excel's as its day, `févr-19` as its month. Null: two readings are as likely. */
export function plainDay(cell: string, order: DayOrder): string | null {
  const text = cell.trim().slice(0, 60)
  if (serial.test(text))
    return new Date((Math.floor(Number(text.replace(',', '.'))) - 25_569) * 86_400_000).toISOString().slice(0, 10)
  if (/^(?:18|19|20)\d\d[.,]0$/.test(text)) return text.slice(0, 4)
  const short = /^(\p{L}{3,5})\.?[- ](\d{2}|\d{4})$/u.exec(text)
  const month = months.get((short?.[1] ?? '').toLowerCase())
  if (short && month) return `${month} ${fullYear(short[2] ?? '')}`
  const [whole, first, second, year] = slashed.exec(text) ?? []
  const isClear = Number(first) > 12 || Number(second) > 12 || first === second
  if (whole !== undefined && order === 'unknown' && !isClear) return null
  const isMonthFirst = order === 'month_first' || (order === 'unknown' && Number(second) > 12)
  if (whole !== undefined) return isMonthFirst ? `${second}/${first}/${year}` : whole
  return text.replace(/[ T]\d{1,2}[:h]\d{2}.{0,20}$/, '')
}
