import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'

/** Characters of the header that are looked at: browsers send a few dozen. */
const longest = 200

/** The first language of Accept-Language that the movement has (RFC 9110 §12.5.4, without the weights: browsers send them in order). */
export function browserLanguage(
  request: { header: (name: string) => string | undefined },
  { languages }: Pick<Movement, 'languages'>,
): Language | undefined {
  const accepted = (request.header('accept-language') ?? '').slice(0, longest).split(',')
  const codes = accepted.map((part) => (part.trim().split(/[-;]/, 1)[0] ?? '').toLowerCase())
  return codes.map((code) => languages.find((language) => language === code)).find((language) => language !== undefined)
}
