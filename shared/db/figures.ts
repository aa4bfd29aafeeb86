import type { Day } from '#shared/domain/day.ts'
import { firstDay, lastDay } from '#shared/domain/period.ts'
import { addMonths } from '#shared/domain/round.ts'
import { fieldNames } from '#shared/record/field.ts'
import type { ListName } from '#shared/record/record.ts'
import { grows, type Section, tableOf } from '#shared/record/section.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import { isCounted } from './group-states.ts'
import { isOfSection } from './grown-rows.ts'
import type { ReadDatabase } from './read-only.ts'
import { valueIn } from './row.ts'

/** One figure of the whole network: `groups.active`, `trainings`, `trainings.attendees`. */
export type FigureName = string

/** The months whose activity is counted: that of this day and the eleven before it, whole. */
export function lastYear(today: Day): { from: Day; until: Day } {
  const until = today.slice(0, 7)
  const period = { from: addMonths(until, -11), until }
  return { from: firstDay(period), until: lastDay(period) }
}

/** Where the rows of a section are, those of the days from ?1 to ?2 where they have one, and how they are counted. */
function sourceOf(section: Section): { rows: string; count: string } {
  const { store } = section
  switch (store.kind) {
    case 'group':
      return { rows: `local_group WHERE ${isCounted('state')}`, count: 'count(*)' }
    case 'people':
      return { rows: 'referent WHERE until_at IS NULL', count: 'count(DISTINCT person_id)' }
    case 'rows':
      return { rows: rowsInYear(section), count: 'count(*)' }
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

function rowsInYear(section: Section): string {
  if (!grows(section)) throw new Error(`no rows of its own: ${section.list}`)
  const { store, fields, dayField } = section
  const day = dayField === null ? [] : [`${valueIn(fields, dayField, store.table)} BETWEEN ?1 AND ?2`]
  return `${store.table} WHERE ${[isOfSection(section, store.table), ...day].join(' AND ')}`
}

/** What writes add up of a section: its rows, and those of its fields that are added up there. */
type Counted = { rows: string; fields: Readonly<Record<string, string>>; from: string }

const activity = (kind: 'training' | 'activity'): Counted => ({
  rows: 'coalesce(sum(activities), 0)',
  fields: { attendees: 'coalesce(sum(people), 0)' },
  from: `activity_rollup WHERE kind = '${kind}' AND month BETWEEN substr(?1, 1, 7) AND substr(?2, 1, 7)`,
})

const counters: Readonly<Partial<Record<ListName, Counted>>> = {
  group: {
    rows: 'coalesce(sum(groups), 0)',
    fields: { active_members: 'coalesce(sum(members), 0)' },
    from: `group_rollup WHERE ${isCounted('state')}`,
  },
  // `referent_rollup` is not for some regions alone
  referents: {
    rows: 'coalesce((SELECT people FROM referent_rollup), (SELECT count(DISTINCT person_id) FROM referent WHERE until_at IS NULL))',
    fields: {},
    from: '(SELECT 1)',
  },
  activities: activity('activity'),
  trainings: activity('training'),
  campaigns: {
    rows: 'coalesce(sum(participations), 0)',
    fields: { people: 'coalesce(sum(people), 0)' },
    from: `campaign
      CROSS JOIN participation_rollup ON participation_rollup.campaign_id = campaign.id
      WHERE campaign.held_on BETWEEN ?1 AND ?2 AND role <> '${noPart}'`,
  },
}

/** The figures of a section, as a JSON array: its rows and what our fields add up to. Counted row by row where a field is not added up by writes. */
function sqlOf(section: Section): string {
  const fields = summedFields(section).filter((name) => !section.fields[name]?.own)
  const counter = counters[section.list]
  if (counter && fields.every((field) => field in counter.fields)) {
    const sums = fields.map((field) => counter.fields[field])
    return `(SELECT json_array(${[counter.rows, ...sums].join(', ')}) FROM ${counter.from})`
  }
  const { rows, count } = sourceOf(section)
  const sums = fields.map((field) => `coalesce(sum(${field}), 0)`)
  return `(SELECT json_array(${[count, ...sums].join(', ')}) FROM ${rows})`
}

/** What own questions add up to, which stand after ours. */
function ownSqlOf(section: Section): string {
  const own = summedFields(section).filter((name) => section.fields[name]?.own)
  if (own.length === 0) return `'[]'`
  if (section.store.kind === 'group') return countedOwn(own.map((name) => section.fields[name]?.own ?? ''))
  const sums = own.map((name) => `coalesce(sum(${numberIn(section, name)}), 0)`)
  return `(SELECT json_array(${sums.join(', ')}) FROM ${sourceOf(section).rows})`
}

/** Of groups, as writes add them up. */
function countedOwn(keys: readonly string[]): string {
  const sums = keys.map((key) => `coalesce(sum(total) FILTER (WHERE key = '${key}'), 0)`)
  const listed = keys.map((key) => `'${key}'`).join(', ')
  return `(SELECT json_array(${sums.join(', ')}) FROM own_rollup WHERE key IN (${listed}) AND ${isCounted('state')})`
}

/** A number; what was said when something else was asked adds nothing. */
function numberIn({ fields, ...section }: Section, name: string): string {
  const table = tableOf(section)
  return `iif(json_type(${table}.own, '$.${fields[name]?.own}') IN ('integer', 'real'), ${valueIn(fields, name, table)}, 0)`
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
      .prepare(
        `SELECT ${asked
          .flatMap((section) => [
            `${sqlOf(section)} AS "${section.list}"`,
            `${ownSqlOf(section)} AS "own ${section.list}"`,
          ])
          .join(', ')}`,
      )
      .bind(from, until),
    read: ([row]: Record<string, string>[]) =>
      new Map(
        asked.flatMap((section) => {
          const values = [section.list, `own ${section.list}`].flatMap(
            (column) => JSON.parse(row?.[column] ?? '[]') as number[],
          )
          return namesOf(section).map((name, index): [FigureName, number] => [name, values[index] ?? 0])
        }),
      ),
  }
}
