import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A phone as it is looked for in texts: its country's code and what follows in whatever way it is dialled. */
export type SoughtNumber = { code: string; digits: string }

/** A phone as it is kept (`+33612345678`). */
export function soughtNumber(phone: string): SoughtNumber {
  const number = parsePhoneNumberFromString(phone)
  return number
    ? { code: number.countryCallingCode, digits: number.nationalNumber }
    : { code: '', digits: phone.replace(/\D/g, '') }
}

/** Fewer digits would be part of many numbers. */
const fewest = 6

/** A text without a number, however its digits are parted and whatever is dialled before them: `06.12…`, `+33 (0)6 12…`, `0033 612…`. */
export function cutNumber(text: string, { code, digits }: SoughtNumber, mark: string): string {
  if (digits.length < fewest) return text
  const before = [`00${code}0`, `${code}0`, `00${code}`, code, '0', '']
  return text.replace(/[+(\d][\d\s.()/+\p{Pd}]*/gu, (run) => {
    const at = [...run.matchAll(/\d/g)].map(({ index }) => index)
    const dialled = run.replace(/\D/g, '')
    const kept: string[] = []
    let from = 0
    let next = 0
    for (let found = dialled.indexOf(digits); found >= 0; found = dialled.indexOf(digits, next)) {
      const prefix = before.find((one) => dialled.slice(next, found).endsWith(one)) ?? ''
      const start = at[found - prefix.length] ?? 0
      next = found + digits.length
      const end = (at[next - 1] ?? 0) + 1
      // `(+33) 6…`: the bracket goes with its pair
      const opened = /^[^(]*\)/.test(run.slice(start, end)) ? /[+(]{1,2}$/ : /\+$/
      kept.push(run.slice(from, start).replace(opened, ''), mark)
      from = end
    }
    return kept.join('') + run.slice(from)
  })
}
