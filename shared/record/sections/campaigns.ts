import { words } from '#shared/text/words.ts'
import { choice, count, optional } from '../codecs.ts'
import type { Field } from '../field.ts'
import { inLastYear, type Section } from '../section.ts'
import { people as peopleUnit } from '../unit.ts'

export const participationRoles = {
  organises: words({ fr: 'nous avons organisé', en: 'we organised' }),
  joins: words({ fr: 'nous avons participé', en: 'we took part' }),
  relays: words({ fr: 'nous avons relayé', en: 'we spread the word' }),
  /** Said, where nothing said is not known. It counts as no part. */
  absent: words({ fr: 'nous n’y avons pas pris part', en: 'we took no part' }),
} as const
/** What counts as no part. */
export const noPart = 'absent' satisfies ParticipationRole
export type ParticipationRole = keyof typeof participationRoles

const role: Field<ParticipationRole | null> = {
  label: words({ fr: 'Votre rôle', en: 'Your part' }),
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
  headings: words({ fr: ['Rôle'], en: ['Role'] }),
  audience: 'group',
}

const people: Field<number | null> = {
  label: words({ fr: 'Combien de participant·es ?', en: 'How many people took part?' }),
  hint: words({
    fr: 'Facultatif, si le groupe y a pris part. Un ordre de grandeur suffit.',
    en: 'Optional, if the group took part. A rough number is enough.',
  }),
  follows: 'role',
  control: { kind: 'number', width: 'short', usual: 20_000 },
  codec: optional(count()),
  headings: words({ fr: ['Nb de personnes', 'Personnes'], en: ['People'] }),
  audience: 'group',
  unit: peopleUnit,
  sum: words({ fr: 'Personnes mobilisées', en: 'People mobilised' }),
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
    title: words({ fr: 'Campagnes', en: 'Campaigns' }),
    row: words({ fr: 'campagne', en: 'campaign' }),
    counted: words({
      fr: { one: '{n} campagne', other: '{n} campagnes' },
      en: { one: '{n} campaign', other: '{n} campaigns' },
    }),
    form: {
      heading: words({ fr: 'Les campagnes', en: 'Campaigns' }),
      lead: words({
        fr: 'Dites-nous à quelles mobilisations du mouvement le groupe a pris part.',
        en: 'Tell us which of the movement’s mobilisations the group took part in.',
      }),
    },
    history: {
      added: words({ fr: 'Nouvelle campagne', en: 'New campaign' }),
      removed: words({ fr: 'Campagne retirée', en: 'Campaign taken off' }),
    },
  },
  figure: {
    label: words({ fr: 'Participations aux campagnes', en: 'Parts taken in campaigns' }),
    counted: words({
      fr: 'groupes qui ont organisé, participé ou relayé, campagne par campagne, ce mois-ci et les onze d’avant',
      en: 'groups that organised, joined or relayed, campaign by campaign, this month and the eleven before',
    }),
    sums: inLastYear,
  },
} as const satisfies Section
