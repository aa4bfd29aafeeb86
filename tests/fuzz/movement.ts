import config from '#sample/movement.config.ts'
import { movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

export const region = 'Bretagne'

/** The team by what each may do: all, in one region, or look. */
export const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Sacha', email: 'sacha@archipel.example.org', regions: [region] },
  { name: 'Robin', email: 'robin@archipel.example.org', role: 'reads' as const },
]

/** The movement that is fuzzed: every feed is open. */
export const fixed: SomeSettings = { ...config, coordinators }

/** Pixels: one. */
export const logo =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** What it has set: it asks what ours does not, in each way that can be answered. */
export const set = {
  sections: [
    'identity',
    'referents',
    'activities',
    'campaigns',
    'trainings',
    'lists',
    { key: 'board', title: { fr: 'Bureau', en: 'Board' }, name: 'who', day: 'on' },
  ],
  questions: [
    { key: 'who', section: 'board', type: 'text' as const, label: { fr: 'Nom', en: 'Name' }, required: true },
    { key: 'on', section: 'board', type: 'day', label: { fr: 'Depuis', en: 'Since' } },
    { key: 'count', type: 'number', label: { fr: 'Combien', en: 'How many' }, figure: { fr: 'En tout', en: 'In all' } },
    { key: 'words', type: 'long_text', label: { fr: 'Pourquoi', en: 'Why' }, inMail: true },
    { key: 'open', type: 'yes_no', label: { fr: 'Ouvert', en: 'Open' }, audience: 'public' },
    { key: 'site', type: 'website', label: { fr: 'Site', en: 'Site' }, audience: 'public' },
    { key: 'mail', type: 'mail', label: { fr: 'Mail', en: 'Mail' } },
    { key: 'phone', type: 'phone', label: { fr: 'Téléphone', en: 'Phone' } },
    ...(['choice', 'choices'] as const).map((type) => ({
      key: type,
      type,
      label: { fr: type, en: type },
      options: ['one', 'two'].map((key) => ({ key, label: { fr: key, en: key } })),
    })),
  ],
} satisfies SomeSettings

export const movement = movementOf({ ...fixed, ...set })
