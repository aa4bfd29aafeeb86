import type { Words } from '#shared/text/language.ts'
import { activityFields } from './activity.ts'
import type { Row } from './field.ts'
import { groupFields } from './group.ts'
import { participationFields } from './participation.ts'
import { referentFields } from './referent.ts'
import { trainingFields } from './training.ts'

/** The lists that a group's record is made of. The group itself is a list of one row. */
export const lists = {
  group: groupFields,
  referents: referentFields,
  activities: activityFields,
  campaigns: participationFields,
  trainings: trainingFields,
} as const

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** All that is asked about one group. `group` has exactly one row. */
export type GroupRecord = { [List in ListName]: Row<(typeof lists)[List]>[] }

export type Section = { list: ListName; title: Words /** One row, in words. */; row: Words }

/** The parts of a record that are answered, and age, on their own; in the order of the form. */
export const sections = {
  identity: { list: 'group', title: { fr: 'Le groupe', en: 'The group' }, row: { fr: 'le groupe', en: 'the group' } },
  referents: {
    list: 'referents',
    title: { fr: 'Référent·es', en: 'Referents' },
    row: { fr: 'référent·e', en: 'referent' },
  },
  activities: {
    list: 'activities',
    title: { fr: 'Activités', en: 'Activities' },
    row: { fr: 'activité', en: 'activity' },
  },
  campaigns: {
    list: 'campaigns',
    title: { fr: 'Campagnes', en: 'Campaigns' },
    row: { fr: 'campagne', en: 'campaign' },
  },
  trainings: {
    list: 'trainings',
    title: { fr: 'Formations', en: 'Trainings' },
    row: { fr: 'formation', en: 'training' },
  },
} as const satisfies Record<string, Section>

export type SectionName = keyof typeof sections
export const sectionNames = Object.keys(sections) as SectionName[]

export function isSectionName(value: string): value is SectionName {
  return Object.hasOwn(sections, value)
}

export function sectionOf(list: ListName): SectionName {
  const name = sectionNames.find((section) => sections[section].list === list)
  if (!name) throw new Error(`no section asks for ${list}`)
  return name
}
