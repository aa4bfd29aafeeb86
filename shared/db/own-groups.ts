import type { OwnGroups } from '#shared/domain/mail-content.ts'
import { owedMemberships } from './owed.ts'

/** So many groups are told of one by one: what is read on a phone. */
export const groupsTold = 5

/**
 * SQL: the memberships of the reader of `mail` whose groups are owed an answer in its round; all
 * without a round. `?3` as in `contentColumn`.
 */
export const readersMemberships = `(${owedMemberships('mail.round_key', '?3')} AND referent.person_id = mail.person_id)`

/** SQL: of which groups is the reader of `mail` a referent? */
export const ownGroupsColumn = `(
    SELECT json_array(max(total), json_group_array(name ORDER BY name_key), EXISTS (
      SELECT 1
      FROM link
      JOIN mail AS held ON held.id = link.mail_id
      WHERE held.person_id = mail.person_id AND link.revoked_at = mail.created_at
    ))
    FROM (
      SELECT g.name, g.name_key, count(*) OVER () AS total
      FROM ${readersMemberships} AS membership
      JOIN local_group g ON g.id = membership.group_id
      ORDER BY g.name_key
      LIMIT ${groupsTold}
    )
  )`

export function ownGroupsFrom(json: string): OwnGroups | null {
  const [count, names, isStopped] = JSON.parse(json) as [number | null, string[], 0 | 1]
  const groups = names.map((name) => ({ name }))
  return count === null ? null : { count, groups, ...(isStopped && { isStopped: true }) }
}
