import type { Day } from '#shared/domain/day.ts'
import { firstDay, lastDay } from '#shared/domain/period.ts'
import { addMonths } from '#shared/domain/round.ts'
import { fieldNames } from '#shared/record/field.ts'
import { type ListName, listNames } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import { isCounted } from './group-states.ts'
import type { ReadDatabase } from './read-only.ts'

/** One figure of the whole network: `groups.active`, `trainings`, `trainings.attendees`. */
export type FigureName = string

/** The months whose deeds are counted: that of this day and the eleven before it, whole. */
export function lastYear(today: Day): { from: Day; until: Day } {
  const until = today.slice(0, 7)
  const period = { from: addMonths(until, -11), until }
  return { from: firstDay(period), until: lastDay(period) }
}

/** Where the rows of a list are, those of the days from ?1 to ?2 where they have one, and how they are counted. */
const sources: Readonly<Record<ListName, { rows: string; count: string }>> = {
  group: { rows: `local_group WHERE ${isCounted('state')}`, count: 'count(*)' },
  referents: { rows: 'referent WHERE until_at IS NULL', count: 'count(DISTINCT person_id)' },
  activities: { rows: 'activity WHERE held_on BETWEEN ?1 AND ?2', count: 'count(*)' },
  trainings: { rows: 'training WHERE held_on BETWEEN ?1 AND ?2', count: 'count(*)' },
  campaigns: {
    rows: 'campaign CROSS JOIN participation ON participation.campaign_id = campaign.id WHERE campaign.held_on BETWEEN ?1 AND ?2',
    count: 'count(*)',
  },
  // Whoever hands over may stay on a list
  lists: {
    rows: 'subscription JOIN referent ON referent.person_id = subscription.person_id AND referent.until_at IS NULL',
    count: 'count(DISTINCT subscription.person_id)',
  },
}

const deeds = (kind: 'training' | 'activity') => `
  SELECT json_array(coalesce(sum(activities), 0), coalesce(sum(people), 0))
  FROM activity_rollup
  WHERE kind = '${kind}' AND month BETWEEN substr(?1, 1, 7) AND substr(?2, 1, 7)`

/** The same from what writes add up, as long as a list sums these fields and no others; `referent_rollup` is not for some regions alone. */
const counters: Readonly<Partial<Record<ListName, { sums: string; sql: string }>>> = {
  group: {
    sums: 'active_members',
    sql: `SELECT json_array(coalesce(sum(groups), 0), coalesce(sum(members), 0)) FROM group_rollup WHERE ${isCounted('state')}`,
  },
  referents: {
    sums: '',
    sql: `SELECT json_array(coalesce(
      (SELECT people FROM referent_rollup),
      (SELECT count(DISTINCT person_id) FROM referent WHERE until_at IS NULL)
    ))`,
  },
  activities: { sums: 'attendees', sql: deeds('activity') },
  trainings: { sums: 'attendees', sql: deeds('training') },
  campaigns: {
    sums: 'people',
    sql: `
  SELECT json_array(coalesce(sum(participations), 0), coalesce(sum(people), 0))
  FROM campaign
  CROSS JOIN participation_rollup ON participation_rollup.campaign_id = campaign.id
  WHERE campaign.held_on BETWEEN ?1 AND ?2`,
  },
}

/** The figures of a list, from one look at it. */
function sqlOf(list: ListName, sections: Sections): string {
  const fields = summedFields(list, sections)
  const counter = counters[list]
  if (counter?.sums === fields.join()) return `(${counter.sql})`
  const sums = fields.map((field) => `coalesce(sum(${field}), 0)`)
  return `(SELECT json_array(${[sources[list].count, ...sums].join(', ')}) FROM ${sources[list].rows})`
}

function namesOf(list: ListName, sections: Sections): FigureName[] {
  return [list, ...summedFields(list, sections).map((field) => `${list}.${field}`)]
}

/** The fields of a list whose values add up to a figure. */
export function summedFields(list: ListName, sections: Sections): string[] {
  const { fields } = sections.of(list)
  return fieldNames(fields).filter((name) => fields[name]?.sum)
}

/** Every figure, by its name; what has a day counts when it was in the last year. */
export function figures(db: ReadDatabase, sections: Sections, today: Day): Question<ReadonlyMap<FigureName, number>> {
  const { from, until } = lastYear(today)
  return {
    // How large is the network, and what did it do in a year?
    statement: db
      .prepare(`SELECT ${listNames.map((list) => `${sqlOf(list, sections)} AS "${list}"`).join(', ')}`)
      .bind(from, until),
    read: ([row]: Record<ListName, string>[]) =>
      new Map(
        listNames.flatMap((list) => {
          const values = JSON.parse(row?.[list] ?? '[]') as number[]
          return namesOf(list, sections).map((name, index): [FigureName, number] => [name, values[index] ?? 0])
        }),
      ),
  }
}
