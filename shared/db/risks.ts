import type { Day } from '#shared/domain/day.ts'
import type { SuppressionReason } from '#shared/domain/mail.ts'
import { type Risk, risksOf, type Signs, urgency } from '#shared/domain/risk.ts'
import { silenceToCall } from '#shared/domain/silence.ts'
import type { Question } from './ask.ts'
import { type CallColumns, type CallState, callColumns, callStateFrom } from './calls.ts'
import { type GroupColumns, groupColumns, type ListedGroup, listedGroup } from './group-list.ts'
import { lastAnswer } from './group-order.ts'
import type { Judgement } from './group-where.ts'
import { Parameters } from './parameters.ts'
import { isMailable, reachConditions } from './reach.ts'
import type { ReadDatabase } from './read-only.ts'
import { isShrinkingIn } from './shrinking.ts'
import { silentFor, silentRounds } from './silence.ts'

/** `former` is who left a group that has no referent now; `unreached` are the names of those whose address does not work, or who want no mails; `publicEmail` is null where that is so of it. */
export type RiskyGroup = ListedGroup & { risks: Risk[]; former: Former | null; unreached: string[]; call: CallState }
export type Former = { name: string; phone: string | null; email: string | null; until: Date }

/** Each kind of worry is looked through no further: whoever calls two hundred groups starts with the first. */
const looked = 200

type Columns = GroupColumns &
  CallColumns & {
    with_address: number
    silent: number
    members_before: number | null
    unreached: string
    is_public_closed: number
    former: string | null
  }

/** SQL: who was the last to leave a group that has no referent now, and may be reached. */
const formerColumn = `(
             SELECT json_array(
               person.name, person.phone,
               iif(EXISTS (SELECT 1 FROM suppression WHERE suppression.address = person.email), NULL, person.email), referent.until_at
             )
             FROM referent
             JOIN person ON person.id = referent.person_id
             WHERE group_summary.referents = 0
             AND referent.group_id = g.id
             AND referent.until_at IS NOT NULL
             -- Who wants no mails, or whose address does not work, is called or left alone
             AND (person.phone IS NOT NULL OR NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.address = person.email))
             AND NOT EXISTS (
               SELECT 1
               FROM answer
               WHERE answer.group_id = g.id AND answer.person_id = person.id AND answer.kind = 'not_my_group'
             )
             ORDER BY referent.until_at DESC
             LIMIT 1
           )`

/**
 * The groups that somebody should call on this day, the most urgent first; so many for each worst worry, lest one of them hides the others. Those
 * that are to be called again on a later day are not among them.
 */
