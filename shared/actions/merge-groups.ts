import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { conflictOf } from '#shared/db/conflict.ts'
import {
  insertGroupMerge,
  insertMergedNames,
  mergeStatements,
  unmergeStatements,
} from '#shared/db/group-merge-writes.ts'
import type { MergePair, MergeWritten } from '#shared/db/group-merges.ts'
import { insertNews } from '#shared/db/news.ts'
import { cancelMailsAbout } from '#shared/db/outbox.ts'
import { inParts } from '#shared/db/parts.ts'
import { writeRecords } from '#shared/db/record-changes.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { applyChanges, type Change, invert } from '#shared/domain/change.ts'
import type { GroupMerge } from '#shared/domain/group-merge.ts'
import { isMergeMark, mergeMark } from '#shared/domain/merge-mark.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import { type Acting, commit } from './acting.ts'
import type { GroupToWrite } from './group-state.ts'
import { nameOfTeam } from './write-record/record-statements.ts'

/** `overtaken`: somebody else's write landed first, or one of the two is part of another group by now. `name_taken`: another group of the place has the name. */
export type GroupMerging = 'done' | 'overtaken' | 'name_taken'

type Pair = Readonly<Record<'kept' | 'other', GroupToWrite>>
type Written = { record: GroupRecord; changes: readonly Change[] }

/** Makes one group part of another, as a plan says. One trip. */
export function mergeGroups(acting: Acting, { kept, other }: Pair, merge: GroupMerge): Promise<GroupMerging> {
  const { db, movement, now, isQuiet = false } = acting
  const pair = { kept: kept.group.uid, other: other.group.uid }
  const own = revisionsOf(acting, kept, merge.kept.changes)
  const theirs = revisionsOf(acting, other, merge.other.changes)
  const before = { kept: kept.group.number, other: other.group.number }
  const after = { kept: before.kept + own.length, other: before.other + theirs.length }
  const people = merge.kept.record.referents.map(({ uid }) => uid).filter((uid) => !kept.group.invited.includes(uid))
  const told = isQuiet ? [] : people.map((person) => ({ kind: 'news' as const, person }))
  const { round } = kept
  const silence = { round: round ?? '', groups: [pair.kept], writesTo: movement.writesTo }
  return land(acting, pair, after.kept, 'merge_groups', [
    insertGroupMerge(db, pair, { before, after }, now),
    ...mergeStatements(db, pair, now),
    ...writeBoth(acting, pair, merge),
    insertMergedNames(db, pair),
    ...[...own, ...theirs].map((revision) => insertRevisions(db, [revision], now)),
    // Asked once: where either has answered in this round, nobody is asked any more
    ...(hasAnswered(kept) || hasAnswered(other) ? [cancelMailsAbout(db, silence, now)] : []),
    ...insertNews(db, { group: pair.kept, since: before.kept + 1, told }, now),
  ])
}

/** Makes them two groups again; `wrote` is what the merge wrote in their histories. One trip. */
export function undoGroupMerge(acting: Acting, { kept, other }: Pair, wrote: MergeWritten): Promise<GroupMerging> {
  const { db, now } = acting
  const pair = { kept: kept.group.uid, other: other.group.uid }
  const nameOf = ({ group }: GroupToWrite) => ({ uid: group.uid, name: group.record.group[0]?.name ?? '' })
  const own = takenBack(kept, wrote.kept)
  const theirs = takenBack(other, wrote.other)
  const revisions = [
    ...revisionsOf(acting, kept, [mergeMark(nameOf(other), 'parted'), ...own.changes]),
    ...revisionsOf(acting, other, [mergeMark(nameOf(kept), 'parted'), ...theirs.changes]),
  ]
  return land(acting, pair, kept.group.number + 1, 'undo_group_merge', [
    ...writeBoth(acting, pair, { kept: own, other: theirs }),
    ...revisions.map((revision) => insertRevisions(db, [revision], now)),
    ...unmergeStatements(db, pair, now),
  ])
}

function takenBack({ group }: GroupToWrite, wrote: readonly Change[]): Written {
  const changes = wrote
    .filter((change) => !isMergeMark(change))
    .toReversed()
    .map(invert)
  return { record: applyChanges(group.record, changes), changes }
}

async function land(
  acting: Acting,
  { kept, other }: MergePair,
  revision: number,
  action: 'merge_groups' | 'undo_group_merge',
  statements: readonly D1PreparedStatement[],
): Promise<GroupMerging> {
  try {
    await commit(acting, statements, { action, group: kept, revision, details: { other } })
    return 'done'
  } catch (error) {
    const conflict = conflictOf(error)
    if (conflict === 'overtaken' || conflict === 'name_taken') return conflict
    throw error
  }
}

/** The tables of both records. Memberships change their group as they are (`mergeStatements`): of these only what is said of them is written. */
function writeBoth(
  { db, movement, now }: Acting,
  { kept, other }: MergePair,
  merge: Readonly<Record<'kept' | 'other', Written>>,
): D1PreparedStatement[] {
  const written = ({ record, changes }: Written) => ({
    record,
    changes: changes.filter((change) => change.list !== 'referents' || 'field' in change),
  })
  return writeRecords({ db, sections: movement.sections, now }, [
    { group: other, ...written(merge.other) },
    { group: kept, ...written(merge.kept) },
  ])
}

/** A merge of more than one revision holds is several, each with its mark. */
function revisionsOf({ movement, actor }: Acting, { group }: GroupToWrite, changes: readonly Change[]) {
  const marks = changes.filter(isMergeMark)
  const rest = changes.filter((change) => !isMergeMark(change))
  const parts = rest.length === 0 ? [[]] : inParts(rest)
  return parts.map((part, index) => ({
    group: group.uid,
    number: group.number + 1 + index,
    author: actor.kind,
    person: null,
    authorName: nameOfTeam(movement, actor),
    changes: [...marks, ...part],
  }))
}

function hasAnswered({ group, round }: GroupToWrite): boolean {
  return round !== null && group.answers.some(({ kind }) => kind !== 'not_my_group')
}
