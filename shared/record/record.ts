import type { Words } from '#shared/text/language.ts'
import { words } from '#shared/text/words.ts'
import { activityFields } from './activity.ts'
import type { Row } from './field.ts'
import { groupFields } from './group.ts'
import { participationFields } from './participation.ts'
import { referentFields } from './referent.ts'
import { subscriptionFields } from './subscription.ts'
import { trainingFields } from './training.ts'

/** The lists that a group's record is made of. The group itself is a list of one row. */
export const lists = {
  group: groupFields,
  referents: referentFields,
  activities: activityFields,
  campaigns: participationFields,
  trainings: trainingFields,
  lists: subscriptionFields,
} as const

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** All that is asked about one group. `group` has exactly one row. */
export type GroupRecord = { [List in ListName]: Row<(typeof lists)[List]>[] }

/** Of a group of which nothing is known yet. */
export const emptyRecord = Object.fromEntries(listNames.map((list) => [list, []])) as unknown as GroupRecord

export type Section = { list: ListName; title: Words /** One row, in words. */; row: Words }

/** The parts of a record that are answered, and age, on their own; in the order of the form. */
export const sections = {
  identity: {
    list: 'group',
    title: words({ fr: 'Le groupe', en: 'The group' }),
    row: words({ fr: 'le groupe', en: 'the group' }),
  },
  referents: {
    list: 'referents',
    title: words({ fr: 'Référent·es', en: 'Referents' }),
    row: words({ fr: 'référent·e', en: 'referent' }),
  },
  activities: {
    list: 'activities',
    title: words({ fr: 'Activités', en: 'Activities' }),
    row: words({ fr: 'activité', en: 'activity' }),
  },
  campaigns: {
    list: 'campaigns',
    title: words({ fr: 'Campagnes', en: 'Campaigns' }),
    row: words({ fr: 'campagne', en: 'campaign' }),
  },
  trainings: {
    list: 'trainings',
    title: words({ fr: 'Formations', en: 'Trainings' }),
    row: words({ fr: 'formation', en: 'training' }),
  },
  lists: {
    list: 'lists',
    title: words({ fr: 'Listes de diffusion', en: 'Mailing lists' }),
    row: words({ fr: 'listes', en: 'lists' }),
  },
} as const satisfies Record<string, Section>

export type SectionName = keyof typeof sections
/** Those that are asked: a movement without mailing lists has no question about them. */
export const sectionNames = (Object.keys(sections) as SectionName[]).filter(
  (name) => Object.keys(lists[sections[name].list]).length > 0,
)

export function isSectionName(value: string): value is SectionName {
  return sectionNames.includes(value as SectionName)
}

export function sectionOf(list: ListName): SectionName {
  const name = (Object.keys(sections) as SectionName[]).find((section) => sections[section].list === list)
  if (!name) throw new Error(`no section asks for ${list}`)
  return name
}
