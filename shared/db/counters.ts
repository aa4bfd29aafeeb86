import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { oldestCheck } from './group-checks.ts'

/** What triggers keep, and how counting finds it. */
type Counter = {
  /** What tells its rows apart. */
  key: readonly string[]
  counts: readonly string[]
  /** SQL: key and counts, as counting finds them. */
  counted: string
  /** SQL: key and counts, as they are kept; rows that count nothing are as good as none. */
  kept: string
  /** SQL that writes what was counted; after each other, in one transaction. */
  writes: readonly string[]
}

const place = `coalesce(region, '') AS region, coalesce(department, '') AS department`

/** A counter whose rows are counted anew from nothing. */
function rollup(table: string, key: readonly string[], counts: readonly string[], counted: string): Counter {
  const columns = [...key, ...counts].join(', ')
  return {
    key,
    counts,
    counted,
    kept: `SELECT ${columns} FROM ${table} WHERE ${counts.map((count) => `${count} <> 0`).join(' OR ')}`,
    writes: [`DELETE FROM ${table}`, `INSERT INTO ${table} (${columns}) ${counted}`],
  }
}

/** What groups did, of a table whose rows have these themes. */
const activitiesOf = (table: string, theme: string) => `
  SELECT
    '${table}' AS kind, substr(held_on, 1, 7) AS month, ${place}, ${theme} AS theme,
    count(*) AS activities, coalesce(sum(attendees), 0) AS people
  FROM ${table}
  JOIN local_group ON local_group.id = group_id
  GROUP BY 1, 2, 3, 4, 5`

// How does each group stand?
const summaries = `
  SELECT
    g.id AS group_id,
    (SELECT count(*) FROM referent WHERE group_id = g.id AND until_at IS NULL) AS referents,
    (
      SELECT count(person.email)
      FROM referent
      JOIN person ON person.id = referent.person_id
      WHERE referent.group_id = g.id AND referent.until_at IS NULL
    ) AS with_address,
    (
      SELECT count(person.email) - count(suppression.address)
      FROM referent
      JOIN person ON person.id = referent.person_id
      LEFT JOIN suppression ON suppression.address = person.email
      WHERE referent.group_id = g.id AND referent.until_at IS NULL
    ) AS reachable,
    (SELECT max(round_key) FROM answer WHERE group_id = g.id AND kind <> 'not_my_group') AS last_round,
    (SELECT max(last_at) FROM answer WHERE group_id = g.id AND kind <> 'not_my_group') AS last_answer_at,
    g.name_key
  FROM local_group g`
const summaryColumns = ['referents', 'with_address', 'reachable', 'last_round', 'last_answer_at', 'name_key']

// When was each group's record last whole, and where is the group?
const checks = `
  SELECT group_id, ${oldestCheck('checks')} AS checked_at, coalesce(g.region, '') AS region, g.state, g.name_key
  FROM group_check
  JOIN local_group g ON g.id = group_id`

/** SQL: the answers of each group, as `own_answer` has them. */
const ownAnswers = `
  SELECT DISTINCT item.key, part.value, g.id AS group_id
  FROM local_group AS g, json_each(g.own) AS item, json_each(
    CASE
      WHEN item.type IN ('true', 'false') THEN json_array(CAST(item.value AS TEXT))
      WHEN item.type = 'text' AND length(item.value) BETWEEN 1 AND 1000 AND item.value NOT GLOB '*[^A-Za-z0-9_,]*'
        THEN '["' || replace(item.value, ',', '","') || '"]'
      ELSE '[""]'
    END
  ) AS part
  WHERE item.type <> 'null'`

// In which quarter of a day since its round opened did each group first answer?
const firstAnswers = `
  SELECT
    round_key, region,
    CAST(max(0, CAST((julianday(answered_at) - julianday(opened_at)) * 4 AS INTEGER)) AS TEXT) AS quarter_day,
    count(*) AS groups
  FROM round_snapshot
  JOIN round ON round.key = round_key
  WHERE asked = 1 AND answered_at IS NOT NULL
  GROUP BY 1, 2, 3`

// How many groups last checked each section on which day, or before all that is told apart?
const checksByDay = `
  SELECT
    region, state, max(substr(item.value ->> 0, 1, 10), coalesce((SELECT day FROM check_floor), '')) AS checked_on,
    item.key AS section, count(*) AS groups
  FROM group_check, json_each(group_check.checks) AS item
  GROUP BY 1, 2, 3, 4`

const checkKey = ['region', 'state', 'checked_on', 'section']

