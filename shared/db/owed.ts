/**
 * The memberships (`person_id`, `group_id`) that are owed a mail in a round: of the groups that the movement writes to, those
 * of which nobody has answered; nobody who is only invited. Somebody who said "this is not my group" spoke for themselves only.
 * `round` and `writesTo` are SQL: a parameter or a column, and a parameter that holds a JSON array of states. Without a
 * round (NULL) every membership counts.
 */
export function owedMemberships(round: string, writesTo: string): string {
  return `
    SELECT referent.person_id, referent.group_id
    FROM referent
    JOIN local_group ON local_group.id = referent.group_id
    WHERE referent.until_at IS NULL
    AND (${round} IS NULL OR local_group.state IN (SELECT value FROM json_each(${writesTo})))
    AND NOT EXISTS (
      SELECT 1
      FROM answer
      WHERE answer.round_key = ${round}
      AND answer.group_id = referent.group_id
      AND (answer.kind <> 'not_my_group' OR answer.person_id = referent.person_id)
    )`
}
