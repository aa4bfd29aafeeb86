import type { MailKind, MailReason, MailState, SuppressionReason } from '#shared/domain/mail.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Somebody as the team looks at them to help: their groups, whether mails reach them, what they were sent. */
export type TeamPerson = {
  uid: string
  name: string
  email: string | null
  phone: string | null
  language: Language | null
  groups: { uid: string; name: string; state: GroupState }[]
  suppressed: { reason: SuppressionReason; since: Date; explanation: string | null } | null
  mails: { kind: MailKind; state: MailState; reason: MailReason | null; at: Date }[]
}

type Columns = {
  uid: string
  name: string
  email: string | null
  phone: string | null
  language: string | null
  groups: string
  suppressed: string | null
  mails: string
}

/** Of somebody who became part of another person, that one. Null when nobody has this uid, or they hold no membership among the groups that the database shows. */
export function teamPerson(db: ReadDatabase, uid: string, mails: number): Question<TeamPerson | null> {
  return {
    // Who is this, which groups are theirs, and what were they sent?
    statement: db
      .prepare(
        `SELECT
           person.uid, person.name, person.email, person.phone, person.language,
           (
             SELECT json_group_array(json_array(g.uid, g.name, g.state) ORDER BY g.name)
             FROM referent
             JOIN local_group g ON g.id = referent.group_id
             WHERE referent.person_id = person.id AND referent.until_at IS NULL
           ) AS groups,
           (SELECT json_array(reason, since_at, explanation) FROM suppression WHERE address = person.email) AS suppressed,
           (
             SELECT json_group_array(json_array(kind, state, reason, coalesce(settled_at, due_at)) ORDER BY id DESC)
             FROM (SELECT * FROM mail WHERE mail.person_id = person.id ORDER BY mail.id DESC LIMIT ?2 + 0)
           ) AS mails
         FROM person
         WHERE person.id = (SELECT coalesce(merged_into_id, id) FROM person WHERE uid = ?1)
         AND EXISTS (SELECT 1 FROM referent JOIN local_group g ON g.id = referent.group_id WHERE referent.person_id = person.id)`,
      )
      .bind(uid, mails),
    read: ([row]: Columns[]) => (row ? personFrom(row) : null),
  }
}

function personFrom(row: Columns): TeamPerson {
  const suppressed =
    row.suppressed === null ? null : (JSON.parse(row.suppressed) as [SuppressionReason, string, string | null])
  return {
    uid: row.uid,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: isLanguage(row.language) ? row.language : null,
    groups: (JSON.parse(row.groups) as [string, string, GroupState][]).map(([uid, name, state]) => ({
      uid,
      name,
      state,
    })),
    suppressed: suppressed && { reason: suppressed[0], since: new Date(suppressed[1]), explanation: suppressed[2] },
    mails: (JSON.parse(row.mails) as [MailKind, MailState, MailReason | null, string][]).map(
      ([kind, state, reason, at]) => ({ kind, state, reason, at: new Date(at) }),
    ),
  }
}
