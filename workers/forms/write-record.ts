import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { insertNamings, type NewNaming } from '#shared/db/namings.ts'
import { insertNews, type Told } from '#shared/db/news.ts'
import { writeChanges } from '#shared/db/record-changes.ts'
import { insertEchoes, insertRevisions, isOfPerson, type NewRevision } from '#shared/db/revisions.ts'
import type { Change } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { mayBeAlone } from '#shared/domain/group-state.ts'
import { linkKey, sign } from '#shared/domain/link.ts'
import { mailboxOf, namedIn, waitingAfter } from '#shared/domain/naming.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { FormsContext } from './env.ts'
import type { GroupVisit } from './visit.ts'

export type RecordWrite = {
  /** The record as it will be. */
  record: GroupRecord
  /** What that changes in the record as it is. */
  changes: readonly Change[]
  /** The number of the revision that it takes back. */
  undoes?: number
}

/**
 * A write to the group's record by whoever holds the link: the tables, the revision, its echo in the other groups of people whose address or
 * name it changes, who of those whom it names may be written to, and the mails that tell of it.
 */
export async function recordStatements(
  context: FormsContext,
  visit: GroupVisit,
  { record, changes: made, undoes }: RecordWrite,
): Promise<D1PreparedStatement[]> {
  if (made.length === 0) return []
  const { group, person } = visit
  const changes = made.map((change) => withoutUnseen(change, visit))
  const { DB } = context.env
  const { now } = context.var
  const revision: NewRevision = {
    group: group.uid,
    number: group.number + 1,
    author: 'referent',
    person: person.uid,
    changes,
    ...(undoes === undefined ? {} : { undoes }),
  }
  return [
    insertRevisions(DB, [revision], now),
    ...writeChanges(
      { db: DB, sections: visit.movement.sections, group: group.uid, by: person.uid, now },
      record,
      changes,
    ),
    ...(changes.some(isOfPerson) ? [insertEchoes(DB, revision, now)] : []),
    ...insertNamings(DB, { ...revision, by: person.uid, named: await namingsOf(context, changes) }, now),
    ...insertNews(DB, { group: group.uid, since: revision.number, told: toldOf(record, changes, person.uid) }, now),
  ]
}

async function namingsOf({ env }: FormsContext, changes: readonly Change[]): Promise<NewNaming[]> {
  const key = await linkKey(env.LINK_SECRET)
  const naming = async (person: string, address: string) => ({
    person,
    mailbox: await sign(key, `mailbox:${mailboxOf(address)}`),
  })
  return Promise.all(namedIn(changes).map(({ person, address }) => naming(person, address)))
}

/** Whoever leaves without having said that they are takes along their number, which the group has not seen. */
function withoutUnseen(change: Change, { group, person }: GroupVisit): Change {
  const isOwn = change.list === 'referents' && change.row === person.uid
  if (!isOwn || group.namedBy === null || !('removed' in change)) return change
  return { ...change, removed: { ...change.removed, phone: null } }
}

/** Who is told of a write: its author, who was named or has another address now, who was taken off, and the other referents. Whoever left knows. */
function toldOf(record: GroupRecord, changes: readonly Change[], author: string): Told[] {
  const seats = changes.filter(({ list }) => list === 'referents')
  const named = namedIn(changes).map(({ person }) => person)
  const left = seats.filter((change) => 'removed' in change).map(({ row }) => row)
  const others = record.referents.map(({ uid }) => uid).filter((uid) => uid !== author && !named.includes(uid))
  return [
    ...(left.includes(author) ? [] : [{ kind: 'receipt' as const, person: author }]),
    ...named.filter((uid) => uid !== author).map((person) => ({ kind: 'welcome' as const, person })),
    ...left.filter((uid) => uid !== author).map((person) => ({ kind: 'farewell' as const, person })),
    ...others.map((person) => ({ kind: 'news' as const, person })),
  ]
}

/**
 * A group never ends up with nobody to write to unless somebody said so. A seat does not count whose address comes back or wants no mails, or
 * that waits for the team; whoever stays may be left as unreachable as they were.
 */
export function leavesNobody({ group, shut }: GroupVisit, record: GroupRecord): boolean {
  const named = namedIn(diffRecords(group.record, record))
  const waiting = waitingAfter(group.waiting, named, group.namings)
  const isReachable = ({ referents }: GroupRecord, unwritten: readonly string[]) =>
    referents.some(({ uid, email }) => email !== null && !shut.includes(email) && !unwritten.includes(uid))
  const isLess = group.record.referents.some(({ uid }) => !record.referents.some((stays) => stays.uid === uid))
  const [own] = record.group
  if ((own && mayBeAlone(own.state)) || isReachable(record, waiting)) return false
  return isLess || isReachable(group.record, group.waiting) || record.referents.length === 0
}
