import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { MailKind, SuppressionReason } from '#shared/domain/mail.ts'
import type { EmptyMail, OutgoingMail } from '#shared/domain/outgoing-mail.ts'
import type { Movement } from '#shared/movement.ts'
import type { Sections } from '#shared/record/sections.ts'
import { groupsLanguage } from './groups-language.ts'
import { contentColumn, contentFrom, type MailSources } from './mail-contents.ts'
import { isHeldBack } from './mail-control.ts'
import { newNamesColumn, newNamesFrom } from './new-names.ts'
import { limitsOf } from './round-end.ts'
import type { Lease } from './sending.ts'
import { testColumn, testFrom } from './test-mails.ts'

/** A mail that is about to leave; its content is null when it has nothing to tell any more. */
export type ReadMail = OutgoingMail | EmptyMail | FaultyMail
/** One whose content is none that its kind can tell, and why. */
type FaultyMail = EmptyMail & { fault: string }

export type OutgoingMailRow = {
  id: number
  uid: string
  kind: MailKind
  attempts: number
  created_at: string
  name: string | null
  /** Null when it was taken from the person while the mail was leaving. */
  address: string | null
  language: string | null
  suppression: SuppressionReason | null
  doubted_since: string | null
  redirect: string | null
  content: string | null
  new_names: string
  test: string | null
}

/** SQL, of a row of `mail` with its `person` and `invitation`: the address that it goes to. */
export const readersAddress = 'coalesce(person.email, invitation.email, mail.address)'

/** SQL: since when a server says that the address of this row of `mail` is missing, and was not believed. */
export const doubtedSince = `coalesce(
    (SELECT min(doubt.doubted_at) FROM mail AS doubt WHERE doubt.person_id = mail.person_id AND doubt.doubted_at IS NOT NULL),
    mail.doubted_at
  )`

const groupsOfReader = `
        SELECT own.group_id FROM referent AS own WHERE own.person_id = mail.person_id AND own.until_at IS NULL
        UNION ALL
        SELECT invitation.group_id`

// Of visitors, who ask whether it was them; what they are called stays out of such a mail
const visitorsLanguage = `CASE mail.kind
      WHEN 'enquiry_confirmation' THEN (SELECT enquiry.language FROM enquiry WHERE enquiry.uid = substr(mail.uid, 1, 32))
      WHEN 'registration_confirmation' THEN (SELECT asked.language FROM registration AS asked WHERE asked.uid = substr(mail.uid, 1, 32))
      WHEN 'list_link' THEN (SELECT list_subscriber.language FROM list_subscriber WHERE list_subscriber.uid = substr(mail.uid, 1, 32))
    END`

const outgoingMailsWith = (told: MailSources, doubted: string) => `
  SELECT
    mail.id, mail.uid, mail.kind, mail.attempts, mail.created_at,
    coalesce(person.name, invitation.name, team_invitation.name, registration.name, moved.name) AS name,
    coalesce(person.language, team_invitation.language, registration.language, moved.language, ${visitorsLanguage}, ${groupsLanguage(groupsOfReader)}) AS language,
    ${readersAddress} AS address,
    suppression.reason AS suppression,
    ${doubted} AS doubted_since,
    iif(mail.address IS NOT NULL AND mail.kind <> 'new_address', NULL, (SELECT redirect_address FROM mail_control)) AS redirect,
    iif(test_mail.mail_id IS NULL, ${contentColumn(told)}, NULL) AS content,
    ${newNamesColumn} AS new_names,
    ${testColumn} AS test
  FROM mail
  LEFT JOIN test_mail ON test_mail.mail_id = mail.id
  LEFT JOIN person ON person.id = mail.person_id
  LEFT JOIN invitation ON invitation.id = mail.invitation_id
  LEFT JOIN team_invitation ON mail.kind = 'team_invitation' AND team_invitation.email = mail.address
  LEFT JOIN registration ON mail.kind = 'registration_answer' AND registration.uid = substr(mail.uid, 1, 32)
  LEFT JOIN former_address ON mail.kind = 'new_address' AND former_address.uid = substr(mail.uid, 1, 32)
  LEFT JOIN person AS moved ON moved.id = former_address.person_id
  LEFT JOIN suppression ON suppression.address = ${readersAddress}`

/** SQL: what each row of `mail` tells, and to whom; its parameters are those of `contentColumn`. Such a row may be made up: nothing else of `mail` is read. */
export const outgoingMailSql = (told: MailSources): string => outgoingMailsWith(told, 'NULL')

/** To be read with `outgoingMailsFrom`; in one batch with `updateLeaving` where mails are marked together, so that nothing changes between the two. None that is held back. */
export function selectOutgoingMails(
  db: D1Database,
  ids: readonly number[],
  lease: Lease,
  movement: Pick<Movement, 'writesTo' | 'coordinators' | 'sections' | 'feeds'>,
  now: Date,
): D1PreparedStatement {
  // What does each of these mails say, and to whom?
  return db
    .prepare(
      `${outgoingMailsWith(movement, doubtedSince)}
       WHERE mail.id IN (SELECT value FROM json_each(?1))
       AND mail.state = 'sending'
       AND mail.lease_id = ?2
       AND NOT ${isHeldBack('?5')}
       ORDER BY mail.id`,
    )
    .bind(JSON.stringify(ids), lease.id, JSON.stringify(movement.writesTo), limitsOf(movement), now.toISOString())
}

export function outgoingMailsFrom(rows: readonly OutgoingMailRow[], sections: Sections): ReadMail[] {
  return rows.map(
    (row) =>
      ({
        id: row.id,
        uid: row.uid,
        attempts: row.attempts,
        createdAt: new Date(row.created_at),
        to: { name: row.name, address: row.address ?? '', language: row.language },
        suppression: row.suppression,
        doubtedSince: row.doubted_since === null ? null : new Date(row.doubted_since),
        redirect: row.redirect,
        test: testFrom(row.test),
        newNames: newNamesFrom(row.new_names),
        kind: row.kind,
        // What a kind tells, `contentFrom` reads by the same table as this type
        ...readContent(row, sections),
      }) as ReadMail,
  )
}

/** What is broken in one mail ends this mail, not the others. Of an error its name is kept: its words may hold what the mail says. */
function readContent(
  { kind, address, content }: OutgoingMailRow,
  sections: Sections,
): Pick<ReadMail, 'content'> & { fault?: string } {
  try {
    return { content: contentFrom(kind, address === null ? null : content, sections) }
  } catch (error) {
    return { content: null, fault: error instanceof Error ? error.name : 'Error' }
  }
}

/** True when a statement failed because a value is larger than SQLite, or D1, gives. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && /too big|TOOBIG/i.test(error.message)
}
