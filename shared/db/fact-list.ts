import { type Field, fieldNames } from '#shared/record/field.ts'
import { optionSeparator } from '#shared/record/own-values.ts'
import { type GrowingSection, grows, type Section } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { type Fact, type FactColumn, type OurFact, ourFacts } from './facts.ts'

/** The facts of a movement: ours, each with all else that is asked there and can be counted, of ours or of its own. */
export function allFacts(sections: Sections): Fact[] {
  const asked = ourFacts.filter(({ own }) => !own || sections.of(own.list) !== null)
  const rows = sections.asked.filter(grows).filter(({ store }) => store.within)
  return [...asked.map((fact) => withOwnFacts(fact, sections)), ...rows.map(rowsFact)]
}

function withOwnFacts({ own, sql, ...fact }: OurFact, sections: Sections): Fact {
  const section = own ? sections.of(own.list) : null
  const asked = section && own ? answersOf(section, own.table) : []
  const answers = asked.filter(({ name }) => !Object.hasOwn(fact.columns, name))
  return {
    ...fact,
    columns: { ...fact.columns, ...Object.fromEntries(answers.map(({ name, column }) => [name, column])) },
    sql: sql(answers.map((answer) => `, ${answer.sql} AS ${answer.name}`).join('')),
  }
}

/** The rows of a section of the movement's own. */
function rowsFact(section: GrowingSection): Fact {
  const answers = answersOf(section, 'section_row')
  return {
    name: section.list,
    means: `a row of the section ${section.words.title.en}`,
    columns: {
      id: { type: 'TEXT', means: 'id' },
      group_id: { type: 'TEXT', means: 'id of the group, in `groups`' },
      ...Object.fromEntries(answers.map(({ name, column }) => [name, column])),
    },
    // Which rows has this section?
    sql: `SELECT section_row.id AS a, 0 AS b, section_row.uid AS id, g.uid AS group_id${answers.map(({ name, sql }) => `, ${sql} AS ${name}`).join('')}
      FROM section_row
      JOIN local_group g ON g.id = section_row.group_id
      WHERE section_row.id > ?1 AND ?2 IS NOT NULL AND section = '${section.list}'
      ORDER BY section_row.id
      LIMIT ?3 + 0`,
  }
}

type Answer = { name: string; column: FactColumn; sql: string }

/** No text that somebody typed, and nothing that is the coordinators' own. */
export function answersOf({ fields }: Section, table: string): Answer[] {
  return fieldNames(fields).flatMap((name) => {
    const field = fields[name]
    if (!field || field.audience === 'coordinators') return []
    const column = columnOf(field)
    return column ? [{ name, column, sql: keptSql(name, field, table) }] : []
  })
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the value
function keptSql(name: string, { own, unsaid }: Field<any>, table: string): string {
  if (own !== undefined) return `${table}.own ->> '$.${own}'`
  return typeof unsaid === 'string'
    ? `coalesce(${table}.${name}, '${unsaid.replaceAll("'", "''")}')`
    : `${table}.${name}`
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the value
function columnOf({ control, label }: Field<any>): FactColumn | null {
  const means = label.en
  if (control.kind === 'number') return { type: 'INTEGER', means, isSound: Number.isInteger }
  if (control.kind === 'day')
    return { type: 'TEXT', means, isSound: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)) }
  if (!('options' in control)) return null
  const { options } = control
  if ('oui' in options) return { type: 'INTEGER', means, isSound: (value) => value === 0 || value === 1 }
  const isOption = (value: unknown) =>
    String(value)
      .split(optionSeparator)
      .every((one) => Object.hasOwn(options, one))
  return { type: 'TEXT', means, isSound: isOption }
}
