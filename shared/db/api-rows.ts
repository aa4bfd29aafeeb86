import { type Fields, fieldNames } from '#shared/record/field.ts'
import { growingSections, type Section, tableOf } from '#shared/record/section.ts'
import { type OurSections, ourSections, type Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'

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

type Selection = { columns: string; rest: string }

/** `row_id` is what pages are cut by; `?1` the last one of the page before, `?3` and `?4` a group's uid and a region, or '', `?5` an instant or ''. */
function selectionOf(resource: string, sections: Pick<Sections, 'ours'>): Selection {
  const known = selections[resource] ?? ofRows(sectionOfResource(resource, sections))
  const { in: tables, before, after, rest } = known
  const names = fieldNames(resourceFields(resource, sections))
  const asked = names.map((name) => `${tables[name] ?? tables['']}.${name}`)
  return { columns: [...new Set([...before, ...asked, ...after])].join(', '), rest }
}

/** `in`: the table of each field, and of all others under ''. */
type KnownSelection = { in: Readonly<Record<string, string>>; before: string[]; after: string[]; rest: string }

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
    rest: `
    FROM local_group g
    JOIN group_summary ON group_summary.group_id = g.id
    JOIN group_check ON group_check.group_id = g.id
    LEFT JOIN local_group AS parent ON parent.id = g.parent_id
    WHERE g.id > ?1 AND g.merged_into_id IS NULL`,
  },
  people: {
    in: { name: 'person', email: 'person', phone: 'person', '': 'referent' },
    before: ['referent.id AS row_id', 'person.uid AS id'],
    after: ['person.language', 'g.uid AS "group"', 'referent.since_at AS since', 'referent.own'],
    rest: `
    FROM referent
    JOIN person ON person.id = referent.person_id
    JOIN local_group g ON g.id = referent.group_id
    WHERE referent.id > ?1 AND referent.until_at IS NULL`,
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
    rest: `
    FROM participation
    JOIN local_group g ON g.id = participation.group_id
    JOIN campaign ON campaign.id = participation.campaign_id
    WHERE participation.group_id >= ?1 / 1000000 AND participation.group_id * 1000000 + participation.campaign_id > ?1`,
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
    rest: `
    FROM answer
    JOIN local_group g ON g.id = answer.group_id
    WHERE answer.id > ?1`,
  },
  rows: {
    in: {},
    before: ['section_row.id AS row_id', 'section_row.uid AS id', 'g.uid AS "group"'],
    after: ['section_row.section', 'section_row.own'],
    rest: `
    FROM section_row
    JOIN local_group g ON g.id = section_row.group_id
    WHERE section_row.id > ?1`,
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
    rest: `
    FROM ${table}
    JOIN local_group g ON g.id = ${table}.group_id
    WHERE ${table}.id > ?1`,
  }
}

export type ApiRow = Record<string, string | number | null> & { row_id: number }
/** `since`: an instant (UTC), from which on something was written of what the row is about; or ''. */
export type ApiPage = { after: number; limit: number; group: string; region: string; since: string }

// Of a group: its record was written since then
const isWrittenSince = 'g.id IN (SELECT group_id FROM revision WHERE made_at >= ?5)'

/** SQL: what the row is about was written since `?5`. What was taken away is not there any more: its group is, among `groups`. */
const changedSince: Readonly<Record<string, string>> = {
  groups: `(${isWrittenSince} OR g.created_at >= ?5 OR group_summary.last_answer_at >= ?5)`,
  answers: 'answer.last_at >= ?5',
}

/** The next rows of a resource, in the order in which they came. */
export function listApiRows(
  db: ReadDatabase,
  resource: string,
  { after, limit, group, region, since }: ApiPage,
  sections: Pick<Sections, 'ours'>,
): Question<ApiRow[]> {
  const { columns, rest } = selectionOf(resource, sections)
  return {
    // What are the next rows?
    statement: db
      .prepare(
        `SELECT ${columns}${rest}
    AND (?3 = '' OR g.uid = ${wholeUid('?3')})
    AND (?4 = '' OR g.region = ?4)
    ${since === '' ? "AND ?5 = ''" : `AND ${changedSince[resource] ?? isWrittenSince}`}
    ORDER BY row_id
    LIMIT ?2 + 0`,
      )
      .bind(after, limit, group, region, since),
    read: (rows: ApiRow[]) => rows,
  }
}
