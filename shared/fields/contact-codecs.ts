import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import * as z from 'zod'
import { type Codec, codec, refuse } from './codecs.ts'

const emailSchema = z.email().max(254)

/** A mail address in lower case. */
export const email: Codec<string> = codec(
  emailSchema,
  (text) => {
    if (text === '') return refuse('required')
    const address = text.replace(/^mailto:/i, '').toLowerCase()
    return emailSchema.safeParse(address).success ? address : refuse('email_invalid')
  },
  String,
)

/** A phone number as E.164 (`+33612345678`); a number without a country's prefix is one of `country`. */
export function phone(country: string): Codec<string> {
  return codec(
    z.e164(),
    (text) => {
      if (text === '') return refuse('required')
      const number = parsePhoneNumberFromString(text, country as CountryCode)
      return number?.isPossible() ? number.number : refuse('phone_invalid')
    },
    (value) => showPhone(value, country),
  )
}

/** A number as people of `country` write it: `06 12 34 56 78`, or `+32 470 12 34 56` from elsewhere. */
export function showPhone(value: string, country: string): string {
  const number = parsePhoneNumberFromString(value)
  if (!number) return value
  return number.country === country ? number.formatNational() : number.formatInternational()
}

/** An address of the web. People leave out `https://`: we add it. */
export const url: Codec<string> = codec(
  z.url({ protocol: /^https?$/ }).max(500),
  (text) => {
    if (text === '') return refuse('required')
    const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`
    const parsed = URL.canParse(address) ? new URL(address) : null
    if (!parsed || !/^https?:$/.test(parsed.protocol) || !parsed.hostname.includes('.')) return refuse('url_invalid')
    return address.length > 500 ? refuse('too_long', 500) : address
  },
  String,
)

const postcodes: Readonly<Record<string, RegExp>> = { FR: /^\d{5}$/, BE: /^\d{4}$/, CH: /^\d{4}$/, LU: /^\d{4}$/ }

/** A postal code of `country`, without its spaces where that country writes none. */
export function postcode(country: string): Codec<string> {
  const pattern = postcodes[country]
  return codec(
    z.string(),
    (text) => {
      if (text === '') return refuse('required')
      const code = pattern ? text.replace(/\s/g, '') : text.toUpperCase()
      if (code.length > 12) return refuse('postcode_invalid')
      return !pattern || pattern.test(code) ? code : refuse('postcode_invalid')
    },
    String,
  )
}
