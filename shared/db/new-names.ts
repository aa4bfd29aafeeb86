import { daysNew, type NewNames, newNamesOf } from '#shared/domain/new-names.ts'

const groupsTold = `
        SELECT told.group_id FROM referent AS told WHERE told.person_id = mail.person_id AND told.until_at IS NULL
        UNION ALL
        SELECT mail.group_id
        UNION ALL
        SELECT ended.group_id FROM invitation AS ended WHERE ended.id = mail.about_invitation_id`

/**
 * SQL: what were groups and people called lately, in the groups that the reader of `mail` is told of? For the team, nothing: it sees each name on the
 * dashboard. Whoever is invited is called what the inviter wrote.
 */
export const newNamesColumn = `(
    SELECT json_group_array(json_array(row, is_settled, before, after) ORDER BY at, number)
    FROM (
      SELECT
        revision.made_at AS at, revision.number, change.value ->> 'row' AS row,
        revision.author IN ('import', 'coordinator', 'system') OR revision.person_id IS mail.person_id AS is_settled,
        change.value ->> 'before' AS before,
        coalesce(change.value ->> 'after', change.value -> 'added' ->> 'name') AS after
      FROM revision
      JOIN json_each(revision.changes) AS change
      WHERE mail.person_id IS NOT NULL
      AND revision.group_id IN (${groupsTold})
      AND revision.made_at > strftime('%Y-%m-%dT%H:%M:%fZ', mail.created_at, '-${daysNew} days')
      AND instr(revision.changes, '"name"') > 0
      AND change.value ->> 'list' IN ('group', 'referents')
      AND (change.value ->> 'field' = 'name' OR change.value -> 'added' ->> 'name' IS NOT NULL)
      UNION ALL
      SELECT ended.invited_at, 0, ended.id, ended.invited_by IS mail.person_id, NULL, ended.name
      FROM invitation AS ended
      WHERE ended.id = mail.about_invitation_id AND ended.person_id IS NULL
    )
    WHERE after IS NOT NULL
  )`

type Columns = [row: string, isSettled: 0 | 1, before: string | null, after: string]

export function newNamesFrom(json: string): NewNames {
  const namings = JSON.parse(json) as Columns[]
  return newNamesOf(
    namings.map(([row, isSettled, before, after]) => ({ row: String(row), isSettled: isSettled === 1, before, after })),
  )
}
