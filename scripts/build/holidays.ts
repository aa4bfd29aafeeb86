import Holidays from 'date-holidays'

const from = 2026
const years = 12
/** Parts of a country whose own holidays differ so much that mails would leave on one. */
const parts: Readonly<Record<string, readonly string[]>> = { GB: ['ENG', 'NIR', 'SCT', 'WLS'] }

/**
 * Public holidays of countries (date-holidays, CC BY 3.0), year by year, as months and days. All of them take a minute, so `tests/domain` tries a few of
 * what is kept in `shared/settings/public-holidays.json`; written anew:
 * node -e "import('./scripts/build/holidays.ts').then(({ listPublicHolidays }) => console.log(listPublicHolidays()))" >shared/settings/public-holidays.json
 */
export function listPublicHolidays(wanted?: readonly string[]): string {
  // France has a rule of its own, which holds in any year
  const all = Object.keys(new Holidays().getCountries()).filter((country) => country !== 'FR')
  const countries = all.filter((country) => wanted?.includes(country) ?? true).sort()
  const codes = countries.flatMap((country) => (parts[country] ?? ['']).map((part) => ({ country, part })))
  const lines = codes.flatMap(({ country, part }) => {
    const known = new Holidays(country, part, { types: ['public'] })
    const days = Array.from({ length: years }, (_, index) => [from + index, daysOf(known, from + index)] as const)
    const code = part === '' ? country : `${country}-${part}`
    return days.every(([, said]) => said !== '') ? [`"${code}":${JSON.stringify(Object.fromEntries(days))}`] : []
  })
  return `{\n${lines.join(',\n')}\n}`
}

function daysOf(known: Holidays, year: number): string {
  const days = known.getHolidays(year).map(({ date }) => date.slice(5, 10).replace('-', ''))
  return [...new Set(days)].sort().join(' ')
}
