/** Who writes for the team: what they call something was seen by it. */
const ofTeam = `author IN ('import', 'coordinator')`

/** SQL: whether `revision` calls a row (`uid`) of a list so. */
const calls = (list: string, uid: string, name: string) => `EXISTS (
      SELECT 1
      FROM json_each(revision.changes) AS change
      WHERE change.value ->> 'list' = '${list}' AND change.value ->> 'row' = ${uid}
      AND ${name} IN (iif(change.value ->> 'field' = 'name', change.value ->> 'after', NULL), change.value -> 'added' ->> 'name')
    )`

const said =
  (list: string, { uid, name }: { uid: string; name: string }, from: string) =>
  (by: string) =>
    `EXISTS (
    SELECT 1
    FROM ${from} AND ${by} AND instr(revision.changes, '"name"') > 0
    AND ${calls(list, uid, name)}
  )`

/** SQL: whether the name of a group (an alias of `local_group`) was only ever given by links: nobody of the team has written or imported it. */
export function isGroupUnvouched(g: string): string {
  const written = said('group', { uid: `${g}.uid`, name: `${g}.name` }, `revision WHERE revision.group_id = ${g}.id`)
  // A group that was never renamed was named by the team
  const isRenamed = `EXISTS (SELECT 1 FROM former_name WHERE former_name.group_id = ${g}.id)`
  return `(${isRenamed} AND ${written(`NOT ${ofTeam}`)} AND NOT ${written(ofTeam)})`
}

/** SQL: the same of a person (an alias of `person`), as far as the history of their groups tells. */
export function isPersonUnvouched(person: string): string {
  const from = `referent AS membership
    JOIN revision ON revision.group_id = membership.group_id
    WHERE membership.person_id = ${person}.id`
  const written = said('referents', { uid: `${person}.uid`, name: `${person}.name` }, from)
  return `(NOT ${written(ofTeam)} AND ${written(`NOT ${ofTeam}`)})`
}
