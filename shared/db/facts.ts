import type { D1Database } from '@cloudflare/workers-types'
import { localTime } from '#shared/domain/zone.ts'
import type { ListName } from '#shared/record/record.ts'

/** A column of a table of facts: its SQLite type, and what it means. Of an instant, the file has the movement's day, as pages do. */
export type FactColumn = {
  type: 'TEXT' | 'INTEGER' | 'REAL'
  means: string
  isInstant?: true
  /** Whether a value is one that may be told; what was answered to another question is not. */
  isSound?: (value: unknown) => boolean
}

/** Flat facts for tools that count: no name, address or word of a person. */
export type Fact = {
  name: string
  means: string
  columns: Readonly<Record<string, FactColumn>>
  /** Gives `a` and `b`, the key of each row, before the columns; from after (?1, ?2) on, ?3 rows. */
  sql: string
}

/** A fact of rows that may have answers to own questions: of which list, and in which table of the statement. `also` are further columns. */
export type OurFact = Omit<Fact, 'sql'> & { own?: { list: ListName; table: string }; sql: (also: string) => string }

const text = (means: string): FactColumn => ({ type: 'TEXT', means })
const number = (means: string): FactColumn => ({ type: 'INTEGER', means })
const dayOf = (means: string): FactColumn => ({ type: 'TEXT', means, isInstant: true })
const group = text('id of the group, in `groups`')

