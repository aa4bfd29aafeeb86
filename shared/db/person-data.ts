import type { MailKind, MailState, SuppressionReason } from '#shared/domain/mail.ts'
import { type PublicGroup, publicGroup } from '#shared/domain/public-group.ts'
import type { Sections } from '#shared/record/sections.ts'
import { publicPeopleColumn, readPublicPeople } from './consents.ts'
import { isCounted } from './group-states.ts'
import type { AnswerKind } from './link-sessions.ts'
import { publicRowsColumn, readPublicRows } from './public-rows.ts'
import type { ReadDatabase } from './read-only.ts'
import { columnsOf, rowFromColumns } from './row.ts'

/** What is kept about a person, as they read it: of what grows, a page, the latest first; `personFile` has all of it. */
export type PersonData = {
  name: string
  email: string | null
  /** Under which they were known before they were found to be one person; nothing is written there. */
  other_addresses: string[]
  phone: string | null
  language: string | null
  known_since: string
  memberships: { group: string; role: string | null; since: string; until: string | null }[]
  subscriptions: { list: string; since: string }[]
  consents: { field: string; wording: string; agreed_at: string; withdrawn_at: string | null }[]
  mails: { kind: MailKind; state: MailState; at: string }[]
  answers: { group: string; round: string; kind: AnswerKind; at: string }[]
  corrections: { group: string; at: string; changes: number }[]
  words: { group: string | null; body: string; at: string }[]
  no_mail: { reason: SuppressionReason; since: string } | null
  /** How many rows there are of what grows. */
  counts: { mails: number; answers: number; corrections: number; words: number }
}

/** Rows of each list that a page holds. */
export const keptAtOnce = 50

// Of a table, the rows of this person that a page holds
const pageOf = (table: string) =>
  `(SELECT * FROM ${table} WHERE person_id = person.id ORDER BY id DESC LIMIT ${keptAtOnce} OFFSET ?2 + 0) AS ${table}`
const countOf = (table: string) => `(SELECT count(*) FROM ${table} WHERE person_id = person.id)`

// What do we keep about this person?
const personSql = `
  SELECT
    person.name, person.email, person.phone, person.language, person.created_at AS known_since,
    json_object(
      'mails', ${countOf('mail')}, 'answers', ${countOf('answer')},
      'corrections', ${countOf('revision')}, 'words', ${countOf('note')}
    ) AS counts,
    (
      SELECT json_group_array(json_object('group', g.name, 'role', referent.role, 'since', referent.since_at, 'until', referent.until_at))
      FROM referent
      JOIN local_group g ON g.id = referent.group_id
      WHERE referent.person_id = person.id
    ) AS memberships,
    (
      SELECT json_group_array(json_object('list', list, 'since', since_at))
      FROM subscription
      WHERE person_id = person.id
    ) AS subscriptions,
    (
      SELECT json_group_array(json_object('group', g.name, 'body', note.body, 'at', note.written_at, 'answer', note.answer))
      FROM ${pageOf('note')}
      LEFT JOIN local_group g ON g.id = note.group_id
    ) AS words,
    (
      SELECT json_group_array(json_object('field', field, 'wording', wording, 'agreed_at', agreed_at, 'withdrawn_at', withdrawn_at))
      FROM consent
      WHERE person_id = person.id
    ) AS consents,
    (
      SELECT json_group_array(json_object('kind', kind, 'state', state, 'at', coalesce(settled_at, created_at)))
      FROM ${pageOf('mail')}
    ) AS mails,
    (
      SELECT json_group_array(json_object('group', g.name, 'round', answer.round_key, 'kind', answer.kind, 'at', answer.last_at))
      FROM ${pageOf('answer')}
      JOIN local_group g ON g.id = answer.group_id
    ) AS answers,
    (
      SELECT json_group_array(json_object('group', g.name, 'at', revision.made_at, 'changes', json_array_length(revision.changes)))
      FROM ${pageOf('revision')}
      JOIN local_group g ON g.id = revision.group_id
    ) AS corrections,
    (SELECT json_group_array(part.email) FROM person AS part WHERE part.merged_into_id = person.id AND part.email IS NOT NULL) AS other_addresses,
    (SELECT json_object('reason', reason, 'since', since_at) FROM suppression WHERE address = person.email) AS no_mail
  FROM person
  WHERE person.uid = ?1`

// What do everybody see of this person’s groups, and whom can we write to there without them?
const ownGroupsSql = ({ ours, asked }: Sections) => `
  SELECT
    g.uid AS group_uid, ${columnsOf(ours.group.fields, 'g')}, ${publicPeopleColumn(ours.referents.fields)} AS people, ${publicRowsColumn(asked)} AS own_rows,
    ${isCounted('g.state')} AND NOT EXISTS (
      SELECT 1
      FROM referent AS other
      JOIN person AS holder ON holder.id = other.person_id
      WHERE other.group_id = g.id AND other.until_at IS NULL AND other.id <> referent.id
      AND holder.email IS NOT NULL AND holder.email NOT IN (SELECT address FROM suppression)
    ) AS is_alone
  FROM referent
  JOIN local_group g ON g.id = referent.group_id
  WHERE referent.until_at IS NULL AND referent.person_id = (SELECT id FROM person WHERE uid = ?1)
  ORDER BY g.name`

export type OwnGroup = {
  uid: string
  name: string
  /** As everybody sees it; null when it is not on the map. */
  shown: PublicGroup | null
  /** Without the person there would be nobody whom we can write to. */
  isAlone: boolean
}

/** A person's data, of what grows from the row `from` on, and their groups. One trip. Null when nobody has this uid. */
export async function findPersonData(
  db: ReadDatabase,
  sections: Sections,
  person: string,
  from = 0,
): Promise<{ data: PersonData; groups: OwnGroup[] } | null> {
  const results = await db.batch([
    db.prepare(personSql).bind(person, from),
    db.prepare(ownGroupsSql(sections)).bind(person),
  ])
  const [row] = (results[0]?.results ?? []) as Record<string, string | null>[]
  return row ? { data: personData(row), groups: ownGroups(results[1], sections) } : null
}

const jsonColumns = [
  'memberships',
  'subscriptions',
  'consents',
  'mails',
  'answers',
  'corrections',
  'words',
  'other_addresses',
  'no_mail',
  'counts',
]

function personData(row: Record<string, string | null>): PersonData {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    jsonColumns.includes(name) ? JSON.parse(value ?? 'null') : value,
  ])
  return Object.fromEntries(entries) as PersonData
}

function ownGroups(result: { results: unknown[] } | undefined, sections: Sections): OwnGroup[] {
  return ((result?.results ?? []) as Record<string, unknown>[]).map((row) => {
    const uid = String(row.group_uid)
    const values = rowFromColumns(sections.ours.group.fields, uid, row)
    const rows = readPublicRows(String(row.own_rows), sections.asked)
    const shown = publicGroup(uid, values, readPublicPeople(String(row.people)), sections, rows)
    return { uid, name: values.name, shown, isAlone: row.is_alone === 1 }
  })
}
