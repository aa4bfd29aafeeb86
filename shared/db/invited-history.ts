import { isInvited } from './invitations.ts'

/**
 * SQL: of what a group typed of those whose `invitation` ends (a condition), its history keeps the name alone. Before the invitations forget it themselves.
 */
export const forgetTyped = (ended: string) => `
  UPDATE revision
  SET changes = (
    SELECT json_group_array(json(iif(
      iif(kept.type = 'object', kept.value ->> 'row', NULL) IN (${uids(ended)}),
      json_replace(
        kept.value,
        '$.added', json_object('name', kept.value ->> '$.added.name'),
        '$.removed', json_object('name', kept.value ->> '$.removed.name')
      ),
      kept.value
    )))
    FROM json_each(revision.changes) AS kept
    WHERE NOT (
      iif(kept.type = 'object', kept.value ->> 'row', NULL) IN (${uids(ended)})
      AND coalesce(kept.value ->> 'field', 'name') <> 'name'
    )
  )
  WHERE EXISTS (
    SELECT 1
    FROM invitation
    WHERE ${ended} AND ${isInvited}
    AND invitation.group_id = revision.group_id AND instr(revision.changes, invitation.uid) > 0
  )`

const uids = (ended: string) => `SELECT invitation.uid FROM invitation WHERE ${ended} AND ${isInvited}`
