import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { PublicSections } from '#shared/domain/public-group.ts'
import { ownFieldName } from '#shared/record/own-fields.ts'
import { noPart } from '#shared/record/sections/campaigns.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import { publicPeopleColumn, readPublicPeople, type ShownPerson } from './consents.ts'
import { publicRowsColumn, readPublicRows } from './public-rows.ts'
import { publishedPeople } from './published-groups.ts'
import type { ReadDatabase } from './read-only.ts'
import { columnsOf, rowFromColumns } from './row.ts'

/** A group as it is now, and what is published of it. */
export type Candidate = {
  id: number
  uid: string
  /** Null when the group itself is gone. */
  values: GroupValues | null
  people: ShownPerson[]
  rows: PublicSections
  campaigns: string[]
  published: { shown: string | null; facts: string | null; people: string } | null
}

/** What is to be published of a group; null: nothing any more. */
export type GroupToPublish = {
  id: number
  uid: string
  shown: string | null
  facts: string | null
  people: readonly ShownPerson[]
}

const candidateColumns = ({ ours, asked }: Sections) => `
  g.id, g.uid, ${columnsOf(ours.group.fields, 'g')}, ${publicPeopleColumn(ours.referents.fields)} AS people, ${publicRowsColumn(asked)} AS own_rows,
  (
    SELECT json_group_array(campaign.name ORDER BY campaign.id)
    FROM participation
    JOIN campaign ON campaign.id = participation.campaign_id
    WHERE participation.group_id = g.id AND participation.role <> '${noPart}'
  ) AS campaigns,
  published.group_id IS NOT NULL AS is_published, published.shown, published.facts, ${publishedPeople('g.id')} AS people_published`

type CandidateColumns = {
  id: number
  uid: string
  people: string
  own_rows: string
  campaigns: string
  is_published: number
  shown: string | null
  facts: string | null
  people_published: string
} & Record<string, unknown>

const readCandidate =
  ({ ours, asked }: Sections) =>
  (row: CandidateColumns): Candidate => ({
    id: row.id,
    uid: row.uid,
    values: rowFromColumns(ours.group.fields, row.uid, row),
    people: readPublicPeople(row.people),
    rows: readPublicRows(row.own_rows, asked),
    campaigns: JSON.parse(row.campaigns) as string[],
    published: row.is_published ? { shown: row.shown, facts: row.facts, people: row.people_published } : null,
  })

/** The next groups in the order of their rows, and what is published of them. */
export function listCandidates(
  db: ReadDatabase,
  sections: Sections,
  { after, limit }: { after: number; limit: number },
): Question<Candidate[]> {
  return {
    // How are the next groups, and what is published of them?
    statement: db
      .prepare(
        `SELECT ${candidateColumns(sections)}
         FROM local_group g
         LEFT JOIN published_group AS published ON published.group_id = g.id
         WHERE g.id > ?1
         ORDER BY g.id
         LIMIT ?2 + 0`,
      )
      .bind(after, limit),
    read: (rows: CandidateColumns[]) => rows.map(readCandidate(sections)),
  }
}

/** The same of these groups. */
export function findCandidates(db: ReadDatabase, sections: Sections, ids: readonly number[]): Question<Candidate[]> {
  return {
    // How are these groups, and what is published of them?
    statement: db
      .prepare(
        `SELECT ${candidateColumns(sections)}
         FROM json_each(?1) AS item
         JOIN local_group g ON g.id = item.value
         LEFT JOIN published_group AS published ON published.group_id = g.id`,
      )
      .bind(JSON.stringify(ids)),
    read: (rows: CandidateColumns[]) => rows.map(readCandidate(sections)),
  }
}

/** Groups that are published and gone from the network, among these rows. `until` null: to the end. */
export function hideMissing(
  db: D1Database,
  { after, until }: { after: number; until: number | null },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE published_group
       SET shown = NULL, facts = NULL, changed_at = ?3
       WHERE group_id > ?1 AND group_id <= coalesce(?2, 9e15) AND shown IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM local_group WHERE id = published_group.group_id)`,
    )
    .bind(after, until, now.toISOString())
}

/** Publishes groups. */
export function publishGroups(db: D1Database, groups: readonly GroupToPublish[], now: Date): D1PreparedStatement[] {
  if (groups.length === 0) return []
  const json = JSON.stringify(groups)
  return [
    db
      .prepare(
        `INSERT INTO published_group (group_id, uid, shown, changed_at, facts)
         SELECT item.value ->> 'id', item.value ->> 'uid', item.value ->> 'shown', ?2, item.value ->> 'facts'
         FROM json_each(?1) AS item
         WHERE true
         ON CONFLICT (group_id) DO UPDATE
         SET uid = excluded.uid, shown = excluded.shown, changed_at = excluded.changed_at, facts = excluded.facts`,
      )
      .bind(json, now.toISOString()),
    db
      .prepare(
        `DELETE FROM published_person
         WHERE group_id IN (SELECT value ->> 'id' FROM json_each(?1))`,
      )
      .bind(json),
    // Only what is still agreed to when it lands: a consent may have been taken back since it was read
    db
      .prepare(
        `INSERT INTO published_person (group_id, person_id, name, email, phone, own)
         SELECT item.value ->> 'id', person.id, ${['name', 'email', 'phone'].map(stillAgreed).join(', ')}, ${answersStillAgreed}
         FROM json_each(?1) AS item
         JOIN json_each(item.value, '$.people') AS shown
         JOIN person ON person.id = shown.value ->> 'id'
         JOIN referent ON referent.group_id = item.value ->> 'id' AND referent.person_id = person.id AND referent.until_at IS NULL
         WHERE true
         ON CONFLICT DO NOTHING`,
      )
      .bind(json),
  ]
}

const answersStillAgreed = `(
           SELECT json_group_object(substr(answer.key, ${ownFieldName('').length + 1}), json(shown.value -> answer.fullkey))
           FROM json_each(shown.value, '$.own') AS answer
           WHERE EXISTS (SELECT 1 FROM consent WHERE person_id = person.id AND field = answer.key AND withdrawn_at IS NULL)
         )`

const stillAgreed = (field: string) =>
  `iif(
           EXISTS (SELECT 1 FROM consent WHERE person_id = person.id AND field = '${field}' AND withdrawn_at IS NULL),
           shown.value ->> '${field}', NULL
         )`