export const ourFacts: readonly OurFact[] = [
  {
    name: 'groups',
    own: { list: 'group', table: 'g' },
    means: 'a group as it is now',
    columns: {
      id: text('never changes'),
      name: text('name'),
      town: text('town'),
      department: text('number of the department'),
      region: text('region'),
      latitude: { type: 'REAL', means: 'of the town, in degrees' },
      longitude: { type: 'REAL', means: 'of the town, in degrees' },
      state: text('active, starting, asleep or closed; a merged group is closed, see merged_into'),
      active_members: number('active members, as the group says'),
      founded_on: text('day on which it was founded'),
      created_on: dayOf('day on which Relance first knew of it'),
      referents: number('number of its referents'),
      reachable: number('number of its referents whose address works'),
      last_round: text('the last round in which it answered: 2026-12'),
      checked_on: dayOf('day on which the least recently checked section was checked; empty if one never was'),
      merged_into: text('id of the group that it was merged into; empty for all others'),
    },
    // How is each group now?
    sql: (also) => `SELECT
        g.id AS a, 0 AS b,
        g.uid AS id, g.name, g.town, g.department, g.region, g.latitude, g.longitude, g.state, g.active_members, g.founded_on,
        g.created_at AS created_on, group_summary.referents, group_summary.reachable, group_summary.last_round,
        group_check.checked_at AS checked_on,
        (SELECT whole.uid FROM local_group AS whole WHERE whole.id = g.merged_into_id) AS merged_into${also}
      FROM local_group g
      JOIN group_summary ON group_summary.group_id = g.id
      JOIN group_check ON group_check.group_id = g.id
      WHERE g.id > ?1 AND ?2 IS NOT NULL
      ORDER BY g.id
      LIMIT ?3 + 0`,
  },
  {
    name: 'group_rounds',
    means: 'a group in a round: the network, month by month',
    columns: {
      round: text('month of the round: 2026-12'),
      group_id: group,
      region: text('its region then'),
      department: text('its department then'),
      state: text('its state then'),
      members: number('its active members then'),
      asked: number('1 if somebody was written to about it'),
      answered: number('1 if somebody answered'),
      answered_on: dayOf('day of the first answer'),
      days_to_answer: { type: 'REAL', means: 'days from the opening of the round to the first answer' },
    },
    // How did each group stand in each round?
    sql: () => `SELECT
        round_snapshot.round_key AS a, round_snapshot.group_id AS b,
        round_snapshot.round_key AS round, g.uid AS group_id, round_snapshot.region, round_snapshot.department, round_snapshot.state, round_snapshot.members, round_snapshot.asked,
        round_snapshot.answered_at IS NOT NULL AS answered, round_snapshot.answered_at AS answered_on,
        round(julianday(round_snapshot.answered_at) - julianday(round.opened_at), 2) AS days_to_answer
      FROM round_snapshot
      JOIN round ON round.key = round_snapshot.round_key
      JOIN local_group g ON g.id = round_snapshot.group_id
      WHERE (round_snapshot.round_key, round_snapshot.group_id) > (?1, ?2)
      ORDER BY round_snapshot.round_key, round_snapshot.group_id
      LIMIT ?3 + 0`,
  },
  {
    name: 'section_checks',
    means: 'when a section of a group’s record was last right',
    columns: { group_id: group, section: text('section of the record'), checked_on: dayOf('day') },
    // When was each section last checked?
    sql: () => `SELECT section_check.group_id AS a, section AS b, g.uid AS group_id, section, checked_at AS checked_on
      FROM section_check
      JOIN local_group g ON g.id = section_check.group_id
      WHERE section_check.group_id >= ?1 AND (section_check.group_id > ?1 OR section > ?2)
      ORDER BY section_check.group_id, section
      LIMIT ?3 + 0`,
  },
  {
    name: 'trainings',
    own: { list: 'trainings', table: 'training' },
    means: 'a training that a group gave',
    columns: {
      id: text('id'),
      group_id: group,
      theme: text('theme'),
      held_on: text('day'),
      attendees: number('people'),
    },
    // Which trainings were given?
    sql: (
      also,
    ) => `SELECT training.id AS a, 0 AS b, training.uid AS id, g.uid AS group_id, theme, held_on, attendees${also}
      FROM training
      JOIN local_group g ON g.id = training.group_id
      WHERE training.id > ?1 AND ?2 IS NOT NULL
      ORDER BY training.id
      LIMIT ?3 + 0`,
  },
  {
    name: 'activities',
    own: { list: 'activities', table: 'activity' },
    means: 'something that a group did or plans',
    columns: { id: text('id'), group_id: group, kind: text('kind'), held_on: text('day'), attendees: number('people') },
    // What did the groups do?
    sql: (
      also,
    ) => `SELECT activity.id AS a, 0 AS b, activity.uid AS id, g.uid AS group_id, kind, held_on, attendees${also}
      FROM activity
      JOIN local_group g ON g.id = activity.group_id
      WHERE activity.id > ?1 AND ?2 IS NOT NULL
      ORDER BY activity.id
      LIMIT ?3 + 0`,
  },
  {
    name: 'participations',
    own: { list: 'campaigns', table: 'participation' },
    means: 'a group’s part in a campaign',
    columns: {
      campaign: text('name of the campaign'),
      campaign_on: text('day of the campaign'),
      group_id: group,
      role: text('organises, joins or relays'),
      people: number('people whom the group counted'),
    },
    // Who took part in the campaigns?
    sql: (also) => `SELECT
        participation.group_id AS a, campaign_id AS b,
        campaign.name AS campaign, campaign.held_on AS campaign_on, g.uid AS group_id, role, people${also}
      FROM participation
      JOIN campaign ON campaign.id = participation.campaign_id
      JOIN local_group g ON g.id = participation.group_id
      WHERE (participation.group_id, campaign_id) > (?1, ?2)
      ORDER BY participation.group_id, campaign_id
      LIMIT ?3 + 0`,
  },
  {
    name: 'changes',
    means: 'one write to a group’s record',
    columns: {
      group_id: group,
      number: number('number of this write to the group, from 1'),
      made_on: dayOf('day'),
      author: text('referent, import, coordinator or system'),
      sections: text('sections that it changed, joined by commas'),
    },
    // When was each record changed, by whom, and where?
    sql: () => `SELECT
        revision.id AS a, 0 AS b,
        g.uid AS group_id, number, made_at AS made_on, author,
        (SELECT group_concat(DISTINCT iif(type = 'object', value ->> 'list', NULL)) FROM json_each(changes)) AS sections
      FROM revision
      JOIN local_group g ON g.id = revision.group_id
      WHERE revision.id > ?1 AND ?2 IS NOT NULL
      ORDER BY revision.id
      LIMIT ?3 + 0`,
  },
]

const window = 5000

export type FactRow = Readonly<Record<string, string | number | null>>

/** All rows of a fact, window after window; `a` and `b` are not among their columns. */
export async function* readFact(db: D1Database, { sql, columns }: Fact, timeZone: string): AsyncGenerator<FactRow[]> {
  const shown = (name: string, value: string | number | null) => {
    if (value === null || columns[name]?.isSound?.(value) === false) return null
    return columns[name]?.isInstant ? localTime(new Date(value), timeZone).day : value
  }
  // A number is before any text, so that this is before any key
  for (let key: readonly (string | number)[] = [-1, -1]; ; ) {
    const { results } = await db
      .prepare(sql)
      .bind(...key, window)
      .all<FactRow & { a: string | number; b: string | number }>()
    if (results.length > 0)
      yield results.map((row) =>
        Object.fromEntries(Object.keys(columns).map((name) => [name, shown(name, row[name] ?? null)])),
      )
    const last = results.at(-1)
    if (!last || results.length < window) return
    key = [last.a, last.b]
  }
}
