import { words } from '#shared/text/words.ts'
import { choice, count, optional } from './codecs.ts'
import type { Field } from './field.ts'
import { people as peopleUnit } from './unit.ts'

export const participationRoles = {
  organises: words({ fr: 'nous avons organisé', en: 'we organised' }),
  joins: words({ fr: 'nous avons participé', en: 'we took part' }),
  relays: words({ fr: 'nous avons relayé', en: 'we spread the word' }),
} as const
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
      organised: 'organises',
      joined: 'joins',
      relayed: 'relays',
    }),
  ),
  headings: words({ fr: ['Rôle'], en: ['Role'] }),
  audience: 'group',
}

const people: Field<number | null> = {
  label: words({ fr: 'Combien de personnes chez vous ?', en: 'How many people at your place?' }),
  control: { kind: 'number', width: 'short' },
  codec: optional(count()),
  headings: words({ fr: ['Nb de personnes', 'Personnes'], en: ['People'] }),
  audience: 'group',
  unit: peopleUnit,
  sum: words({ fr: 'Personnes mobilisées', en: 'People mobilised' }),
}

/** A group's part in one of the movement's campaigns. Keys are the columns of `participation`; a row's uid is the campaign's. */
export const participationFields = { role, people } as const
