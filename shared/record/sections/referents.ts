import { inLanguages } from '#shared/text/words.ts'
import { line, optional, properName, unlessGone } from '../codecs.ts'
import { email, phone } from '../contact-codecs.ts'
import type { Field } from '../field.ts'
import { isOwnName } from '../own-fields.ts'
import { inLastYear, type Section } from '../section.ts'

const name: Field<string> = {
  label: inLanguages({ fr: 'Prénom et nom', en: 'First and last name' }),
  control: { kind: 'text' },
  codec: properName(100),
  autocomplete: 'name',
  headings: inLanguages({ fr: ['Référent·e {n}', 'Nom réf {n}'], en: ['Referent {n}', 'Referent {n} name'] }),
  audience: 'consent',
}

/** Also the one question of who somebody is. */
export const emailField: Field<string> = {
  label: inLanguages({ fr: 'Adresse mail', en: 'Email address' }),
  control: { kind: 'email' },
  codec: email,
  autocomplete: 'email',
  headings: inLanguages({
    fr: ['Mail réf {n}', 'Email réf {n}', 'Mail référent·e {n}', 'Email référent·e {n}', 'Courriel {n}'],
    en: ['Referent {n} email', 'Email {n}'],
  }),
  audience: 'consent',
}

/** Of whoever has none, since they are called, it is empty; nobody gives none. */
const addressField: Field<string | null> = { ...emailField, codec: unlessGone(email) }

const phoneField = (country: string): Field<string | null> => ({
  label: inLanguages({ fr: 'Téléphone', en: 'Phone' }),
  control: { kind: 'tel', width: 'short' },
  codec: optional(phone(country)),
  autocomplete: 'tel',
  headings: inLanguages({
    fr: [
      'Tél réf {n}',
      'Téléphone réf {n}',
      'Tél référent·e {n}',
      'Téléphone référent·e {n}',
      'Téléphone {n}',
      'Portable {n}',
    ],
    en: ['Referent {n} phone', 'Phone {n}'],
  }),
  audience: 'consent',
  isExpected: true,
})

const role: Field<string | null> = {
  label: inLanguages({ fr: 'Rôle dans le groupe', en: 'Role in the group' }),
  hint: inLanguages({
    fr: 'Si vous voulez : accueil, trésorerie, communication…',
    en: 'If you like: welcome, treasury, communication…',
  }),
  control: { kind: 'text' },
  codec: optional(line(60)),
  isNamed: true,
  headings: inLanguages({ fr: ['Rôle réf {n}', 'Rôle référent·e {n}'], en: ['Referent {n} role'] }),
  audience: 'group',
}

/** What is asked about each referent. `name`, `email` and `phone` are the person's; `role` is of the membership, as are answers to own questions. */
export const referentFields = (country: string) =>
  ({ name, email: addressField, phone: phoneField(country), role }) as const

/** Whether a field of a referent tells of their membership in one group, and not of the person. */
export function isOfMembership(name: string): boolean {
  return name === 'role' || isOwnName(name)
}

export const referents = (country: string) =>
  ({
    name: 'referents',
    list: 'referents',
    fields: referentFields(country),
    store: { kind: 'people' },
    rows: 'free',
    nameField: 'name',
    dayField: null,
    isAboutPeople: true,
    rowsAtGlance: 4,
    mostRows: 100,
    words: {
      title: inLanguages({ fr: 'Référent·es', en: 'Referents' }),
      row: inLanguages({ fr: 'référent·e', en: 'referent' }),
      counted: inLanguages({
        fr: { one: '{n} référent·e', other: '{n} référent·es' },
        en: { one: '{n} referent', other: '{n} referents' },
      }),
      form: {
        heading: inLanguages({ fr: 'Les référent·es', en: 'The referents' }),
        lead: inLanguages({
          fr: 'Les personnes à contacter pour joindre le groupe.',
          en: 'The people to contact to reach the group.',
        }),
        add: inLanguages({ fr: 'Ajouter une personne', en: 'Add a person' }),
        remove: {
          named: inLanguages({ fr: 'Retirer {name} du groupe', en: 'Remove {name} from the group' }),
          unnamed: inLanguages({ fr: 'Retirer cette personne du groupe', en: 'Remove this person from the group' }),
        },
      },
      history: {
        added: inLanguages({ fr: 'Nouvelle personne', en: 'New person' }),
        removed: inLanguages({ fr: 'N’est plus dans la liste', en: 'No longer on the list' }),
      },
    },
    figure: {
      label: inLanguages({ fr: 'Référent·es', en: 'Referents' }),
      counted: inLanguages({
        fr: 'personnes, même si elles le sont de plusieurs groupes',
        en: 'people, once each, even those of several groups',
      }),
      sums: inLastYear,
    },
  }) as const satisfies Section
