/** The first three letters of months, in French, English, Dutch, German and Spanish. */
const months: ReadonlyMap<string, number> = new Map(
  [
    'jan ene jän',
    'fev fév feb',
    'mar mär mrt maa',
    'avr apr abr',
    'mai may mei',
    'juin jun',
    'juil jul',
    'aou aoû aug ago',
    'sep',
    'oct okt',
    'nov',
    'dec déc dez dic',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
)

const whole = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/g
const short = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/g
const ofMonth = /(?:^|[^\d/.-])(\d{1,2})[-/.](\d{4})\b/g
const named = /\b(\p{L}{3,9})\.?[ -]((?:19|20)\d\d|\d\d)\b/gu
const range = /\b((?:19|20)\d\d)\s{0,2}[-–—/]\s{0,2}(\d\d)(?![\d/.-])/g
const years = /(?<!\d)((?:19|20)\d\d)(?!\d)/g
/** Days from 2009 to 2064, as Excel counts them. */
const serial = /^[45]\d{4}(?:[.,]\d{1,10})?$/

/**
 * The last day that a text names, as `YYYY-MM-DD`, of whatever it says beside: the end of a month or a year where it names no more. Null: it names none.
 * `isMonthFirst`: as in the United States.
 */
export function latestDay(cell: string, isMonthFirst: boolean): string | null {
  const text = cell.trim().slice(0, 200)
  if (serial.test(text))
    return new Date((Math.floor(Number(text.replace(',', '.'))) - 25_569) * 86_400_000).toISOString().slice(0, 10)
  const days = [
    ...Array.from(text.matchAll(whole), ([, year, month, day]) => dayOf(year, month, day)),
    ...Array.from(text.matchAll(short), ([, first, second, year]) =>
      (isMonthFirst || Number(second) > 12) && Number(first) <= 12
        ? dayOf(year, first, second)
        : dayOf(year, second, first),
    ),
  ]
  if (days.length > 0) return days.toSorted().at(-1) ?? null
  const others = [
    ...Array.from(text.matchAll(ofMonth), ([, month, year]) => dayOf(year, month, '31')),
    ...Array.from(text.toLowerCase().matchAll(named), ([, name = '', year]) => {
      const month = months.get(name.slice(0, 4)) ?? months.get(name.slice(0, 3))
      return month === undefined ? '' : dayOf(year, String(month), '31')
    }),
  ].filter((day) => day !== '')
  if (others.length > 0) return others.toSorted().at(-1) ?? null
  const ends = [
    ...Array.from(text.matchAll(range), ([, from = '', to = '']) => `${from.slice(0, 2)}${to}`),
    ...Array.from(text.matchAll(years), ([year]) => year),
  ]
  const last = ends.toSorted().at(-1)
  return last === undefined ? null : `${last}-12-31`
}

function dayOf(year = '', month = '', day = ''): string {
  return [year.length === 2 ? `20${year}` : year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}
