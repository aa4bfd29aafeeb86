import { words } from '#shared/text/words.ts'
import { count, day, line, optional } from './codecs.ts'
import type { Field } from './field.ts'
import { people } from './unit.ts'

const theme: Field<string> = {
  label: words({ fr: 'Thème', en: 'Theme' }),
  hint: words({
    fr: 'Par exemple : action non-violente, prise de parole.',
    en: 'For example: non-violent action, public speaking.',
  }),
  control: { kind: 'text' },
  codec: line(100),
  headings: words({ fr: ['Thème'], en: ['Theme'] }),
  audience: 'group',
}

const heldOn: Field<string> = {
  label: words({ fr: 'Jour', en: 'Day' }),
  hint: words({
    fr: 'Par exemple 14/12/2026, 14 décembre, ou hier.',
    en: 'For example 14/12/2026 (day first), 14 December, or yesterday.',
  }),
  control: { kind: 'day', width: 'short', asked: { year: 'last' } },
  codec: day,
  headings: words({ fr: ['Date', 'Jour'], en: ['Date', 'Day'] }),
  audience: 'group',
}

const attendees: Field<number | null> = {
  label: words({ fr: 'Combien de personnes formées ?', en: 'How many people were trained?' }),
  control: { kind: 'number', width: 'short' },
  codec: optional(count()),
  headings: words({ fr: ['Participant·es', 'Nb de personnes'], en: ['Attendees', 'People'] }),
  audience: 'group',
  unit: people,
  sum: words({ fr: 'Personnes formées', en: 'People trained' }),
}

/** A training that a group gave. Keys are the columns of `training`. */
export const trainingFields = { theme, held_on: heldOn, attendees } as const
