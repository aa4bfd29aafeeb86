import type { Membership } from '#shared/domain/mail-content.ts'

/**
 * SQL: whose write to which group made the reader of `mail` a referent, or took them off? Nothing when that is no longer so: who came has gone
 * again, who went is back.
 */
export const membershipColumn = `(
    SELECT json_object('uid', g.uid, 'group', g.name, 'by', author.name)
    FROM local_group g
    JOIN revision ON revision.group_id = g.id AND revision.number = mail.since_number
    LEFT JOIN person author ON author.id = revision.person_id
    WHERE g.id = mail.group_id
    AND (mail.kind = 'welcome') = EXISTS (
      SELECT 1
      FROM referent
      WHERE referent.group_id = g.id AND referent.person_id = mail.person_id AND referent.until_at IS NULL
    )
  )`

export function membershipFrom(json: string): Membership {
  return JSON.parse(json) as Membership
}
