import type { Movement } from '#shared/movement.ts'
import { campaignFields } from '#shared/record/campaign.ts'
import type { Fields } from '#shared/record/field.ts'
import { headingPattern, type MeantHeadings, meantHeadings } from '#shared/record/heading.ts'
import { placeFields } from '#shared/record/place.ts'
import type { ListName } from '#shared/record/record.ts'
import { groupName } from '#shared/record/sections/identity.ts'

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
  /** What its columns may be called. */
  patterns: readonly Pattern[]
}

type Pattern = { pattern: RegExp; part: Part; field: string }

const group = { name: groupName }
const campaign = { name: campaignFields.name }

const shapes = ({ ours }: Movement['sections']) =>
  ({
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
      parts: { own: ours.group.fields, referent: ours.referents.fields },
      needs: [['own', 'name']],
      atLeast: 2,
      list: 'group',
    },
    participations: {
      parts: { group, campaign, own: ours.campaigns.fields },
      needs: [
        ['group', 'name'],
        ['campaign', 'name'],
      ],
      atLeast: 0,
      list: 'campaigns',
    },
    trainings: {
      parts: { group, own: ours.trainings.fields },
      needs: [
        ['group', 'name'],
        ['own', 'theme'],
        ['own', 'held_on'],
      ],
      atLeast: 2,
      list: 'trainings',
    },
    activities: {
      parts: { group, own: ours.activities.fields },
      needs: [
        ['group', 'name'],
        ['own', 'title'],
        ['own', 'held_on'],
      ],
      atLeast: 2,
      list: 'activities',
    },
  }) as const satisfies Record<string, Omit<Kind, 'patterns'>>

export type KindName = keyof ReturnType<typeof shapes>

/** The kinds of sheets that a movement may bring. */
export type SheetKinds = {
  /** In the order in which they are taken. */
  names: readonly KindName[]
  of: Readonly<Record<KindName, Kind>>
  /** The headings of ours that its own mean. */
  meant: MeantHeadings
}

export function sheetKinds({ sections, headings }: Pick<Movement, 'sections' | 'headings'>): SheetKinds {
  const all = Object.entries(shapes(sections)).map(([name, shape]) => [
    name,
    { ...shape, patterns: patternsOf(shape.parts) },
  ])
  const of = Object.fromEntries(all) as SheetKinds['of']
  return { names: kindNames, of, meant: meantHeadings(headings) }
}

/** In the order in which they are taken: what others name comes first. */
export const kindNames: readonly KindName[] = [
  'places',
  'campaigns',
  'groups',
  'participations',
  'trainings',
  'activities',
]

function patternsOf(parts: Kind['parts']): Pattern[] {
  return Object.entries(parts).flatMap(([part, fields]) =>
    Object.entries(fields).flatMap(([field, { headings }]) =>
      Object.values(headings)
        .flat()
        .map((heading) => ({ pattern: headingPattern(heading), part: part as Part, field })),
    ),
  )
}
