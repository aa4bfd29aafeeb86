import type { MailKind, MailState, SuppressionReason } from '#shared/domain/mail.ts'
import type { StepName } from '#shared/domain/round.ts'
import type { Movement } from '#shared/movement.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import type { Question } from './ask.ts'
import { owedMemberships } from './owed.ts'
import type { ReadDatabase } from './read-only.ts'

/** Why a membership is owed no mail: its group is not written to, or has answered, or the person said that it is not theirs. */
export type MembershipStop = 'answered' | Exclude<GroupState, 'active'>

/** Somebody who has a membership, and what a step would write to them. */
export type Reader = {
  name: string
  /** Null of somebody who is called. */
  email: string | null
  groups: { name: string; stop: MembershipStop | GroupState | null }[]
  suppression: { reason: SuppressionReason; since: string } | null
  /** Where their mail of this step is, if they have one already. */
  mail: MailState | null
}

/** Everybody who has a membership, by name: who would get a step's mail in a round, and what keeps the others from it. */
export function listReaders(
  db: ReadDatabase,
  { round, step, writesTo }: { round: string; step: StepName; writesTo: Movement['writesTo'] },
): Question<Reader[]> {
  type Columns = {
    name: string
    email: string | null
    groups: string
    reason: SuppressionReason | null
    since_at: string | null
    mail: MailState | null
  }
  return {
    // Who would get this step's mail, and what keeps the others from it?
    statement: db
      .prepare(
        `WITH owed AS (${owedMemberships('?1', '?3')})
         SELECT
           person.name, person.email, suppressed.reason, suppressed.since_at,
           json_group_array(json_array(
             g.name,
             CASE
               WHEN owed.group_id IS NOT NULL THEN NULL
               WHEN g.state NOT IN (SELECT value FROM json_each(?3)) THEN g.state
               ELSE 'answered'
             END
           ) ORDER BY g.name_key) AS groups,
           (SELECT state FROM mail WHERE mail.round_key = ?1 AND mail.step = ?2 AND mail.person_id = person.id) AS mail
         FROM referent
         JOIN person ON person.id = referent.person_id
         JOIN local_group g ON g.id = referent.group_id
         LEFT JOIN owed ON owed.person_id = referent.person_id AND owed.group_id = referent.group_id
         LEFT JOIN suppression suppressed ON suppressed.address = person.email
         WHERE referent.until_at IS NULL
         GROUP BY person.id
         ORDER BY person.name COLLATE NOCASE, person.id`,
      )
      .bind(round, step, JSON.stringify(writesTo)),
    read: (rows: Columns[]) =>
      rows.map(({ name, email, groups, reason, since_at, mail }) => ({
        name,
        email,
        groups: (JSON.parse(groups) as [string, MembershipStop | null][]).map(([group, stop]) => ({
          name: group,
          stop,
        })),
        suppression: reason === null || since_at === null ? null : { reason, since: since_at.slice(0, 10) },
        mail,
      })),
  }
}

/** Groups that the movement writes to, and that have nobody to write to. */
export function listOrphans(db: ReadDatabase, writesTo: Movement['writesTo']): Question<string[]> {
  return {
    // Which groups have nobody to write to?
    statement: db
      .prepare(
        `SELECT name
         FROM local_group g
         WHERE g.state IN (SELECT value FROM json_each(?1))
         AND NOT EXISTS (SELECT 1 FROM referent WHERE referent.group_id = g.id AND referent.until_at IS NULL)
         ORDER BY g.name_key`,
      )
      .bind(JSON.stringify(writesTo)),
    read: (rows: { name: string }[]) => rows.map(({ name }) => name),
  }
}

/** A mail that waits in the outbox. */
export type WaitingMail = { to: string; address: string; kind: MailKind; dueAt: Date }

export function listWaiting(db: ReadDatabase): Question<WaitingMail[]> {
  type Columns = { to: string; address: string; kind: MailKind; due_at: string }
  return {
    // Which mails wait, and until when?
    statement: db.prepare(
      `SELECT coalesce(person.name, '') AS "to", coalesce(person.email, mail.address) AS address, mail.kind, mail.due_at
       FROM mail
       LEFT JOIN person ON person.id = mail.person_id
       WHERE mail.state = 'pending'
       ORDER BY mail.due_at, mail.id`,
    ),
    read: (rows: Columns[]) => rows.map(({ due_at, ...row }) => ({ ...row, dueAt: new Date(due_at) })),
  }
}
