import type { Day } from '#shared/domain/day.ts'
import { firstDay, lastDay } from '#shared/domain/period.ts'
import { addMonths } from '#shared/domain/round.ts'
import { fieldNames } from '#shared/record/field.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Section } from '#shared/record/section.ts'
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

/** Where the rows of a section are, those of the days from ?1 to ?2 where they have one, and how they are counted. */
function sourceOf({ store, dayField }: Section): { rows: string; count: string } {
  switch (store.kind) {
    case 'group':
      return { rows: `local_group WHERE ${isCounted('state')}`, count: 'count(*)' }
    case 'people':
      return { rows: 'referent WHERE until_at IS NULL', count: 'count(DISTINCT person_id)' }
    case 'rows':
      return { rows: store.table + (dayField ? ` WHERE ${dayField} BETWEEN ?1 AND ?2` : ''), count: 'count(*)' }
    case 'parts': {
      const { table, of } = store
      return {
        rows: `${of} CROSS JOIN ${table} ON ${table}.${of}_id = ${of}.id WHERE ${of}.held_on BETWEEN ?1 AND ?2`,
        count: 'count(*)',
      }
    }
    // Whoever hands over may stay on a list
    case 'boxes':
      return {
        rows: 'subscription JOIN referent ON referent.person_id = subscription.person_id AND referent.until_at IS NULL',
        count: 'count(DISTINCT subscription.person_id)',
      }
  }
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

/** The figures of a section, from one look at it. */
function sqlOf(section: Section): string {
  const fields = summedFields(section)
  const counter = counters[section.list]
  if (counter?.sums === fields.join()) return `(${counter.sql})`
  const { rows, count } = sourceOf(section)
  const sums = fields.map((field) => `coalesce(sum(${field}), 0)`)
  return `(SELECT json_array(${[count, ...sums].join(', ')}) FROM ${rows})`
}

function namesOf(section: Section): FigureName[] {
  return [section.list, ...summedFields(section).map((field) => `${section.list}.${field}`)]
}

/** The fields of a section whose values add up to a figure. */
export function summedFields({ fields }: Section): string[] {
  return fieldNames(fields).filter((name) => fields[name]?.sum)
}

/** Every figure, by its name; what has a day counts when it was in the last year. */
export function figures(db: ReadDatabase, { asked }: Sections, today: Day): Question<ReadonlyMap<FigureName, number>> {
  const { from, until } = lastYear(today)
  return {
    // How large is the network, and what did it do in a year?
    statement: db
      .prepare(`SELECT ${asked.map((section) => `${sqlOf(section)} AS "${section.list}"`).join(', ')}`)
      .bind(from, until),
    read: ([row]: Record<ListName, string>[]) =>
      new Map(
        asked.flatMap((section) => {
          const values = JSON.parse(row?.[section.list] ?? '[]') as number[]
          return namesOf(section).map((name, index): [FigureName, number] => [name, values[index] ?? 0])
        }),
      ),
  }
}