/** Each counter by its table, those first of which others are counted. What is no counter: a snapshot of a round, the enquiries of months that are gone. */
export const counters: Readonly<Record<string, Counter>> = {
  group_summary: {
    key: ['group_id'],
    counts: summaryColumns,
    counted: summaries,
    kept: `SELECT group_id, ${summaryColumns.join(', ')} FROM group_summary`,
    writes: [
      'DELETE FROM group_summary',
      `INSERT INTO group_summary (group_id, ${summaryColumns.join(', ')}) ${summaries}`,
    ],
  },
  group_check: {
    key: ['group_id'],
    counts: ['checked_at', 'region', 'state', 'name_key'],
    counted: checks,
    kept: 'SELECT group_id, checked_at, region, state, name_key FROM group_check',
    writes: [
      `UPDATE group_check
       SET checked_at = counted.checked_at, region = counted.region, state = counted.state, name_key = counted.name_key
       FROM (${checks}) AS counted
       WHERE counted.group_id = group_check.group_id
       AND (counted.checked_at, counted.region, counted.state, counted.name_key)
         IS NOT (group_check.checked_at, group_check.region, group_check.state, group_check.name_key)`,
    ],
  },
  check_rollup: {
    key: checkKey,
    counts: ['groups'],
    counted: checksByDay,
    kept: `
      SELECT region, state, checked_on, item.key AS section, item.value AS groups
      FROM check_rollup, json_each(check_rollup.groups) AS item`,
    writes: [
      'DELETE FROM check_rollup',
      `INSERT INTO check_rollup (region, state, checked_on, groups)
       SELECT region, state, checked_on, json_group_object(section, groups)
       FROM (${checksByDay})
       GROUP BY 1, 2, 3`,
    ],
  },
  group_rollup: rollup(
    'group_rollup',
    ['region', 'department', 'state'],
    ['groups', 'members'],
    `SELECT ${place}, state, count(*) AS groups, coalesce(sum(active_members), 0) AS members
     FROM local_group
     WHERE merged_into_id IS NULL
     GROUP BY 1, 2, 3`,
  ),
  round_rollup: rollup(
    'round_rollup',
    ['round_key', 'region', 'department', 'state'],
    ['groups', 'members', 'asked', 'answered'],
    `SELECT
       round_key, region, department, state, count(*) AS groups, coalesce(sum(members), 0) AS members, sum(asked) AS asked,
       sum(asked = 1 AND answered_at IS NOT NULL) AS answered
     FROM round_snapshot
     GROUP BY 1, 2, 3, 4`,
  ),
  answer_rollup: {
    key: ['round_key', 'region', 'quarter_day'],
    counts: ['groups'],
    counted: firstAnswers,
    kept: `
      SELECT round_key, region, item.key AS quarter_day, item.value AS groups
      FROM answer_rollup, json_each(answer_rollup.groups) AS item`,
    writes: [
      'DELETE FROM answer_rollup',
      `INSERT INTO answer_rollup (round_key, region, groups)
       SELECT round_key, region, json_group_object(quarter_day, groups)
       FROM (${firstAnswers})
       GROUP BY 1, 2`,
    ],
  },
  mail_rollup: rollup(
    'mail_rollup',
    ['round_key', 'state', 'kind', 'reason'],
    ['mails'],
    `SELECT round_key, state, kind, coalesce(reason, '') AS reason, count(*) AS mails
     FROM mail
     WHERE round_key IS NOT NULL
     GROUP BY 1, 2, 3, 4`,
  ),
  activity_rollup: rollup(
    'activity_rollup',
    ['kind', 'month', 'region', 'department', 'theme'],
    ['activities', 'people'],
    `${activitiesOf('training', 'theme')} UNION ALL ${activitiesOf('activity', `''`)}`,
  ),
  participation_rollup: rollup(
    'participation_rollup',
    ['campaign_id', 'region', 'department', 'role'],
    ['participations', 'people'],
    `SELECT campaign_id, ${place}, role, count(*) AS participations, coalesce(sum(people), 0) AS people
     FROM participation
     JOIN local_group ON local_group.id = group_id
     GROUP BY 1, 2, 3, 4`,
  ),
  referent_rollup: {
    ...rollup(
      'referent_rollup',
      ['region'],
      ['people'],
      `SELECT '*' AS region, count(DISTINCT person_id) AS people FROM referent WHERE until_at IS NULL`,
    ),
    // Its one row stays when it counts nobody: triggers add to it
    kept: 'SELECT region, people FROM referent_rollup',
  },
  own_answer: {
    key: ['key', 'value', 'group_id'],
    counts: [],
    counted: ownAnswers,
    kept: 'SELECT key, value, group_id FROM own_answer',
    writes: ['DELETE FROM own_answer', `INSERT INTO own_answer (key, value, group_id) ${ownAnswers}`],
  },
  own_rollup: rollup(
    'own_rollup',
    ['key', 'region', 'state'],
    ['total'],
    `SELECT item.key, coalesce(region, '') AS region, state, sum(item.value) AS total
     FROM local_group, json_each(local_group.own) AS item
     WHERE item.type IN ('integer', 'real')
     GROUP BY 1, 2, 3`,
  ),
}

// Numbers with a fraction add up to the same but for the last digits
const rounded = (columns: readonly string[]) =>
  columns.map((column) => (column === 'total' ? 'round(total, 6) AS total' : column)).join(', ')

/** SQL: how many rows of a counter say something else than counting finds. */
function faultsIn({ key, counts, counted, kept }: Counter): string {
  const columns = rounded([...key, ...counts])
  const isSomething = counts.includes('total') ? 'WHERE total <> 0' : ''
  return `
    WITH
      kept AS (SELECT ${columns} FROM (${kept}) ${isSomething}),
      counted AS (SELECT ${columns} FROM (${counted}) ${isSomething})
    SELECT count(*) AS faults
    FROM (
      SELECT ${key.join(', ')} FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)
      UNION
      SELECT ${key.join(', ')} FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)
    )`
}

export type CounterFaults = { table: string; faults: number }[]

/** How many rows of each counter are wrong. Reads all that is counted: for a command, not for a page. */
export async function countCounterFaults(db: D1Database): Promise<CounterFaults> {
  const entries = Object.entries(counters)
  const answers = await db.batch<{ faults: number }>(entries.map(([, counter]) => db.prepare(faultsIn(counter))))
  return entries.map(([table], index) => ({ table, faults: answers[index]?.results[0]?.faults ?? 0 }))
}

/** What counts each of them anew: a transaction each, so that nobody who saves waits for all. */
export function recountEach(db: D1Database): D1PreparedStatement[][] {
  return Object.values(counters).map(({ writes }) => writes.map((sql) => db.prepare(sql)))
}
