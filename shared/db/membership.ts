import type { MembershipNews } from '#shared/domain/mail-content.ts'

/**
 * SQL: whose write to which group took the reader of `mail` off? Nothing when they are back.
 */
export const membershipColumn = `(
    SELECT json_object('uid', g.uid, 'group', g.name, 'by', author.name)
    FROM local_group g
    JOIN revision ON revision.group_id = g.id AND revision.number = mail.since_number
    LEFT JOIN person author ON author.id = revision.person_id
    WHERE g.id = mail.group_id
    AND NOT EXISTS (
      SELECT 1
      FROM referent
      WHERE referent.group_id = g.id AND referent.person_id = mail.person_id AND referent.until_at IS NULL
    )
  )`

export function membershipFrom(json: string): MembershipNews {
  return JSON.parse(json) as MembershipNews
}
