import { activityFields } from '#shared/record/activity.ts'
import { campaignFields } from '#shared/record/campaign.ts'
import type { Fields } from '#shared/record/field.ts'
import { groupFields } from '#shared/record/group.ts'
import { participationFields } from '#shared/record/participation.ts'
import { placeFields } from '#shared/record/place.ts'
import type { ListName } from '#shared/record/record.ts'
import { referentFields } from '#shared/record/referent.ts'
import { trainingFields } from '#shared/record/training.ts'

/** What a column of a sheet is about: the row's own thing, the group or campaign it names, or one of its referents. */
export type Part = 'own' | 'group' | 'campaign' | 'referent'

/** A kind of sheet: which columns it may have, and which it must have to be one. */
export type Kind = {
  parts: Partial<Readonly<Record<Part, Fields>>>
  needs: readonly (readonly [Part, string])[]
  /** Of the row's own fields, how many must be there: a list of people has a name too. */
  atLeast: number
  /** The list of a group's record that its rows go to; null when they belong to no group. */
  list: ListName | null
}

const group = { name: groupFields.name }
const campaign = { name: campaignFields.name }

/** In the order in which they are taken: what others name comes first. */
export const kinds = {
  places: {
    parts: { own: placeFields },
    needs: [
      ['own', 'name'],
      ['own', 'latitude'],
      ['own', 'longitude'],
    ],
    atLeast: 3,
    list: null,
  },
  campaigns: {
    parts: { own: campaignFields },
    needs: [
      ['own', 'name'],
      ['own', 'held_on'],
    ],
    atLeast: 2,
    list: null,
  },
  groups: {
    parts: { own: groupFields, referent: referentFields },
    needs: [['own', 'name']],
    atLeast: 2,
    list: 'group',
  },
  participations: {
    parts: { group, campaign, own: participationFields },
    needs: [
      ['group', 'name'],
      ['campaign', 'name'],
    ],
    atLeast: 0,
    list: 'campaigns',
  },
  trainings: {
    parts: { group, own: trainingFields },
    needs: [
      ['group', 'name'],
      ['own', 'theme'],
      ['own', 'held_on'],
    ],
    atLeast: 2,
    list: 'trainings',
  },
  activities: {
    parts: { group, own: activityFields },
    needs: [
      ['group', 'name'],
      ['own', 'title'],
      ['own', 'held_on'],
    ],
    atLeast: 2,
    list: 'activities',
  },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as KindName[]

export function kindOf(name: KindName): Kind {
  return kinds[name]
}
