import type { activityFields } from './activity.ts'
import type { Row } from './field.ts'
import type { groupFields } from './group.ts'
import type { participationFields } from './participation.ts'
import type { referentFields } from './referent.ts'
import type { subscriptionFields } from './subscription.ts'
import type { trainingFields } from './training.ts'

/** The fields of each list that a group's record is made of. The group itself is a list of one row. */
export type RecordFields = {
  group: ReturnType<typeof groupFields>
  referents: ReturnType<typeof referentFields>
  activities: typeof activityFields
  campaigns: typeof participationFields
  trainings: typeof trainingFields
  lists: ReturnType<typeof subscriptionFields>
}

export type ListName = keyof RecordFields
export const listNames = [
  'group',
  'referents',
  'activities',
  'campaigns',
  'trainings',
  'lists',
] as const satisfies readonly ListName[]

export function isListName(name: string): name is ListName {
  return listNames.some((list) => list === name)
}

/** What a part of the record is called, that is answered and ages on its own. */
export type SectionName = 'identity' | 'referents' | 'activities' | 'campaigns' | 'trainings' | 'lists'

/** All that is asked about one group. `group` has exactly one row. */
export type GroupRecord = { [List in ListName]: Row<RecordFields[List]>[] }

/** Of a group of which nothing is known yet. */
export const emptyRecord: GroupRecord = {
  group: [],
  referents: [],
  activities: [],
  campaigns: [],
  trainings: [],
  lists: [],
}
