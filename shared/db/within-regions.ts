import type { OwnFilter } from '#shared/domain/publication.ts'
import { hasAnswered } from './answered-so.ts'
import type { ReadDatabase } from './read-only.ts'

/**
 * What keeps the rows of a table to some regions: by a column of its own, by the group that the row is about or by a membership that its
 * person holds; a person by a membership that they hold or held, an address by whose it is; a mail by its group, else by a membership that its person held when it was made.
 */
type Hold = 'region' | 'group' | 'person' | 'mail' | 'self' | 'address'

/**
 * Every table that tells of one region's groups or people. What is not here tells of none (rounds, campaigns, towns).
 */
export const held: Readonly<Record<string, Hold>> = {
  local_group: 'region',
  group_rollup: 'region',
  own_rollup: 'region',
  own_answer: 'group',
  check_rollup: 'region',
  round_snapshot: 'region',
  round_rollup: 'region',
  answer_rollup: 'region',
  freshness_rollup: 'region',
  freshness_snapshot: 'region',
  activity_rollup: 'region',
  participation_rollup: 'region',
  referent_rollup: 'region',
  mail_rollup: 'region',
  group_summary: 'group',
  group_search_token: 'group',
  former_name: 'group',
  registration: 'region',
  passed_link: 'group',
  group_merge: 'group',
  referent: 'group',
  revision: 'group',
  event: 'group',
  departed_person: 'group',
  answer: 'group',
  group_check: 'region',
  section_check: 'group',
  confirmation: 'group',
  participation: 'group',
  training: 'group',
  activity: 'group',
  section_row: 'group',
  note: 'group',
  group_call: 'group',
  team_note: 'group',
  poll_answer: 'group',
  naming: 'group',
  published_group: 'group',
  published_person: 'group',
  published_event: 'group',
  enquiry: 'group',
  invitation: 'group',
  subscription: 'person',
  list_departure: 'person',
  write_count: 'person',
  former_address: 'person',
  person_merge: 'person',
  person_search_token: 'person',
  person: 'self',
  consent: 'person',
  suppression: 'address',
  list_entry: 'address',
  mail: 'mail',
}

/**
 * The same database, in which only these regions are: each question is asked of tables that hold nothing else. A table expression
 * hides the table of its name (SQLite, WITH), so that no page can forget the limit.
 */
export function withinRegions(db: ReadDatabase, regions: readonly string[]): ReadDatabase {
  return withinGroups(db, { regions, answers: [] })
}

/**
 * The same of the groups of some regions (null: of all) that gave these answers (as they are kept; none: all). What is counted by region is not counted
 * anew by answers.
 */
export function withinGroups(
  db: ReadDatabase,
  { regions, answers }: { regions: readonly string[] | null; answers: OwnFilter },
): ReadDatabase {
  if (regions === null && answers.length === 0) return db
  const region = regions === null ? null : `region IN (${regions.map(quoted).join(', ')})`
  const answered =
    answers.length === 0
      ? null
      : `id IN (SELECT g.id FROM main.local_group AS g WHERE ${hasAnswered(quoted(JSON.stringify(answers)))})`
  return {
    prepare: (sql) => db.prepare(hold(sql, { region, answered })),
    batch: (statements) => db.batch(statements),
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

function hold(sql: string, { region, answered }: { region: string | null; answered: string | null }): string {
  const isGroup = [region, answered].filter((one) => one !== null).join(' AND ')
  const groups = `SELECT id FROM main.local_group WHERE ${isGroup}`
  const conditions: Readonly<Record<Hold, string>> = {
    region: region ?? 'true',
    group: `group_id IN (${groups})`,
    person: `person_id IN (SELECT person_id FROM main.referent WHERE until_at IS NULL AND group_id IN (${groups}))`,
    // Whoever left wrote in a history that is still theirs
    self: `id IN (SELECT person_id FROM main.referent WHERE group_id IN (${groups}))`,
    address: `address IN (
      SELECT holder.email
      FROM main.person AS holder
      JOIN main.referent AS membership ON membership.person_id = holder.id
      WHERE membership.until_at IS NULL AND membership.group_id IN (${groups})
    )`,
    // What became of a mail to whom is only invited may tell that we know them
    mail: `invitation_id IS NULL AND (group_id IN (${groups}) OR (group_id IS NULL AND EXISTS (
      SELECT 1
      FROM main.referent AS membership
      WHERE membership.person_id = mail.person_id AND membership.group_id IN (${groups}) AND coalesce(membership.until_at, '~') > mail.created_at
    )))`,
  }
  const tables = Object.entries(held)
    .filter(([table]) => new RegExp(`\\b${table}\\b`).test(sql))
    .map(([table, by]) => {
      const condition = table === 'local_group' ? isGroup : conditions[by]
      return `${table} AS (SELECT * FROM main.${table} WHERE ${condition})`
    })
  if (tables.length === 0) return sql
  const [, own] = /^\s*WITH\s(.*)$/is.exec(sql) ?? []
  return own === undefined ? `WITH ${tables.join(', ')} ${sql}` : `WITH ${tables.join(', ')}, ${own}`
}
