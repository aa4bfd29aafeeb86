import { departmentNames } from '#shared/domain/departments.ts'
import { fold } from '#shared/record/fold.ts'

const numbers = new Map([...(departmentNames.FR ?? [])].map(([code, name]) => [fold(name), code]))
const known = new Set(numbers.values())
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    reunion: '974',
    'guyane francaise': '973',
    'ville de paris': '75',
    belfort: '90',
  }),
)

/** The number of a French department in any writing (`64`, `064`, `Pyrénées-Atlantiques`, `64 - Pyrénées-Atlantiques`, `Paris (75)`); null for what is none. */
export function departmentNumber(text: string): string | null {
  if (text.length > 60) return null
  const key = fold(text)
    .replace(/^s(?:t|te) /, 'saint ')
    .replace(/ st(?= )/, ' saint')
  const bare = key.replace(/\b(?:0{0,2}\d{1,3}|2[ab])\b/, '').trim()
  const digits = /\b(2[ab]|\d{1,3})\b/
    .exec(key)?.[1]
    ?.toUpperCase()
    .replace(/^0(?=\d\d$)/, '')
    .padStart(2, '0')
  const named = numbers.get(bare) ?? otherNames.get(bare) ?? null
  if (digits === undefined) return named
  if (!known.has(digits)) return null
  return bare === '' || named === digits ? digits : null
}
