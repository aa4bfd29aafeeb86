import { inLanguages } from '#shared/text/words.ts'
import { count, day, line, optional } from '../codecs.ts'
import type { Field } from '../field.ts'
import { inLastYear, type Section } from '../section.ts'
import { people } from '../unit.ts'

const heldOn: Field<string> = {
  label: inLanguages({ fr: 'Jour', en: 'Day' }),
  hint: inLanguages({
    fr: 'Passé ou à venir. Par exemple 14/12/2026, ou 14 décembre.',
    en: 'Past or to come. For example 14/12/2026 (day first), or 14 December.',
  }),
  control: { kind: 'day', width: 'short', asked: { year: 'near' } },
  codec: day,
  headings: inLanguages({ fr: ['Date', 'Jour'], en: ['Date', 'Day'] }),
  audience: 'group',
}

const title: Field<string> = {
  label: inLanguages({ fr: 'Quoi ?', en: 'What?' }),
  control: { kind: 'text' },
  codec: line(140),
  headings: inLanguages({ fr: ['Activité', 'Titre'], en: ['Activity', 'Title'] }),
  audience: 'group',
}

const kind: Field<string | null> = {
  label: inLanguages({ fr: 'Quel genre ?', en: 'What kind?' }),
  hint: inLanguages({
    fr: 'Réunion, action, projection, stand, fête…',
    en: 'Meeting, action, film night, stall, party…',
  }),
  control: { kind: 'text', width: 'short' },
  codec: optional(line(60)),
  isNamed: true,
  headings: inLanguages({ fr: ['Type', 'Genre'], en: ['Kind', 'Type'] }),
  audience: 'group',
}

const attendees: Field<number | null> = {
  label: inLanguages({ fr: 'Combien de personnes ?', en: 'How many people?' }),
  control: { kind: 'number', width: 'short', usual: 20_000 },
  codec: optional(count()),
  headings: inLanguages({ fr: ['Participant·es', 'Nb de personnes'], en: ['Attendees', 'People'] }),
  audience: 'group',
  unit: people,
  sum: inLanguages({ fr: 'Personnes venues aux activités', en: 'People who came to activities' }),
}

/** Something that a group did or plans. Keys are the columns of `activity`. */
export const activityFields = { held_on: heldOn, title, kind, attendees } as const

export const activities = {
  name: 'activities',
  list: 'activities',
  fields: activityFields,
  store: { kind: 'rows', table: 'activity' },
  rows: 'free',
  nameField: 'title',
  dayField: 'held_on',
  isAboutPeople: false,
  rowsAtGlance: 2,
  mostRows: 3000,
  words: {
    title: inLanguages({ fr: 'Activités', en: 'Activities' }),
    row: inLanguages({ fr: 'activité', en: 'activity' }),
    counted: inLanguages({
      fr: { one: '{n} activité', other: '{n} activités' },
      en: { one: '{n} activity', other: '{n} activities' },
    }),
    form: {
      heading: inLanguages({ fr: 'Les activités', en: 'Activities' }),
      lead: inLanguages({
        fr: 'Ce que le groupe a fait ces derniers mois, et ce qu’il prépare.',
        en: 'What the group did in recent months, and what it plans.',
      }),
      add: inLanguages({ fr: 'Ajouter une activité', en: 'Add an activity' }),
      remove: {
        named: inLanguages({ fr: 'Supprimer « {name} »', en: 'Delete “{name}”' }),
        unnamed: inLanguages({ fr: 'Supprimer cette activité', en: 'Delete this activity' }),
      },
    },
    history: {
      added: inLanguages({ fr: 'Nouvelle activité', en: 'New activity' }),
      removed: inLanguages({ fr: 'Activité supprimée', en: 'Activity deleted' }),
    },
  },
  figure: {
    label: inLanguages({ fr: 'Activités', en: 'Activities' }),
    counted: inLastYear,
    sums: inLastYear,
  },
} as const satisfies Section
