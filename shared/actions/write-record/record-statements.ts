import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { insertNamings, type NewNaming } from '#shared/db/namings.ts'
import { insertNews, type Told } from '#shared/db/news.ts'
import { inParts } from '#shared/db/parts.ts'
import { writeRecords } from '#shared/db/record-changes.ts'
import { insertEchoes, insertRevisions, isOfPerson, type NewRevision } from '#shared/db/revisions.ts'
import type { VisitedGroup } from '#shared/db/visits.ts'
import { countWrite } from '#shared/db/write-counts.ts'
import { personOf } from '#shared/domain/actor.ts'
import type { Change } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { mayBeAlone } from '#shared/domain/group-state.ts'
import { mailboxOf, type Named, namedIn, waitingAfter } from '#shared/domain/naming.ts'
import { writtenBy } from '#shared/domain/record-limits.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Acting } from '../acting.ts'
import type { GroupState } from '../group-state.ts'

/** What becomes of one group's record. */
export type GroupWrite = {
  /** The group's uid, and the number of its last revision. */
  group: string
  number: number
  /** The record as it will be, and what that changes in the record as it is. */
  record: GroupRecord
  changes: readonly Change[]
  /** The number of the revision that it takes back. */
  undoes?: number
}

/** The revisions and the tables of a write to groups' records. A change that is too long for one revision is several. */
export function groupStatements(
  { db, movement, actor, now }: Acting,
  writes: readonly GroupWrite[],
): D1PreparedStatement[] {
  const person = personOf(actor)
  const revisions = writes.flatMap(({ group, number, changes, undoes }) =>
    inParts(changes).map(
      (part, index): NewRevision => ({
        group,
        number: number + 1 + index,
        author: actor.kind,
        person,
        changes: part,
        ...(undoes === undefined ? {} : { undoes }),
      }),
    ),
  )
  const store = { db, sections: movement.sections, now, ...(person === null ? {} : { by: person }) }
  // A new group is there before its first revision
  return [...writeRecords(store, writes), ...inParts(revisions).map((part) => insertRevisions(db, part, now))]
}

/**
 * What a write to one group's record is: besides the above its echo in the other groups of people whose address or name it changes, who of
 * those whom a referent names may be written to, and the mails that tell of it.
 */
export async function recordStatements(
  acting: Acting,
  { group }: Pick<GroupState, 'group'>,
  { record, changes: made, undoes }: Pick<GroupWrite, 'record' | 'changes' | 'undoes'>,
): Promise<D1PreparedStatement[]> {
  if (made.length === 0) return []
  const { db, actor, now } = acting
  const person = personOf(actor)
  const changes = made.map((change) => withoutUnseen(change, group, person))
  const { uid, number } = group
  const write = { group: uid, number, record, changes, ...(undoes === undefined ? {} : { undoes }) }
  const ofPeople = changes.filter(isOfPerson)
  const echo = { author: actor.kind, person, changes: ofPeople, besides: [uid] }
  return [
    ...groupStatements(acting, [write]),
    ...(ofPeople.length > 0 ? [insertEchoes(db, echo, now)] : []),
    ...(person === null
      ? []
      : insertNamings(
          db,
          { group: uid, number: number + 1, by: person, named: await namingsOf(acting, changes) },
          now,
        )),
    ...(person === null ? [] : countWrite(db, { person, written: writtenBy(changes) }, now)),
    ...insertNews(db, { group: uid, since: number + 1, told: toldOf(record, changes, person) }, now),
  ]
}

async function namingsOf({ sign }: Acting, changes: readonly Change[]): Promise<NewNaming[]> {
  const keyed = (text: string) => {
    if (!sign) throw new Error('whom a referent names is counted by a key')
    return sign(text)
  }
  const naming = async ({ person, address }: Named) => ({
    person,
    mailbox: await keyed(`mailbox:${mailboxOf(address)}`),
  })
  return Promise.all(namedIn(changes).map(naming))
}

/** Whoever leaves without having said that they are takes along their number, which the group has not seen. */
function withoutUnseen(change: Change, group: VisitedGroup, person: string | null): Change {
  const isOwn = change.list === 'referents' && change.row === person
  if (!isOwn || group.namedBy === null || !('removed' in change)) return change
  return { ...change, removed: { ...change.removed, phone: null } }
}

/** Who is told of a write: its author, who was named or has another address now, who was taken off, and the other referents. Whoever left knows. */
function toldOf(record: GroupRecord, changes: readonly Change[], author: string | null): Told[] {
  const seats = changes.filter(({ list }) => list === 'referents')
  const named = namedIn(changes).map(({ person }) => person)
  const left = seats.filter((change) => 'removed' in change).map(({ row }) => row)
  const others = record.referents.map(({ uid }) => uid).filter((uid) => uid !== author && !named.includes(uid))
  return [
    ...(author === null || left.includes(author) ? [] : [{ kind: 'receipt' as const, person: author }]),
    ...named.filter((uid) => uid !== author).map((person) => ({ kind: 'welcome' as const, person })),
    ...left.filter((uid) => uid !== author).map((person) => ({ kind: 'farewell' as const, person })),
    ...others.map((person) => ({ kind: 'news' as const, person })),
  ]
}

/**
 * A group never ends up with nobody to write to unless somebody said so. A seat does not count whose address comes back or wants no mails, or
 * that waits for the team; whoever stays may be left as unreachable as they were.
 */
export function leavesNobody({ group, shut }: Pick<GroupState, 'group' | 'shut'>, record: GroupRecord): boolean {
  const named = namedIn(diffRecords(group.record, record))
  const waiting = waitingAfter(group.waiting, named, group.namings)
  const isReachable = ({ referents }: GroupRecord, unwritten: readonly string[]) =>
    referents.some(({ uid, email }) => email !== null && !shut.includes(email) && !unwritten.includes(uid))
  const isLess = group.record.referents.some(({ uid }) => !record.referents.some((stays) => stays.uid === uid))
  const [own] = record.group
  if ((own && mayBeAlone(own.state)) || isReachable(record, waiting)) return false
  return isLess || isReachable(group.record, group.waiting) || record.referents.length === 0
}
