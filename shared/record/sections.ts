import type { MovementSettings } from '#shared/settings/schema.ts'
import type { Words } from '#shared/text/language.ts'
import { words } from '#shared/text/words.ts'
import { activityFields } from './activity.ts'
import type { Fields } from './field.ts'
import { groupFields } from './group.ts'
import { participationFields } from './participation.ts'
import type { ListName, RecordFields, SectionName } from './record.ts'
import { referentFields } from './referent.ts'
import { subscriptionFields } from './subscription.ts'
import { trainingFields } from './training.ts'

/** A part of a record that is answered, and ages, on its own. */
export type Section = {
  name: SectionName
  list: ListName
  title: Words
  /** One row, in words. */
  row: Words
  fields: Fields
}

/** In the order of the form. */
const ours = {
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
} as const satisfies Record<SectionName, Omit<Section, 'name' | 'fields'>>

/** The sections of a movement's record. */
export type Sections = {
  /** Those that are asked, in the order of the form: a movement without mailing lists has no question about them. */
  asked: readonly Section[]
  names: readonly SectionName[]
  /** The fields of each list. */
  fields: RecordFields
  /** Null when no section that is asked has this name. */
  find: (name: string) => Section | null
  named: (name: SectionName) => Section
  of: (list: ListName) => Section
}

export function sectionsOf({ country, lists }: Pick<MovementSettings, 'country' | 'lists'>): Sections {
  const fields: RecordFields = {
    group: groupFields(country),
    referents: referentFields(country),
    activities: activityFields,
    campaigns: participationFields,
    trainings: trainingFields,
    lists: subscriptionFields(lists),
  }
  const all = (Object.keys(ours) as SectionName[]).map(
    (name): Section => ({ name, ...ours[name], fields: fields[ours[name].list] }),
  )
  const asked = all.filter((section) => Object.keys(section.fields).length > 0)
  return {
    asked,
    names: asked.map(({ name }) => name),
    fields,
    find: (name) => asked.find((section) => section.name === name) ?? null,
    named: (name) => known(all.find((section) => section.name === name)),
    of: (list) => known(all.find((section) => section.list === list)),
  }
}

function known(section: Section | undefined): Section {
  if (!section) throw new Error('no such section')
  return section
}
