import type { PublicPerson, PublicSections } from '#shared/domain/public-group.ts'
import { type FactFilter, factOf } from '#shared/domain/publication.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import type { Question } from './ask.ts'
import { readPublicPeople } from './consents.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'

/** What is shown of a group's people, as JSON. */
export const publishedPeople = (group: string) => `(
    SELECT json_group_array(json_array(person_id, name, email, phone, json(own)) ORDER BY person_id)
    FROM published_person
    WHERE group_id = ${group}
  )`

/** A group as feeds show it. */
export type PublishedGroup = {
  id: number
  uid: string
  values: Partial<GroupValues>
  changedAt: Date
  people: PublicPerson[]
  sections: PublicSections
}

export type PublishedColumns = { group_id: number; uid: string; shown: string; changed_at: string; people: string }

/** Of `published_group`. */
export const publishedColumns = `group_id, uid, shown, changed_at, ${publishedPeople('published_group.group_id')} AS people`

export const readPublished = (row: PublishedColumns): PublishedGroup => ({
  id: row.group_id,
  uid: row.uid,
  changedAt: new Date(row.changed_at),
  people: readPublicPeople(row.people),
  ...readShown(row.shown),
})

type Shown = Pick<PublishedGroup, 'values' | 'sections'>

/** What is kept of a group that is shown: its values, and beside them the sections of the movement's own, where there are any. */
export const writeShown = ({ values, sections }: Shown): string =>
  JSON.stringify(Object.keys(sections).length === 0 ? values : { ...values, sections })

function readShown(json: string): Shown {
  const { sections = {}, ...values } = JSON.parse(json) as Partial<GroupValues> & { sections?: PublicSections }
  return { values, sections }
}

// Whether a group has one fact of each list that is asked for
const fits = (column: string, filter: FactFilter, first: number) =>
  filter.map(
    (_, index) =>
      `EXISTS (SELECT 1 FROM json_each(${column}) AS fact WHERE fact.value IN (SELECT value FROM json_each(?${first + index})))`,
  )

const listsOf = (filter: FactFilter) => filter.map((facts) => JSON.stringify(facts))

const regionFact = factOf('region', '')

// A region is found by its index: of a large network the rest is not read
function regionsOf(filter: FactFilter): string | null {
  const facts = filter.find((list) => list.every((fact) => fact.startsWith(regionFact)))
  return facts ? JSON.stringify(facts.map((fact) => fact.slice(regionFact.length))) : null
}

/** The next groups that are published, in the order of their rows. */
export function listPublished(
  db: ReadDatabase,
  filter: FactFilter,
  { after, limit }: { after: number; limit: number },
): Question<PublishedGroup[]> {
  const regions = regionsOf(filter)
  const conditions = [
    'group_id > ?1',
    'shown IS NOT NULL',
    regions === null ? '?3 IS NULL' : 'region IN (SELECT value FROM json_each(?3))',
    ...fits('published_group.facts', filter, 4),
  ]
  return {
    // Which groups are published?
    statement: db
      .prepare(
        `SELECT ${publishedColumns}
         FROM published_group ${regions === null ? '' : 'INDEXED BY published_group_region'}
         WHERE ${conditions.join(' AND ')}
         ORDER BY group_id
         LIMIT ?2 + 0`,
      )
      .bind(after, limit, regions, ...listsOf(filter)),
    read: (rows: PublishedColumns[]) => rows.map(readPublished),
  }
}

/** How many groups of a part of the network are published, and how many were when the feed was last found whole. */
export function countBefore(db: ReadDatabase, filter: FactFilter): Question<{ before: number; now: number }> {
  const all = (column: string) => fits(column, filter, 1).join(' AND ')
  return {
    // How many are these, and how many were they?
    statement: db
      .prepare(
        `SELECT
           coalesce(sum(${all('published_group.facts_before')}), 0) AS before,
           coalesce(sum(${all('published_group.facts')}), 0) AS now
         FROM published_group`,
      )
      .bind(...listsOf(filter)),
    read: ([row]: { before: number; now: number }[]) => row ?? { before: 0, now: 0 },
  }
}

/** A group that is published, or the one that it became part of; null when there is none. */
export function findPublished(db: ReadDatabase, uid: string): Question<PublishedGroup | null> {
  return {
    // What is published of this group?
    statement: db
      .prepare(
        `SELECT ${publishedColumns}
         FROM published_group
         WHERE uid = ${wholeUid('?1')} AND shown IS NOT NULL`,
      )
      .bind(uid),
    read: ([row]: PublishedColumns[]) => (row ? readPublished(row) : null),
  }
}
