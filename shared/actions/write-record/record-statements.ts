import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { insertInvitations, insertTeamAddresses, insertTeamInvitations } from '#shared/db/invitations.ts'
import { insertNews, type Recipient } from '#shared/db/news.ts'
import { inParts } from '#shared/db/parts.ts'
import { writeRecords } from '#shared/db/record-changes.ts'
import { insertPropagatedChanges, insertRevisions, isOfPerson, type NewRevision } from '#shared/db/revisions.ts'
import { countWrite } from '#shared/db/write-counts.ts'
import { type Actor, personOf } from '#shared/domain/actor.ts'
import type { Change } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import { mayBeAlone } from '#shared/domain/group-state.ts'
import type { NewAddress } from '#shared/domain/memberships.ts'
import { waitingAfter } from '#shared/domain/naming.ts'
import { writtenBy } from '#shared/domain/record-limits.ts'
import type { Movement } from '#shared/movement.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { Acting } from '../acting.ts'
import type { GroupToWrite } from '../group-state.ts'
import { asksFirst, cameBack, invitationsOf, invitedAfter, namedBy, typedIn } from './named-people.ts'

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
  /** Uids of rows of referents who are only invited. */
  invited?: ReadonlySet<string>
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
        authorName: nameOfTeam(movement, actor),
        changes: part,
        ...(undoes === undefined ? {} : { undoes }),
      }),
    ),
  )
  const store = { db, sections: movement.sections, now }
  // A new group is there before its first revision
  return [...writeRecords(store, writes), ...inParts(revisions).map((part) => insertRevisions(db, part, now))]
}

/**
 * What a write to one group's record is: besides the above its echo in the other groups of people whose name it changes, whom a referent invites
 * by it, and the mails that tell of it. `addresses` are corrected ones: the record has them once their readers say yes.
 */
export async function recordStatements(
  acting: Acting,
  { group }: Pick<GroupToWrite, 'group'>,
  { record, changes, undoes, addresses = [] }: RecordChange,
): Promise<D1PreparedStatement[]> {
  if (changes.length + addresses.length === 0) return []
  const { db, movement, actor, now, isQuiet = false } = acting
  const person = personOf(actor)
  const { uid, number } = group
  const invited = invitedAfter(group.invited, changes, { author: person, asks: person !== null || asksFirst(acting) })
  const write = { group: uid, number, record, changes, invited, ...(undoes === undefined ? {} : { undoes }) }
  const ofPeople = changes.filter((change) => isOfPerson(change) && !invited.has(change.row))
  const authorName = nameOfTeam(movement, actor)
  const propagated = { author: actor.kind, person, authorName, changes: ofPeople, besides: [uid] }
  return [
    ...(changes.length > 0 ? groupStatements(acting, [write]) : []),
    ...(await cameBack(acting, uid, changes, invited)),
    ...(ofPeople.length > 0 ? [insertPropagatedChanges(db, propagated, now)] : []),
    ...(person === null
      ? [
          ...insertTeamAddresses(db, { group: uid, addresses }, now),
          ...insertTeamInvitations(
            db,
            { group: uid, invited: asksFirst(acting) ? typedIn(acting, changes, null) : [] },
            now,
          ),
        ]
      : insertInvitations(
          db,
          { group: uid, by: person, invited: await invitationsOf(acting, { changes, person, addresses }) },
          now,
        )),
    ...(person === null ? [] : countWrite(db, { person, written: writtenBy(changes) }, now)),
    ...(changes.length > 0
      ? insertNews(
          db,
          { group: uid, since: number + 1, told: toldOf(record, changes, { author: person, invited, isQuiet }) },
          now,
        )
      : []),
  ]
}

/** What a history calls whoever of the team acts. */
export function nameOfTeam({ coordinators }: Movement, actor: Actor): string | undefined {
  return 'email' in actor ? coordinators.find(({ email }) => email === actor.email)?.name : undefined
}

/** A write to one group's record, and the addresses that it would give. */
export type RecordChange = Pick<GroupWrite, 'record' | 'changes' | 'undoes'> & { addresses?: readonly NewAddress[] }

/** Who is told of a write: its author, who was taken off, and the other referents. Whoever left, or came back, knows; whoever is invited is asked one thing, and told nothing. */
function toldOf(
  record: GroupRecord,
  changes: readonly Change[],
  { author, invited, isQuiet }: { author: string | null; invited: ReadonlySet<string>; isQuiet: boolean },
): Recipient[] {
  const memberships = changes.filter(({ list, row }) => list === 'referents' && !invited.has(row))
  const left = memberships.filter((change) => 'removed' in change).map(({ row }) => row)
  const came = new Set(memberships.flatMap((change) => ('added' in change ? change.row : [])))
  const others = record.referents
    .map(({ uid }) => uid)
    .filter((uid) => uid !== author && !invited.has(uid) && (!isQuiet || came.has(uid)))
  return [
    ...(author === null || left.includes(author) || came.has(author)
      ? []
      : [{ kind: 'receipt' as const, person: author }]),
    ...left.filter((uid) => uid !== author).map((person) => ({ kind: 'farewell' as const, person })),
    ...others.map((person) => ({ kind: 'news' as const, person })),
  ]
}

/**
 * A group never ends up with nobody to write to unless somebody said so. A membership does not count whose address comes back or wants no mails, nor
 * an invitation that waits for the team; one that is sent does, whatever we know of its address, lest this tell. Whoever stays may be left as
 * unreachable as they were.
 */
export function leavesNobody(
  { group, suppressed }: Pick<GroupToWrite, 'group' | 'suppressed'>,
  record: GroupRecord,
): boolean {
  const named = namedBy(diffRecords(group.record, record), null)
  const waiting = waitingAfter(group.waiting, named, group.namings)
  const invited = [...group.invited, ...named]
  const isReachable = ({ referents }: GroupRecord, unwritten: readonly string[]) =>
    referents.some(
      ({ uid, email }) =>
        email !== null && (invited.includes(uid) || !suppressed.includes(email)) && !unwritten.includes(uid),
    )
  const isLess = group.record.referents.some(({ uid }) => !record.referents.some((stays) => stays.uid === uid))
  const [own] = record.group
  if ((own && mayBeAlone(own.state)) || isReachable(record, waiting)) return false
  return isLess || isReachable(group.record, group.waiting) || record.referents.length === 0
}
