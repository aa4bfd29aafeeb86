import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import * as z from 'zod'
import { type Codec, codec, refuse, refuseLike } from './codecs.ts'
import { phoneExamples, postcodeFormat } from './country-formats.ts'
import { withoutEnding } from './ending.ts'
import { fold } from './fold.ts'

/** What chats and address books put into what one copies and nobody sees: marks of direction, soft hyphens, spaces of every width. */
const seen = (text: string) =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/g, ' ')
    .trim()

/** Characters of what is copied around an address, with room to spare. */
const mostCopied = 1000

const longestEmail = 254
/** Any sign that mail takes before the @ (RFC 5321 §4.1.2, `Dot-string`), and a name of the internet behind it. */
const address =
  /^(?!\.)(?!.{0,254}\.\.)[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const emailSchema = z.email({ pattern: address }).max(longestEmail)

/** A name of the internet in other letters as programs write it: `école.fr` is `xn--cole-9oa.fr` (RFC 5891). */
export function inAscii(typed: string): string {
  const at = typed.lastIndexOf('@')
  const host = typed.slice(at + 1)
  if (at < 0 || !/[^\p{ASCII}]/u.test(host) || !/^[\p{L}\p{M}\p{N}.-]{1,253}$/u.test(host)) return typed
  const name = `https://${host}`
  return URL.canParse(name) ? typed.slice(0, at + 1) + new URL(name).hostname : typed
}

/** A mail address in lower case, also as mail programs copy it: `Lou <lou@example.org>;`. */
export const email: Codec<string> = codec(
  emailSchema,
  (text) => {
    if (text === '') return refuse('required')
    const shown = seen(text)
    if (shown.length > mostCopied) return refuse('email_invalid')
    const copied = /^[^<>]*<([^<>]+)>[ ;,.]*$/.exec(shown)?.[1] ?? shown
    const bare = withoutEnding(copied.trim(), ' ;,.”»"')
      .replace(/^[“«"\s]{1,3}/, '')
      .replace(/\s{0,3}[@＠]\s{0,3}/, '@')
      .replace(/^mailto:/i, '')
      .replace(/[’‘]/g, "'")
      .toLowerCase()
    const whole = inAscii(bare)
    return emailSchema.safeParse(whole).success ? whole : refuse('email_invalid')
  },
  String,
  longestEmail,
)

/** « Ancien », « ne pas appeler » : a number that is not to be called. */
const saysNotThis =
  /(?:^| )(?:anciens?|anciennes?|faux|fausse|perdu|pas|resilie|old|former|wrong|not|don t|dont|disconnected|oude?|verkeerd|niet)(?: |$)/

/** A phone number as E.164 (`+33612345678`); a number without a country's prefix is one of `country`. */
export function phone(country: string): Codec<string> {
  const examples = phoneExamples(country)
  const refused = refuseLike('phone_invalid', examples ? [examples.own, examples.foreign] : [])
  return codec(
    z.e164(),
    (text) => {
      if (text === '') return refuse('required')
      const typed = seen(text).replaceAll('_', ' ')
      const number = overseasNumber(typed, country) ?? parsePhoneNumberFromString(typed, country as CountryCode)
      if (number?.ext !== undefined || saysNotThis.test(fold(typed))) return refused
      return number?.isPossible() && (number.isValid() || isForFiction(number.number)) ? number.number : refused
    },
    (value) => showPhone(value, country),
  )
}

/** French numbers that are overseas, each there under a prefix of its own (ARCEP): Réunion and Mayotte, Guadeloupe, Guyane, Martinique. */
const overseas = [
  { begins: /^0(?:26[239]|639|69[23])/, country: 'RE', prefix: '262' },
  { begins: /^0(?:590|69[01])/, country: 'GP', prefix: '590' },
  { begins: /^0(?:594|694)/, country: 'GF', prefix: '594' },
  { begins: /^0(?:596|69[67])/, country: 'MQ', prefix: '596' },
] as const

/** People there, and in the rest of France, dial them like any other; `+33` before them reaches nobody. Null where it is none of them. */
function overseasNumber(typed: string, country: string) {
  if (country !== 'FR') return null
  const digits = typed.replace(/[\s.()/-]/g, '').replace(/^(?:\+|00)33(?:0)?(?=\d{9}$)/, '0')
  const there = /^0\d{9}$/.test(digits) ? overseas.find(({ begins }) => begins.test(digits)) : undefined
  return there ? (parsePhoneNumberFromString(digits, there.country) ?? null) : null
}

/** Ofcom keeps these for films and examples: no person has one, and many a sheet to try things with. */
const isForFiction = (number: string) => /^\+447700900\d{3}$/.test(number)

/** A number as people of `country` write it: `06 12 34 56 78`, or `+32 470 12 34 56` from elsewhere. */
export function showPhone(value: string, country: string): string {
  const number = parsePhoneNumberFromString(value)
  if (!number) return value
  // By the prefix: that of the United Kingdom is Guernsey's too, and a mobile does not say which
  const own = isSupportedCountry(country) ? getCountryCallingCode(country) : null
  const isOverseas = country === 'FR' && overseas.some(({ prefix }) => prefix === number.countryCallingCode)
  return isOverseas || number.countryCallingCode === own ? number.formatNational() : number.formatInternational()
}

/** A name of the internet as programs write it (RFC 1034 §3.5, RFC 3492): no number, nothing of one's own machine. */
const hostName = /^([a-z0-9_-]+\.)+[a-z][a-z0-9-]+$/

const longestUrl = 500

/** An address of the web. People leave out `https://`, or mistype it: `x.fr`, `//x.fr` and `http:/x.fr` are whole again. */
export const url: Codec<string> = codec(
  z.url({ protocol: /^https?$/ }).max(longestUrl),
  (text) => {
    if (text === '') return refuse('required')
    const shown = seen(text)
    if (shown.length > mostCopied) return refuse('too_long', longestUrl)
    const [scheme = ''] = /^https?:/i.exec(shown) ?? []
    const rest = withoutEnding(shown.slice(scheme.length).replace(/^[/\\]+/, ''), '.,;')
    const address = `${scheme.toLowerCase() || 'https:'}//${rest.replace(/\s/g, '%20')}`
    const parsed = URL.canParse(address) ? new URL(address) : null
    // What stands before an @ is a mail address, or a secret
    if (parsed?.username !== '' || !hostName.test(parsed.hostname)) return refuse('url_invalid')
    return address.length > longestUrl ? refuse('too_long', longestUrl) : address
  },
  String,
  longestUrl,
)

/** A country before a code, and what a letter has behind it: `F-64000`, `64000 CEDEX`. */
const around = /^(?:F|FR|B|BE|CH|L|LU|D|DE)-(?=\d)|CEDEX$/g

/** A postal code of `country`, as that country writes it. */
export function postcode(country: string): Codec<string> {
  const format = postcodeFormat(country)
  const refused = refuseLike('postcode_invalid', format ? [format.example] : [])
  return codec(
    z.string(),
    (text) => {
      if (text === '') return refuse('required')
      if (text.length > 20) return refused
      const code = format ? text.replace(/\s/g, '').toUpperCase().replace(around, '') : text.toUpperCase()
      if (code.length > 12 || (format && !format.pattern.test(code))) return refused
      return format?.write?.(code) ?? code
    },
    String,
  )
}
