import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A number (E.164) that somebody has rather put in the place of one: all of one figure, or nothing but zeros behind the first, as `06 66 66 66 66`, `06 00 00 00 00`. */
export function isOddPhone(value: string): boolean {
  const [first = '', ...rest] = parsePhoneNumberFromString(value)?.nationalNumber ?? ''
  return rest.length > 5 && (rest.every((figure) => figure === first) || rest.every((figure) => figure === '0'))
}
