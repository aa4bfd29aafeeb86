import { type CountryCode, getExampleNumber } from 'libphonenumber-js/min'
import phones from 'libphonenumber-js/mobile/examples'

/** How a country writes postal codes: which are ones, an example, and how one that was typed otherwise is written. */
type PostcodeFormat = { pattern: RegExp; example: string; write?: (code: string) => string }

const fourFigures = (example: string): PostcodeFormat => ({ pattern: /^\d{4}$/, example })
const fiveFigures = (example: string): PostcodeFormat => ({ pattern: /^\d{5}$/, example })

/** Countries that are not here take any code: nothing that is right may be refused. */
const postcodes: Readonly<Record<string, PostcodeFormat>> = {
  AT: fourFigures('1010'),
  BE: fourFigures('1050'),
  CH: fourFigures('1201'),
  DE: fiveFigures('10115'),
  DK: fourFigures('1050'),
  ES: fiveFigures('28013'),
  FR: fiveFigures('64000'),
  // The first half alone says where a group is
  GB: {
    pattern: /^[A-Z]{1,2}\d[A-Z\d]?(?:\d[A-Z]{2})?$/,
    example: 'BN1 1AA',
    write: (code) => code.replace(/^(.{2,4})(\d[A-Z]{2})$/, '$1 $2'),
  },
  IT: fiveFigures('00184'),
  LU: fourFigures('1009'),
  NL: {
    pattern: /^\d{4}(?:[A-Z]{2})?$/,
    example: '1012 AB',
    write: (code) => code.replace(/(?<=^\d{4})(?=[A-Z])/, ' '),
  },
}

/** `Belgique`, `België`: what a country is called in a language. */
export function countryName(country: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
}

/** Whether people of the country write 3 May as `05/03`: in the United States, the Philippines … (CLDR, as English is written there). */
export function writesMonthFirst(country: string): boolean {
  const parts = new Intl.DateTimeFormat(`en-${country}`, { dateStyle: 'short' }).formatToParts(0)
  return (
    parts.findIndex(({ type }) => type === 'month') < parts.findIndex(({ type }) => type === 'day') &&
    parts[0]?.type === 'month'
  )
}

/** What people call countries otherwise, in their sheets. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  GB: ['UK', 'U.K.', 'Great Britain', 'Grande-Bretagne', 'England', 'Angleterre', 'Scotland', 'Écosse', 'Wales'].concat(
    ['Pays de Galles', 'Northern Ireland', 'Irlande du Nord'],
  ),
  NL: ['Holland', 'Hollande'],
  US: ['USA', 'U.S.A.', 'États-Unis d’Amérique'],
}

/** Countries by what else they are called, in their own language too: `Deutschland`. */
export function countryAliases(countries: readonly string[]): Record<string, string> {
  const named = countries.flatMap((country) => {
    const own = countryName(country, new Intl.Locale(`und-${country}`).maximize().language)
    return [own, ...(otherNames[country] ?? [])].map((name) => [name, country])
  })
  return Object.fromEntries(named)
}

/** Null where we do not know how the country writes them. */
export function postcodeFormat(country: string): PostcodeFormat | null {
  return Object.hasOwn(postcodes, country) ? (postcodes[country] ?? null) : null
}

/** The library’s own for Belgium begins as no number there does. */
const example = (country: string) =>
  getExampleNumber(country as CountryCode, country === 'BE' ? { ...phones, BE: '470123456' } : phones)

/** A mobile number as people of the country write it, and one from elsewhere; null where the country is unknown. */
export function phoneExamples(country: string): { own: string; foreign: string } | null {
  const own = example(country)
  const foreign = example(country === 'FR' ? 'BE' : 'FR')
  return own && foreign ? { own: own.formatNational(), foreign: foreign.formatInternational() } : null
}
