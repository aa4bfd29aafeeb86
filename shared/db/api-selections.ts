import { type Fields, fieldNames } from '#shared/record/field.ts'
import { growingSections, type Section, tableOf } from '#shared/record/section.ts'
import { type OurSections, ourSections, type Sections } from '#shared/record/sections.ts'

/** The section of ours that the rows of a resource are of, by its list: its fields are their columns. Answers to a round and rows of the movement's own are of none. */
const ofOurs: Readonly<Record<string, keyof OurSections>> = {
  groups: 'group',
  people: 'referents',
  ...Object.fromEntries(growingSections(ourSections).map(({ list }) => [list, list])),
  participations: 'campaigns',
}

/** What programs read of the network, a row each; `id` is the one that addresses carry and that never changes. */
export const apiResources: readonly string[] = [...Object.keys(ofOurs), 'answers', 'rows']

/** Null where its rows are of no section of ours. */
export function sectionOfResource(resource: string, { ours }: Pick<Sections, 'ours'>): Section | null {
  const list = ofOurs[resource]
  return list ? ours[list] : null
}

/** The fields of ours that programs read in it: all but what is the team's own. */
export function resourceFields(resource: string, sections: Pick<Sections, 'ours'>): Fields {
  const fields = sectionOfResource(resource, sections)?.fields ?? {}
  return Object.fromEntries(
    Object.entries(fields).filter(([, { own, audience }]) => own === undefined && audience !== 'coordinators'),
  )
}

/** What is asked for the rows of a resource: the table that has them, with what stands beside each row and its group `g`; `?1` is the last row of the page before. */
export type Selection = { columns: string; table: string; joins: string; where: string; order: string }

export function selectionOf(resource: string, sections: Pick<Sections, 'ours'>): Selection {
  const known = selections[resource] ?? ofRows(sectionOfResource(resource, sections))
  const { in: tables, before, after, table, joins = '', where = `${table}.id > ?1`, order = `${table}.id` } = known
  const names = fieldNames(resourceFields(resource, sections))
  const asked = names.map((name) => `${tables[name] ?? tables['']}.${name}`)
  return { columns: [...new Set([...before, ...asked, ...after])].join(', '), table, joins, where, order }
}

/** `in`: the table of each field, and of all others under ''. A column `row_id` is what pages are cut by. */
type KnownSelection = {
  in: Readonly<Record<string, string>>
  before: string[]
  after: string[]
  table: string
} & Partial<Selection>

const selections: Readonly<Record<string, KnownSelection>> = {
  groups: {
    in: { '': 'g' },
    before: ['g.id AS row_id', 'g.uid AS id'],
    // Its country is a field where the movement is in several
    after: [
      'g.country',
      'parent.uid AS parent',
      'g.created_at',
      'group_summary.last_round',
      'group_summary.last_answer_at',
      'group_check.checked_at',
      'g.own',
    ],
    table: 'g',
    joins: `
    JOIN group_summary ON group_summary.group_id = g.id
    JOIN group_check ON group_check.group_id = g.id
    LEFT JOIN local_group AS parent ON parent.id = g.parent_id`,
    where: 'g.id > ?1 AND g.merged_into_id IS NULL',
  },
  people: {
    in: { name: 'person', email: 'person', phone: 'person', '': 'referent' },
    before: ['referent.id AS row_id', 'person.uid AS id'],
    after: ['person.language', 'g.uid AS "group"', 'referent.since_at AS since', 'referent.own'],
    table: 'referent',
    joins: 'JOIN person ON person.id = referent.person_id',
    where: 'referent.id > ?1 AND referent.until_at IS NULL',
  },
  participations: {
    in: { '': 'participation' },
    before: [
      'participation.group_id * 1000000 + participation.campaign_id AS row_id',
      `g.uid || ':' || campaign.uid AS id`,
      'g.uid AS "group"',
      'campaign.name AS campaign',
      'campaign.held_on',
    ],
    after: ['participation.own'],
    table: 'participation',
    joins: 'JOIN campaign ON campaign.id = participation.campaign_id',
    where:
      'participation.group_id >= ?1 / 1000000 AND participation.group_id * 1000000 + participation.campaign_id > ?1',
    order: 'participation.group_id, participation.campaign_id',
  },
  answers: {
    in: {},
    before: [
      'answer.id AS row_id',
      `answer.round_key || ':' || answer.id AS id`,
      'answer.round_key AS round',
      'g.uid AS "group"',
      'answer.kind',
      'answer.first_at',
      'answer.last_at',
    ],
    after: [],
    table: 'answer',
  },
  rows: {
    in: {},
    before: ['section_row.id AS row_id', 'section_row.uid AS id', 'g.uid AS "group"'],
    after: ['section_row.section', 'section_row.own'],
    table: 'section_row',
  },
}

/** Of a section that keeps its rows in a table of its own. */
function ofRows(section: Section | null): KnownSelection {
  if (!section) throw new Error('a resource without a section')
  const table = tableOf(section)
  return {
    in: { '': table },
    before: [`${table}.id AS row_id`, `${table}.uid AS id`, 'g.uid AS "group"'],
    after: [`${table}.own`],
    table,
  }
}
