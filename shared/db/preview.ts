import { type MailKind, mailTable } from '#shared/domain/mail.ts'
import type { Movement } from '#shared/movement.ts'
import { ask, type Question } from './ask.ts'
import { type OutgoingMailRow, outgoingMailSql, outgoingMailsFrom, type ReadMail } from './outgoing-mails.ts'
import type { ReadDatabase } from './read-only.ts'
import { limitsOf } from './round-end.ts'

/** A mail as it would be if it left now. `address` is a coordinator's; without it the group's first referent is written to. */
export type PreviewRequest = {
  kind: MailKind
  group: string | null
  address: string | null
  now: Date
  movement: Pick<Movement, 'writesTo' | 'coordinators' | 'sections' | 'feeds'>
}

/**
 * What a mail would say if it left now; nothing is written. Null when there is nobody to write it to. Changes are those of the last
 * correction.
 */
export async function findPreview(db: ReadDatabase, request: PreviewRequest): Promise<ReadMail | null> {
  return (await ask(db, { mail: previewQuestion(db, request) })).mail
}

/** The same, to be asked beside other things. */
export function previewQuestion(db: ReadDatabase, request: PreviewRequest): Question<ReadMail | null> {
  const { kind, group, address, movement, now } = request
  // What would a mail of this kind say, about this group, now?
  const statement = db
    .prepare(
      `WITH
         about AS (SELECT id FROM local_group WHERE uid = ?2),
         latest AS (
           SELECT max(number) AS number
           FROM revision
           WHERE group_id = (SELECT id FROM about) AND person_id IS NOT NULL
         ),
         wrong AS (
           SELECT referent.person_id AS id
           FROM referent
           JOIN person ON person.id = referent.person_id
           JOIN suppression ON suppression.address = person.email AND suppression.reason = 'hard_bounce'
           WHERE referent.group_id = (SELECT id FROM about) AND referent.until_at IS NULL
           LIMIT 1
         ),
         reader AS (
           SELECT coalesce(
             (
               SELECT person_id
               FROM revision
               WHERE ?1 = 'receipt' AND group_id = (SELECT id FROM about) AND number = (SELECT number FROM latest)
             ),
             (
               SELECT person_id
               FROM referent
               WHERE group_id = (SELECT id FROM about) AND until_at IS NULL
               AND (?6 <> 'wrong_address' OR person_id IS NOT (SELECT id FROM wrong))
               ORDER BY id
               LIMIT 1
             )
           ) AS id
         ),
         mail AS (
           SELECT
             0 AS id, 'preview' AS uid, ?1 AS kind, 1 AS attempts, ?7 AS created_at,
             iif(?6 = 'round_end', (SELECT max(key) FROM round), NULL) AS round_key,
             iif(?5 IS NULL, (SELECT id FROM reader), NULL) AS person_id,
             ?5 AS address,
             NULL AS invitation_id,
             NULL AS about_invitation_id,
             iif(?6 IN ('changes', 'membership', 'wrong_address'), (SELECT id FROM about), NULL) AS group_id,
             iif(?6 IN ('changes', 'membership'), (SELECT number FROM latest), NULL) AS since_number,
             iif(?6 = 'wrong_address', (SELECT id FROM wrong), NULL) AS about_person_id
         )
       ${outgoingMailSql(movement)}
       WHERE coalesce(mail.person_id, mail.address) IS NOT NULL`,
    )
    .bind(
      kind,
      group,
      JSON.stringify(movement.writesTo),
      limitsOf(movement),
      address,
      mailTable[kind].tells,
      now.toISOString(),
    )

  return {
    statement,
    read: (rows: OutgoingMailRow[]) => {
      const [mail] = outgoingMailsFrom(rows, movement.sections)
      return mail ? { ...mail, suppression: null, redirect: null, test: null } : null
    },
  }
}

/** A group whose mails are shown where no group is meant: the first that has a referent with an address; null when there is none. */
export function previewGroup(db: ReadDatabase): Question<string | null> {
  return {
    // Which group has somebody to write to?
    statement: db.prepare(
      `SELECT g.uid
       FROM referent
       JOIN local_group AS g ON g.id = referent.group_id
       JOIN person ON person.id = referent.person_id
       WHERE referent.until_at IS NULL AND person.email IS NOT NULL
       ORDER BY referent.id
       LIMIT 1`,
    ),
    read: ([row]: { uid: string }[]) => row?.uid ?? null,
  }
}
