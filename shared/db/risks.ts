import { type Risk, risksOf, type Signs, silenceToCall, urgency } from '#shared/domain/risk.ts'
import type { Question } from './ask.ts'
import { type GroupColumns, groupColumns, type ListedGroup, listedGroup } from './group-list.ts'
import { type Judgement, Parameters, silentFor } from './group-where.ts'
import type { ReadDatabase } from './read-only.ts'

export type RiskyGroup = ListedGroup & { risks: Risk[] }

/** Each kind of worry is looked through no further: whoever calls two hundred groups starts with the first. */
const looked = 200

type Columns = GroupColumns & { silent: number; members_before: number | null; unsubscribed: string }

/** The groups that somebody should call, the most urgent first. */
export function riskyGroups(db: ReadDatabase, { writesTo }: Judgement, howMany: number): Question<RiskyGroup[]> {
  const parameters = new Parameters()
  const states = `SELECT value FROM json_each(${parameters.add(JSON.stringify(writesTo))})`
  const silent = silentFor(silenceToCall, parameters)
  return {
    // Which groups does no mail reach, are long silent, or shrink? And who could be called?
    statement: db
      .prepare(
        `WITH
           risky AS (
             SELECT group_id
             FROM (
               SELECT standing.group_id
               FROM standing
               JOIN local_group g ON g.id = standing.group_id
               WHERE standing.reachable = 0 AND standing.referents > 0 AND g.state IN (${states})
               LIMIT ${looked}
             )
             UNION
             SELECT group_id
             FROM (
               SELECT standing.group_id
               FROM standing
               JOIN local_group g ON g.id = standing.group_id
               WHERE ${silent} AND standing.referents > 0 AND g.state IN (${states})
               ORDER BY standing.last_answer_at
               LIMIT ${looked}
             )
             UNION
             SELECT group_id
             FROM (
               SELECT census.group_id
               FROM census
               JOIN local_group g ON g.id = census.group_id
               WHERE census.round_key = (SELECT max(key) FROM round)
               AND census.members * 4 <= census.members_before * 3
               AND census.members_before - census.members >= 3
               AND g.state IN (${states})
               AND EXISTS (SELECT 1 FROM standing WHERE group_id = g.id AND referents > 0)
               LIMIT ${looked}
             )
           )
         SELECT
           ${groupColumns},
           (
             SELECT count(*)
             FROM round
             WHERE round.key > coalesce(standing.last_round, '') AND round.opened_at >= g.created_at
           ) AS silent,
           (
             SELECT members_before
             FROM census
             WHERE census.group_id = g.id AND census.round_key = (SELECT max(key) FROM round)
           ) AS members_before,
           (
             SELECT json_group_array(json_array(person.name, suppression.since_at) ORDER BY suppression.since_at)
             FROM referent
             JOIN person ON person.id = referent.person_id
             JOIN suppression ON suppression.address = person.email AND suppression.reason = 'unsubscribed'
             WHERE referent.group_id = g.id AND referent.until_at IS NULL
           ) AS unsubscribed
         FROM risky
         JOIN local_group g ON g.id = risky.group_id
         JOIN standing ON standing.group_id = g.id`,
      )
      .bind(...parameters.values),
    read: (rows: Columns[]) =>
      rows
        .map((row) => ({ ...listedGroup(row), risks: risksOf(signsOf(row)) }))
        .filter(({ risks }) => risks.length > 0)
        .sort((a, b) => urgency(b.risks) - urgency(a.risks) || a.name.localeCompare(b.name))
        .slice(0, howMany),
  }
}

function signsOf({ referents, reachable, unsubscribed, silent, active_members, members_before }: Columns): Signs {
  const people = (JSON.parse(unsubscribed) as [string, string][]).map(([name, since]) => ({
    name,
    since: new Date(since),
  }))
  return { referents, reachable, unsubscribed: people, silent, members: active_members, membersBefore: members_before }
}