export function riskyGroups(
  db: ReadDatabase,
  { writesTo }: Judgement,
  { eachKind, today }: { eachKind: number; today: Day },
): Question<RiskyGroup[]> {
  const parameters = new Parameters()
  const states = `SELECT value FROM json_each(${parameters.add(JSON.stringify(writesTo))})`
  const silent = silentFor(silenceToCall, parameters)
  const day = parameters.add(today)
  return {
    // Which groups have nobody, are not reached by a mail, are long silent, or shrink? And who could be called?
    statement: db
      .prepare(
        `WITH
           risky AS (
             ${oneKind(reachConditions.nobody, states)}
             UNION
             ${oneKind(reachConditions.suppressed, states)}
             UNION
             ${oneKind(reachConditions.partly, states)}
             UNION
             SELECT group_id
             FROM (
               SELECT group_summary.group_id
               FROM group_summary
               CROSS JOIN local_group g ON g.id = group_summary.group_id
               WHERE ${silent} AND ${isMailable} AND g.state IN (${states})
               ORDER BY ${lastAnswer}
               LIMIT ${looked}
             )
             UNION
             SELECT group_id
             FROM (
               SELECT round_snapshot.group_id
               FROM round_snapshot
               JOIN local_group g ON g.id = round_snapshot.group_id
               WHERE round_snapshot.round_key = (SELECT max(key) FROM round)
               AND ${isShrinkingIn('round_snapshot')}
               AND g.state IN (${states})
               AND EXISTS (SELECT 1 FROM group_summary WHERE group_id = g.id AND referents > 0)
               LIMIT ${looked}
             )
           )
         SELECT
           ${groupColumns}, group_summary.with_address, ${callColumns},
           ${silentRounds({ lastRound: 'group_summary.last_round', createdAt: 'g.created_at' })} AS silent,
           (
             SELECT members_before
             FROM round_snapshot
             WHERE round_snapshot.group_id = g.id AND round_snapshot.round_key = (SELECT max(key) FROM round)
           ) AS members_before,
           (
             SELECT json_group_array(json_array(person.name, suppression.since_at, suppression.reason) ORDER BY suppression.since_at)
             FROM referent
             JOIN person ON person.id = referent.person_id
             JOIN suppression ON suppression.address = person.email
             WHERE referent.group_id = g.id AND referent.until_at IS NULL
           ) AS unreached,
           EXISTS (SELECT 1 FROM suppression WHERE suppression.address = lower(g.public_email)) AS is_public_closed,
           ${formerColumn} AS former
         FROM risky
         JOIN local_group g ON g.id = risky.group_id
         JOIN group_summary ON group_summary.group_id = g.id
         JOIN group_check ON group_check.group_id = g.id
         LEFT JOIN group_call ON group_call.group_id = g.id
         WHERE group_call.next_on IS NULL OR group_call.next_on <= ${day}`,
      )
      .bind(...parameters.values),
    read: (rows: Columns[]) =>
      rows
        .map((row) => ({
          ...listedGroup(row),
          publicEmail: row.is_public_closed === 1 ? null : row.public_email,
          risks: risksOf(signsOf(row)),
          former: formerOf(row),
          unreached: unreachedIn(row).map(({ name }) => name),
          call: callStateFrom(row),
        }))
        .filter(({ risks }) => risks.length > 0)
        .sort((a, b) => urgency(b.risks) - urgency(a.risks) || a.name.localeCompare(b.name))
        .filter(isFirstOfItsKind(eachKind)),
  }
}

function isFirstOfItsKind(howMany: number) {
  const seen = new Map<string, number>()
  return ({ risks: [worst] }: RiskyGroup) => {
    const nth = (seen.get(worst?.why ?? '') ?? 0) + 1
    seen.set(worst?.why ?? '', nth)
    return nth <= howMany
  }
}

/** The first groups of one kind of worry. */
function oneKind(condition: string, states: string): string {
  return `SELECT group_id
             FROM (
               SELECT group_summary.group_id
               FROM group_summary
               CROSS JOIN local_group g ON g.id = group_summary.group_id
               WHERE ${condition} AND g.state IN (${states})
               LIMIT ${looked}
             )`
}

function unreachedIn({ unreached }: Pick<Columns, 'unreached'>) {
  const rows = JSON.parse(unreached) as [name: string, since: string, reason: SuppressionReason][]
  return rows.map(([name, since, reason]) => ({ name, since: new Date(since), reason }))
}

function signsOf({
  referents,
  with_address,
  reachable,
  unreached,
  silent,
  active_members,
  members_before,
}: Columns): Signs {
  const people = unreachedIn({ unreached })
  return {
    referents,
    withAddress: with_address,
    reachable,
    unsubscribed: people.flatMap(({ name, since, reason }) =>
      reason === 'hard_bounce' ? [] : [{ name, since, how: reason }],
    ),
    bounced: people.filter(({ reason }) => reason === 'hard_bounce').map(({ name, since }) => ({ name, since })),
    silent,
    members: active_members,
    membersBefore: members_before,
  }
}

function formerOf({ former }: Columns): Former | null {
  if (former === null) return null
  const [name, phone, email, until] = JSON.parse(former) as [string, string | null, string | null, string]
  return { name, phone, email, until: new Date(until) }
}
