import { type Fields, fieldNames } from '#shared/fields/field.ts'
import { type ListName, lists } from '#shared/fields/record.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** One figure of the whole network: `groups.active`, `trainings`, `trainings.attendees`. */
export type FigureName = string

const aYear = 365 * 86_400_000

/** Where the rows of a list are, those of the days from ?1 to ?2 where they have one. */
const sources: Readonly<Record<ListName, string>> = {
  group: `local_group WHERE state <> 'asleep'`,
  referents: 'referent WHERE until_at IS NULL',
  activities: 'activity WHERE held_on BETWEEN ?1 AND ?2',
  trainings: 'training WHERE held_on BETWEEN ?1 AND ?2',
  campaigns:
    'participation JOIN campaign ON campaign.id = participation.campaign_id WHERE campaign.held_on BETWEEN ?1 AND ?2',
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

const sql = new Map<FigureName, string>(
  (Object.keys(lists) as ListName[]).flatMap((list): [FigureName, string][] => [
    [list, `SELECT ${counted[list]} FROM ${sources[list]}`],
    ...summedFields(list).map((field): [FigureName, string] => [
      `${list}.${field}`,
      `SELECT coalesce(sum(${field}), 0) FROM ${sources[list]}`,
    ]),
  ]),
)

/** The fields of a list whose values add up to a figure. */
export function summedFields(list: ListName): string[] {
  const fields: Fields = lists[list]
  return fieldNames(fields).filter((name) => fields[name]?.sum)
}

/** Every figure, by its name; what has a day counts when it was in the last year. */
export function figures(db: ReadDatabase, now: Date): Question<ReadonlyMap<FigureName, number>> {
  const names = [...sql.keys()]
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10)
  return {
    // How large is the network, and what did it do in a year?
    statement: db
      .prepare(`SELECT ${names.map((name) => `(${sql.get(name)}) AS "${name}"`).join(', ')}`)
      .bind(day(now.getTime() - aYear), day(now.getTime())),
    read: ([row = {}]: Record<FigureName, number>[]) => new Map(names.map((name) => [name, row[name] ?? 0])),
  }
}
