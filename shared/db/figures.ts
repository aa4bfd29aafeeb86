import type { Day } from '#shared/domain/day.ts'
import { type Fields, fieldNames } from '#shared/fields/field.ts'
import { type ListName, lists } from '#shared/fields/record.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** One figure of the whole network: `groups.active`, `trainings`, `trainings.attendees`. */
export type FigureName = string

const aYear = 365 * 86_400_000

/** The days whose deeds are counted. */
export function lastYear(now: Date): { from: Day; until: Day } {
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10)
  return { from: day(now.getTime() - aYear), until: day(now.getTime()) }
}

/** Where the rows of a list are, those of the days from ?1 to ?2 where they have one. */
const sources: Readonly<Record<ListName, string>> = {
  group: `local_group WHERE state <> 'asleep'`,
  referents: 'referent WHERE until_at IS NULL',
  activities: 'activity WHERE held_on BETWEEN ?1 AND ?2',
  trainings: 'training WHERE held_on BETWEEN ?1 AND ?2',
  campaigns:
    'campaign CROSS JOIN participation ON participation.campaign_id = campaign.id WHERE campaign.held_on BETWEEN ?1 AND ?2',
  lists: 'subscription',
}

const counted: Readonly<Record<ListName, string>> = {
  group: 'count(*)',
  referents: 'count(DISTINCT person_id)',
  activities: 'count(*)',
  trainings: 'count(*)',
  campaigns: 'count(*)',
  lists: 'count(DISTINCT person_id)',
}

/** The figures of a list, from one look at it. */
function sqlOf(list: ListName): string {
  const sums = summedFields(list).map((field) => `coalesce(sum(${field}), 0)`)
  return `(SELECT json_array(${[counted[list], ...sums].join(', ')}) FROM ${sources[list]})`
}

function namesOf(list: ListName): FigureName[] {
  return [list, ...summedFields(list).map((field) => `${list}.${field}`)]
}

/** The fields of a list whose values add up to a figure. */
export function summedFields(list: ListName): string[] {
  const fields: Fields = lists[list]
  return fieldNames(fields).filter((name) => fields[name]?.sum)
}

/** Every figure, by its name; what has a day counts when it was in the last year. */
export function figures(db: ReadDatabase, now: Date): Question<ReadonlyMap<FigureName, number>> {
  const names = Object.keys(lists) as ListName[]
  const { from, until } = lastYear(now)
  return {
    // How large is the network, and what did it do in a year?
    statement: db.prepare(`SELECT ${names.map((list) => `${sqlOf(list)} AS "${list}"`).join(', ')}`).bind(from, until),
    read: ([row]: Record<ListName, string>[]) =>
      new Map(
        names.flatMap((list) => {
          const values = JSON.parse(row?.[list] ?? '[]') as number[]
          return namesOf(list).map((name, index): [FigureName, number] => [name, values[index] ?? 0])
        }),
      ),
  }
}
