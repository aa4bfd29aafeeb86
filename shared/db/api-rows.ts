import type { Question } from './ask.ts'
import { wholeUid } from './merged-groups.ts'
import type { ReadDatabase } from './read-only.ts'

/** What programs read of the network, a row each; `id` is the one that addresses carry and that never changes. */
export const apiResources = [
  'groups',
  'people',
  'activities',
  'trainings',
  'participations',
  'answers',
  'rows',
] as const
export type ApiResource = (typeof apiResources)[number]

/** `row_id` is what pages are cut by; `?1` the last one of the page before, `?3` and `?4` a group's uid and a region, or '', `?5` an instant or ''. */
const selections: Readonly<Record<ApiResource, string>> = {
  groups: `
    SELECT
      g.id AS row_id, g.uid AS id, g.name, g.town, g.postcode, g.department, g.region, g.country, g.latitude, g.longitude, g.state, g.founded_on,
      g.active_members, g.website, g.networks, g.public_email, g.on_map, parent.uid AS parent, g.created_at,
      group_summary.last_round, group_summary.last_answer_at, group_check.checked_at, g.own
    FROM local_group g
    JOIN group_summary ON group_summary.group_id = g.id
    JOIN group_check ON group_check.group_id = g.id
    LEFT JOIN local_group AS parent ON parent.id = g.parent_id
    WHERE g.id > ?1 AND g.merged_into_id IS NULL`,
  people: `
    SELECT
      referent.id AS row_id, person.uid AS id, person.name, person.email, person.phone, person.language, g.uid AS "group", referent.role,
      referent.since_at AS since, referent.own
    FROM referent
    JOIN person ON person.id = referent.person_id
    JOIN local_group g ON g.id = referent.group_id
    WHERE referent.id > ?1 AND referent.until_at IS NULL`,
  activities: `
    SELECT activity.id AS row_id, activity.uid AS id, g.uid AS "group", activity.title, activity.kind, activity.held_on, activity.attendees, activity.own
    FROM activity
    JOIN local_group g ON g.id = activity.group_id
    WHERE activity.id > ?1`,
  trainings: `
    SELECT training.id AS row_id, training.uid AS id, g.uid AS "group", training.theme, training.held_on, training.attendees, training.own
    FROM training
    JOIN local_group g ON g.id = training.group_id
    WHERE training.id > ?1`,
  participations: `
    SELECT
      participation.group_id * 1000000 + participation.campaign_id AS row_id, g.uid || ':' || campaign.uid AS id, g.uid AS "group",
      campaign.name AS campaign, campaign.held_on, participation.role, participation.people, participation.own
    FROM participation
    JOIN local_group g ON g.id = participation.group_id
    JOIN campaign ON campaign.id = participation.campaign_id
    WHERE participation.group_id >= ?1 / 1000000 AND participation.group_id * 1000000 + participation.campaign_id > ?1`,
  answers: `
    SELECT
      answer.id AS row_id, answer.round_key || ':' || answer.id AS id, answer.round_key AS round, g.uid AS "group", answer.kind,
      answer.first_at, answer.last_at
    FROM answer
    JOIN local_group g ON g.id = answer.group_id
    WHERE answer.id > ?1`,
  rows: `
    SELECT section_row.id AS row_id, section_row.uid AS id, g.uid AS "group", section_row.section, section_row.own
    FROM section_row
    JOIN local_group g ON g.id = section_row.group_id
    WHERE section_row.id > ?1`,
}

export type ApiRow = Record<string, string | number | null> & { row_id: number }
/** `since`: an instant (UTC), from which on something was written of what the row is about; or ''. */
export type ApiPage = { after: number; limit: number; group: string; region: string; since: string }

// Of a group: its record was written since then
const isWrittenSince = 'g.id IN (SELECT group_id FROM revision WHERE made_at >= ?5)'

/** SQL: what the row is about was written since `?5`. What was taken away is not there any more: its group is, among `groups`. */
const changedSince: Readonly<Record<ApiResource, string>> = {
  groups: `(${isWrittenSince} OR g.created_at >= ?5 OR group_summary.last_answer_at >= ?5)`,
  people: isWrittenSince,
  activities: isWrittenSince,
  trainings: isWrittenSince,
  participations: isWrittenSince,
  answers: 'answer.last_at >= ?5',
  rows: isWrittenSince,
}

/** The next rows of a resource, in the order in which they came. */
export function listApiRows(
  db: ReadDatabase,
  resource: ApiResource,
  { after, limit, group, region, since }: ApiPage,
): Question<ApiRow[]> {
  return {
    // What are the next rows?
    statement: db
      .prepare(
        `${selections[resource]}
    AND (?3 = '' OR g.uid = ${wholeUid('?3')})
    AND (?4 = '' OR g.region = ?4)
    ${since === '' ? "AND ?5 = ''" : `AND ${changedSince[resource]}`}
    ORDER BY row_id
    LIMIT ?2 + 0`,
      )
      .bind(after, limit, group, region, since),
    read: (rows: ApiRow[]) => rows,
  }
}
