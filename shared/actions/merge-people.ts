import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { conflictOf } from '#shared/db/conflict.ts'
import { insertPersonMerge, mergePeopleStatements, unmergePeopleStatements } from '#shared/db/person-merge-writes.ts'
import type { PersonMergeWritten, PersonPair } from '#shared/db/person-merges.ts'
import { type Precondition, preconditions } from '#shared/db/preconditions.ts'
import { insertRevisions, type NewRevision } from '#shared/db/revisions.ts'
import { type Change, invert } from '#shared/domain/change.ts'
import { isMergeMark, mergeMark } from '#shared/domain/merge-mark.ts'
import { type PersonMerge, personMergeChanges } from '#shared/domain/person-merge.ts'
import { isActedMeanwhile } from '#shared/domain/problem.ts'
import { type Acting, commit } from './acting.ts'
import { nameOfTeam } from './write-record/record-statements.ts'

/** `overtaken`: somebody wrote to one of their groups first. */
export type PeopleMerging = 'done' | 'overtaken'

/** Makes two people one, as a plan says: consents take the more careful value, and no address is written to that did not want it. One trip. */
export function mergePeople(acting: Acting, merge: PersonMerge): Promise<PeopleMerging> {
  const { db, now } = acting
  const pair = { kept: merge.kept.uid, other: merge.other.uid }
  const told = [...personMergeChanges(merge)]
  const numbers = Object.fromEntries(told.map(([group, { number }]) => [group, number + 1]))
  const revisions = told.map(([group, { number, changes }]) => revisionOf(acting, group, number + 1, changes))
  return land(acting, pair, 'merge_people', preconditions.peopleApart(pair.kept, pair.other), [
    insertPersonMerge(db, pair, numbers, now),
    ...mergePeopleStatements(db, pair, merge.values, now),
    insertRevisions(db, revisions, now),
  ])
}

/** Makes them two again; `wrote` is what the merge wrote in their groups' histories. One trip. */
export function undoPersonMerge(acting: Acting, pair: PersonPair, wrote: PersonMergeWritten): Promise<PeopleMerging> {
  const { db, now } = acting
  const revisions = wrote.map(({ group, number, changes }) => {
    const back = changes
      .filter((change) => !isMergeMark(change))
      .toReversed()
      .map(invert)
    return revisionOf(acting, group, number + 1, [mergeMark(undefined, 'twoPeople'), ...back])
  })
  return land(acting, pair, 'undo_person_merge', preconditions.peopleMerged(pair.kept, pair.other), [
    insertRevisions(db, revisions, now),
    ...unmergePeopleStatements(db, pair, now),
  ])
}

function revisionOf(
  { movement, actor }: Acting,
  group: string,
  number: number,
  changes: readonly Change[],
): NewRevision {
  return { group, number, author: actor.kind, person: null, authorName: nameOfTeam(movement, actor), changes }
}

async function land(
  acting: Acting,
  { kept, other }: PersonPair,
  action: 'merge_people' | 'undo_person_merge',
  still: Precondition,
  statements: readonly D1PreparedStatement[],
): Promise<PeopleMerging> {
  try {
    await commit(acting, statements, { action, person: kept, details: { other } }, still)
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'overtaken' || isActedMeanwhile(error)) return 'overtaken'
    throw error
  }
}
