import * as z from 'zod'
import { codec, line, optional, refuse } from '#shared/record/codecs.ts'
import { email } from '#shared/record/contact-codecs.ts'
import type { Field } from '#shared/record/field.ts'
import { fold } from '#shared/record/fold.ts'
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
    const keys = [code, ...names].map(fold)
    // A name in letters that we do not fold is no key
    return keys.filter((key) => key !== '').map((key) => [key, code] as const)
  }),
)
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({ flamand: 'nl', vlaams: 'nl', flemish: 'nl', castillan: 'es' }),
)

/** Countries where a language is at home, as locales name them: `fr-BE` is French, `fr-NL` is two languages. */
const homes: Readonly<Record<string, string>> = {
  fr: 'fr be ch ca lu',
  nl: 'nl be',
  en: 'gb uk us ie ca au nz in',
  de: 'de at ch be lu',
  it: 'it ch',
  es: 'es mx ar cl',
  pt: 'pt br',
}

/** `fr`, `FR-be`, `français`, `néerl.`; null for what is none, and for two. */
function languageCode(text: string): string | null {
  const key = fold(text)
  const [, language = '', country = ''] = /^([a-z]{2})[-_ (]{1,2}([a-z]{2})\)?$/.exec(text.trim().toLowerCase()) ?? []
  if (language !== '' && (country === language || homes[language]?.split(' ').includes(country)))
    return codes.get(language) ?? null
  return codes.get(key) ?? otherNames.get(key) ?? (text.trim().endsWith('.') ? shortened(key) : null)
}

/** `néerl.`, `angl.`: the one language whose name begins so. */
function shortened(key: string): string | null {
  const meant = new Set([...codes].flatMap(([name, code]) => (key.length > 2 && name.startsWith(key) ? [code] : [])))
  const [code = null, ...others] = meant
  return others.length === 0 ? code : null
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

/** Somebody's address, alone in a row of its own. */
export const mailField: Field<string> = {
  label: inLanguages({ fr: 'Adresse mail', en: 'Mail address' }),
  control: { kind: 'email' },
  codec: email,
  headings: inLanguages({ fr: ['Adresse mail'], en: ['Mail address'] }),
  audience: 'group',
}

/** The mailing lists that an address is on, by their names. */
export const listField: Field<string | null> = {
  label: inLanguages({ fr: 'Liste', en: 'List' }),
  control: { kind: 'derived' },
  codec: optional(line(400)),
  headings: inLanguages({
    fr: ['Liste', 'Listes', 'Liste de diffusion', 'Listes de diffusion'],
    en: ['List', 'Lists', 'Mailing list', 'Mailing lists'],
  }),
  audience: 'group',
}

/** The id of a row, as our own exports carry it. */
export const idFields = { uid: text('id', 'id') } as const

/** The id of the group that a row is about, in sheets of other things. */
export const groupIdFields = { uid: text('Id du groupe', 'Group id') } as const

/** Who is not to be written to, by a yes or a day, whose address works, by a no, or who may be no longer there: they are asked about. */
export const refusalFields = {
  gone: text('Ne pas contacter', 'Do not contact'),
  valid: text('Mail valide', 'Valid email'),
  left: text('Parti·e le', 'Left on'),
  past: text('Ancien membre', 'Former member'),
  term: text('Fin de mandat', 'Term ends'),
  season: text('Années de mandat', 'Term'),
  serving: text('Encore en poste', 'Still in office'),
  status: text('Statut de la personne', 'Member status'),
} as const

/** What tells a group from another of its name: the id that our own exports carry, the country, the street; and when it ended, which its state says. */
export const keyFields = {
  ...idFields,
  country: text('Pays', 'Country'),
  address: text('Adresse', 'Address'),
  closed: text('Date de fermeture', 'Closed on'),
  asleep: text('En sommeil', 'Asleep'),
  ...refusalFields,
} as const
