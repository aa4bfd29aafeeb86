import { inLanguages } from '#shared/text/words.ts'
import { count, day, line, optional } from '../codecs.ts'
import type { Field } from '../field.ts'
import { inLastYear, type Section } from '../section.ts'
import { people } from '../unit.ts'

const theme: Field<string> = {
  label: inLanguages({ fr: 'Thème', en: 'Theme' }),
  hint: inLanguages({
    fr: 'Par exemple : action non-violente, prise de parole.',
    en: 'For example: non-violent action, public speaking.',
  }),
  control: { kind: 'text' },
  codec: line(100),
  headings: inLanguages({ fr: ['Thème'], en: ['Theme'] }),
  audience: 'group',
}

const heldOn: Field<string> = {
  label: inLanguages({ fr: 'Jour', en: 'Day' }),
  hint: inLanguages({
    fr: 'Par exemple 14/12/2026, 14 décembre, ou hier.',
    en: 'For example 14/12/2026 (day first), 14 December, or yesterday.',
  }),
  control: { kind: 'day', width: 'short', asked: { year: 'last', isPast: true } },
  codec: day,
  headings: inLanguages({ fr: ['Date', 'Jour'], en: ['Date', 'Day'] }),
  audience: 'group',
}

const attendees: Field<number | null> = {
  label: inLanguages({ fr: 'Combien de personnes formées ?', en: 'How many people were trained?' }),
  control: { kind: 'number', width: 'short', usual: 1000 },
  codec: optional(count()),
  headings: inLanguages({ fr: ['Participant·es', 'Nb de personnes'], en: ['Attendees', 'People'] }),
  audience: 'group',
  unit: people,
  sum: inLanguages({ fr: 'Personnes formées', en: 'People trained' }),
}

/** A training that a group gave. Keys are the columns of `training`. */
export const trainingFields = { theme, held_on: heldOn, attendees } as const

export const trainings = {
  name: 'trainings',
  list: 'trainings',
  fields: trainingFields,
  store: { kind: 'rows', table: 'training' },
  rows: 'free',
  nameField: 'theme',
  dayField: 'held_on',
  isAboutPeople: false,
  rowsAtGlance: 2,
  mostRows: 1000,
  words: {
    title: inLanguages({ fr: 'Formations', en: 'Trainings' }),
    row: inLanguages({ fr: 'formation', en: 'training' }),
    counted: inLanguages({
      fr: { one: '{n} formation', other: '{n} formations' },
      en: { one: '{n} training', other: '{n} trainings' },
    }),
    form: {
      heading: inLanguages({ fr: 'Les formations', en: 'Trainings' }),
      lead: inLanguages({ fr: 'Les formations que le groupe a données.', en: 'The trainings that the group gave.' }),
      add: inLanguages({ fr: 'Ajouter une formation', en: 'Add a training' }),
      remove: {
        named: inLanguages({ fr: 'Supprimer « {name} »', en: 'Delete “{name}”' }),
        unnamed: inLanguages({ fr: 'Supprimer cette formation', en: 'Delete this training' }),
      },
    },
    history: {
      added: inLanguages({ fr: 'Nouvelle formation', en: 'New training' }),
      removed: inLanguages({ fr: 'Formation supprimée', en: 'Training deleted' }),
    },
  },
  figure: {
    label: inLanguages({ fr: 'Formations données', en: 'Trainings given' }),
    counted: inLastYear,
    sums: inLastYear,
  },
} as const satisfies Section
