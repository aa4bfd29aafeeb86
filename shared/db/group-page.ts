import type { SectionCheck } from '#shared/domain/freshness.ts'
import type { MailKind, MailReason, MailState, SuppressionReason } from '#shared/domain/mail.ts'
import type { RowCounts } from '#shared/domain/record-limits.ts'
import type { GroupRecord, SectionName } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import { historyColumn, type Revision, readHistory } from './history.ts'
import { isInvited } from './invitations.ts'
import type { AnswerKind } from './link-sessions.ts'
import type { ReadDatabase } from './read-only.ts'
import { countsFromColumns, type RecordColumns, recordColumns, recordFromColumns } from './records.ts'

/** A group with all that is known of it. */
export type GroupPage = {
  uid: string
  /** The group (uid) that it is part of since a merge. */
  mergedInto: string | null
  createdAt: Date
  lastRound: string | null
  record: GroupRecord
  /** How many rows its lists hold, of which the record may have a part. */
  counts: RowCounts
  checks: SectionCheck[]
  history: Revision[]
  /** Addresses of its referents that must not get mail. */
  suppressed: ReadonlyMap<string, { reason: SuppressionReason; since: Date; words: string | null }>
  /** Uids of those who have not said yes yet, and of those to whom nothing is written until the team lets them through. */
  invited: ReadonlySet<string>
  waiting: ReadonlySet<string>
  /** What its referents agreed to have public, by their uid. */
  agreed: ReadonlyMap<string, string[]>
}

type Columns = RecordColumns & {
  merged_into: string | null
  created_at: string
  last_round: string | null
  checks: string
  history: string
  suppressed: string
  invited: string
  agreed: string
}

/** Null when there is no such group. `revisions` is how far its history goes back. */
export function groupPage(
  db: ReadDatabase,
  sections: Sections,
  uid: string,
  revisions: number,
): Question<GroupPage | null> {
  return {
    // What do we know of this group?
    statement: db
      .prepare(
        `SELECT
           g.created_at,
           group_summary.last_round,
           (
             SELECT json_group_array(json_array(section_check.section, section_check.checked_at, person.name))
             FROM section_check
             LEFT JOIN person ON person.id = section_check.person_id
             WHERE section_check.group_id = g.id
           ) AS checks,
           (
             SELECT json_group_array(json_array(suppression.address, suppression.reason, suppression.since_at, suppression.explanation))
             FROM referent
             JOIN person ON person.id = referent.person_id
             JOIN suppression ON suppression.address = person.email
             WHERE referent.group_id = g.id AND referent.until_at IS NULL
           ) AS suppressed,
           (
             SELECT json_group_array(json_array(invitation.uid, invitation.waiting_at IS NOT NULL))
             FROM invitation
             WHERE invitation.group_id = g.id AND ${isInvited}
           ) AS invited,
           (
             SELECT json_group_array(json_array(person.uid, consent.field) ORDER BY consent.field DESC)
             FROM referent
             JOIN person ON person.id = referent.person_id
             JOIN consent ON consent.person_id = person.id AND consent.withdrawn_at IS NULL
             WHERE referent.group_id = g.id AND referent.until_at IS NULL
           ) AS agreed,
           ${historyColumn('?2')} AS history,
           (SELECT whole.uid FROM local_group AS whole WHERE whole.id = g.merged_into_id) AS merged_into,
           ${recordColumns(sections, `'{}'`, { withInvited: true })}
         FROM local_group g
         JOIN group_summary ON group_summary.group_id = g.id
         WHERE g.uid = ?1`,
      )
      .bind(uid, revisions),
    read: ([row]: Columns[]) =>
      row
        ? {
            uid: row.group_uid,
            mergedInto: row.merged_into,
            createdAt: new Date(row.created_at),
            lastRound: row.last_round,
            record: recordFromColumns(row, sections),
            counts: countsFromColumns(row, sections),
            checks: (JSON.parse(row.checks) as [SectionName, string, string | null][]).map(([section, at, by]) => ({
              section,
              checkedAt: new Date(at),
              by,
            })),
            history: readHistory(row.history),
            suppressed: suppressedFrom(JSON.parse(row.suppressed) as SuppressedColumns[]),
            ...invitedFrom(row.invited),
            agreed: agreedFrom(JSON.parse(row.agreed) as [string, string][]),
          }
        : null,
  }
}

