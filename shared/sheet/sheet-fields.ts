import * as z from 'zod'
import { codec, line, optional, refuse } from '#shared/record/codecs.ts'
import type { Field } from '#shared/record/field.ts'
import { plain } from '#shared/record/plain.ts'
import { inLanguages } from '#shared/text/words.ts'

// What sheets say and no form asks.

/** Languages of movements near ours (ISO 639-1). */
const known = [
  'fr',
  'en',
  'nl',
  'de',
  'es',
  'it',
  'pt',
  'ca',
  'eu',
  'br',
  'co',
  'oc',
  'lb',
  'pl',
  'ro',
  'el',
  'tr',
  'ar',
  'ru',
  'uk',
  'sv',
  'da',
  'cs',
  'hu',
]

/** Each language by its code, and by its name in each of them: `NL`, `néerlandais`, `Dutch`, `Nederlands`. */
const codes = new Map(
  known.flatMap((code) => {
    const names = known.map((by) => new Intl.DisplayNames([by], { type: 'language', fallback: 'none' }).of(code) ?? '')
    const keys = [code, ...names].map(plain)
    // A name in letters that we do not fold is no key
    return keys.filter((key) => key !== '').map((key) => [key, code] as const)
  }),
)
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({ flamand: 'nl', vlaams: 'nl', flemish: 'nl', castillan: 'es' }),
)

/** `fr`, `FR-be`, `français`, `French`; null for what is none. */
function languageCode(text: string): string | null {
  const key = plain(text)
  return codes.get(key) ?? otherNames.get(key) ?? codes.get(/^[a-z]{2}(?= [a-z]{2}$)/.exec(key)?.[0] ?? '') ?? null
}

/** The language in which somebody reads; of those that this movement does not write in, the first is taken when mails are written. */
export const languageField: Field<string | null> = {
  label: inLanguages({ fr: 'Langue', en: 'Language' }),
  control: { kind: 'derived' },
  codec: optional(codec(z.string(), (text) => languageCode(text) ?? refuse('choice_unknown'), String)),
  headings: inLanguages({ fr: ['Langue réf {n}', 'Langue'], en: ['Referent {n} language', 'Language'] }),
  audience: 'group',
}

const text = (fr: string, en: string): Field<string | null> => ({
  label: inLanguages({ fr, en }),
  control: { kind: 'derived' },
  codec: optional(line(120)),
  headings: inLanguages({ fr: [fr], en: [en] }),
  audience: 'public',
})

/** The id of a row, as our own exports carry it. */
export const idFields = { uid: text('id', 'id') } as const

/** The id of the group that a row is about, in sheets of other things. */
export const groupIdFields = { uid: text('Id du groupe', 'Group id') } as const

/** What tells a group from another of its name: the id that our own exports carry, the country, the street. */
export const keyFields = {
  ...idFields,
  country: text('Pays', 'Country'),
  address: text('Adresse', 'Address'),
} as const
