import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Change } from '#shared/domain/change.ts'
import { isOfMembership } from '#shared/record/sections/referents.ts'

export type NewRevision = {
  group: string
  /** One more than the group's last revision that the author saw. */
  number: number
  author: 'referent' | 'import' | 'coordinator' | 'system' | 'passed_link'
  /** The author's uid; null when nobody in particular wrote. */
  person: string | null
  /** Of a coordinator, who has no row: their name; also where they passed a link on. */
  authorName?: string | undefined
  changes: readonly Change[]
  /** The number of the revision of the same group that this one takes back. */
  undoes?: number
}

/**
 * Writes revisions. Two writes made from the same state of a group ask for the same number: the second fails
 * with its whole batch (`conflictOf`), and is to be merged and tried again.
 */
export function insertRevisions(db: D1Database, revisions: readonly NewRevision[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO revision (group_id, number, made_at, author, person_id, author_name, changes, undoes)
       SELECT
         g.id, item.value ->> 'number', ?2, item.value ->> 'author', person.id, item.value ->> 'authorName', item.value -> 'changes',
         (SELECT undone.id FROM revision undone WHERE undone.group_id = g.id AND undone.number = item.value ->> 'undoes')
       FROM json_each(?1) AS item
       JOIN local_group g ON g.uid = item.value ->> 'group'
       LEFT JOIN person ON person.uid = item.value ->> 'person'`,
    )
    .bind(JSON.stringify(revisions), now.toISOString())
}

/** What one group's revision says of people who have memberships in other groups too. */
export type PropagatedChange = Pick<NewRevision, 'author' | 'person' | 'authorName' | 'changes'> & {
  /** The groups that have it in a revision of their own. */
  besides: readonly string[]
}

/**
 * A person's name, address and phone stand in each of their groups: writes changes of them into the history of
 * the groups, other than `besides`, in which the changed people have a membership.
 */
export function insertPropagatedChanges(
  db: D1Database,
  { besides, author, person, authorName, changes }: PropagatedChange,
  now: Date,
): D1PreparedStatement {
  const propagated = changes.filter(isOfPerson)
  return db
    .prepare(
      `INSERT INTO revision (group_id, number, made_at, author, person_id, author_name, changes)
       SELECT
         g.id,
         (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE group_id = g.id),
         ?3, ?4, (SELECT id FROM person WHERE uid = ?5), ?6, json_group_array(json(item.value))
       FROM json_each(?2) AS item
       JOIN person ON person.uid = item.value ->> 'row'
       JOIN referent ON referent.person_id = person.id AND referent.until_at IS NULL
       JOIN local_group g ON g.id = referent.group_id
       WHERE g.uid NOT IN (SELECT value FROM json_each(?1))
       GROUP BY g.id`,
    )
    .bind(JSON.stringify(besides), JSON.stringify(propagated), now.toISOString(), author, person, authorName ?? null)
}

/** True of a change that a person carries into all of their groups. */
export function isOfPerson(change: Change): boolean {
  if (change.list === 'lists') return 'field' in change
  return change.list === 'referents' && 'field' in change && !isOfMembership(change.field)
}