type SuppressedColumns = [address: string, reason: SuppressionReason, since: string, words: string | null]

function suppressedFrom(rows: readonly SuppressedColumns[]): GroupPage['suppressed'] {
  return new Map(rows.map(([address, reason, since, words]) => [address, { reason, since: new Date(since), words }]))
}

function invitedFrom(json: string): Pick<GroupPage, 'invited' | 'waiting'> {
  const rows = JSON.parse(json) as [uid: string, waits: 0 | 1][]
  return {
    invited: new Set(rows.map(([uid]) => uid)),
    waiting: new Set(rows.flatMap(([uid, waits]) => (waits ? [uid] : []))),
  }
}

function agreedFrom(pairs: readonly [string, string][]): Map<string, string[]> {
  const agreed = new Map<string, string[]>()
  for (const [uid, field] of pairs) agreed.set(uid, [...(agreed.get(uid) ?? []), field])
  return agreed
}

/** What a group said in a round. */
export type GroupRound = { key: string; openedAt: Date; answers: { by: string | null; kind: AnswerKind; at: Date }[] }

/** The latest rounds, latest first, with a group's answers; of somebody who was erased, only that they answered. */
export function groupRounds(db: ReadDatabase, uid: string, howMany: number): Question<GroupRound[]> {
  return {
    // What did this group answer, round after round?
    statement: db
      .prepare(
        `SELECT
           round.key,
           round.opened_at,
           (
             SELECT json_group_array(json_array(person.name, answer.kind, answer.last_at) ORDER BY answer.first_at)
             FROM answer
             LEFT JOIN person ON person.id = answer.person_id
             WHERE answer.group_id = (SELECT id FROM local_group WHERE uid = ?1)
             AND answer.round_key = round.key
           ) AS answers
         FROM round
         ORDER BY round.key DESC
         LIMIT ?2 + 0`,
      )
      .bind(uid, howMany),
    read: (rows: { key: string; opened_at: string; answers: string }[]) =>
      rows.map((row) => ({
        key: row.key,
        openedAt: new Date(row.opened_at),
        answers: (JSON.parse(row.answers) as [string | null, AnswerKind, string][]).map(([by, kind, at]) => ({
          by,
          kind,
          at: new Date(at),
        })),
      })),
  }
}

/** A mail that somebody of a group was sent, or should be. */
export type GroupMail = {
  to: string
  kind: MailKind
  state: MailState
  reason: MailReason | null
  /** When it was settled, or is due. */
  at: Date
}

/** The latest mails to a group's referents, latest first. */
export function groupMails(db: ReadDatabase, uid: string, howMany: number): Question<GroupMail[]> {
  return {
    // What were this group's referents written?
    statement: db
      .prepare(
        `SELECT person.name AS "to", mail.kind, mail.state, mail.reason, coalesce(mail.settled_at, mail.due_at) AS at
         FROM local_group g
         JOIN referent ON referent.group_id = g.id AND referent.until_at IS NULL
         JOIN person ON person.id = referent.person_id
         JOIN mail ON mail.person_id = person.id
         WHERE g.uid = ?1
         ORDER BY mail.id DESC
         LIMIT ?2 + 0`,
      )
      .bind(uid, howMany),
    read: (rows: (Omit<GroupMail, 'at'> & { at: string })[]) => rows.map((row) => ({ ...row, at: new Date(row.at) })),
  }
}

/** The names of the movement's campaigns, latest first. */
export function campaignsToChoose(db: ReadDatabase): Question<{ uid: string; name: string }[]> {
  return {
    // What are the campaigns called?
    statement: db.prepare(
      `SELECT uid, name
       FROM campaign
       ORDER BY held_on DESC
       LIMIT 200`,
    ),
    read: (rows: { uid: string; name: string }[]) => rows,
  }
}
