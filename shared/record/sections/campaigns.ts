import { inLanguages } from '#shared/text/words.ts'
import { choice, count, optional } from '../codecs.ts'
import type { Field } from '../field.ts'
import { inLastYear, type Section } from '../section.ts'
import { people as peopleUnit } from '../unit.ts'

export const participationRoles = {
  organises: inLanguages({ fr: 'nous avons organisé', en: 'we organised' }),
  joins: inLanguages({ fr: 'nous avons participé', en: 'we took part' }),
  relays: inLanguages({ fr: 'nous avons relayé', en: 'we spread the word' }),
  /** Said, where nothing said is not known. It counts as no part. */
  absent: inLanguages({ fr: 'nous n’y avons pas pris part', en: 'we took no part' }),
} as const
/** What counts as no part. */
export const noPart = 'absent' satisfies ParticipationRole
export type ParticipationRole = keyof typeof participationRoles

const role: Field<ParticipationRole | null> = {
  label: inLanguages({ fr: 'Votre rôle', en: 'Your part' }),
  control: { kind: 'radios', options: participationRoles },
  codec: optional(
    choice<ParticipationRole>(participationRoles, {
      organise: 'organises',
      organisé: 'organises',
      participe: 'joins',
      participé: 'joins',
      relaie: 'relays',
      relayé: 'relays',
      absent: 'absent',
      organised: 'organises',
      joined: 'joins',
      relayed: 'relays',
    }),
  ),
  headings: inLanguages({ fr: ['Rôle'], en: ['Role'] }),
  audience: 'group',
}

const people: Field<number | null> = {
  label: inLanguages({ fr: 'Combien de participant·es ?', en: 'How many people took part?' }),
  hint: inLanguages({
    fr: 'Facultatif, si le groupe y a pris part. Un ordre de grandeur suffit.',
    en: 'Optional, if the group took part. A rough number is enough.',
  }),
  follows: 'role',
  control: { kind: 'number', width: 'short', usual: 20_000 },
  codec: optional(count()),
  headings: inLanguages({ fr: ['Nb de personnes', 'Personnes'], en: ['People'] }),
  audience: 'group',
  unit: peopleUnit,
  sum: inLanguages({ fr: 'Personnes mobilisées', en: 'People mobilised' }),
}

/** A group's part in one of the movement's campaigns. Keys are the columns of `participation`; a row's uid is the campaign's. */
export const participationFields = { role, people } as const

export const campaigns = {
  name: 'campaigns',
  list: 'campaigns',
  fields: participationFields,
  store: { kind: 'parts', table: 'participation', of: 'campaign' },
  rows: 'given',
  nameField: null,
  dayField: null,
  isAboutPeople: false,
  rowsAtGlance: 2,
  mostRows: null,
  words: {
    title: inLanguages({ fr: 'Campagnes', en: 'Campaigns' }),
    row: inLanguages({ fr: 'campagne', en: 'campaign' }),
    counted: inLanguages({
      fr: { one: '{n} campagne', other: '{n} campagnes' },
      en: { one: '{n} campaign', other: '{n} campaigns' },
    }),
    form: {
      heading: inLanguages({ fr: 'Les campagnes', en: 'Campaigns' }),
      lead: inLanguages({
        fr: 'Dites-nous à quelles mobilisations du mouvement le groupe a pris part.',
        en: 'Tell us which of the movement’s mobilisations the group took part in.',
      }),
    },
    history: {
      added: inLanguages({ fr: 'Nouvelle campagne', en: 'New campaign' }),
      removed: inLanguages({ fr: 'Campagne retirée', en: 'Campaign taken off' }),
    },
  },
  figure: {
    label: inLanguages({ fr: 'Participations aux campagnes', en: 'Parts taken in campaigns' }),
    counted: inLanguages({
      fr: 'groupes qui ont organisé, participé ou relayé, campagne par campagne, ce mois-ci et les onze d’avant',
      en: 'groups that organised, joined or relayed, campaign by campaign, this month and the eleven before',
    }),
    sums: inLastYear,
  },
} as const satisfies Section
