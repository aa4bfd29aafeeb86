import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { type Change, rowsOf } from '#shared/domain/change.ts'
import { writeOwn } from '#shared/record/own-values.ts'
import type { GroupRecord, ListName } from '#shared/record/record.ts'
import type { AnyRow } from '#shared/record/row.ts'
import { isOfMembership } from '#shared/record/sections/referents.ts'
import type { Sections } from '#shared/record/sections.ts'
import { deleteInvitations, type NewInvitation, refuseAnswered, updateInvitations } from './invitations.ts'
import { inParts } from './parts.ts'
import {
  endMemberships,
  insertPeople,
  type MembershipRow,
  type Person,
  restoreMemberships,
  upsertMemberships,
  upsertPeople,
} from './people.ts'
import {
  deleteRows,
  isOwned,
  type OwnedRow,
  type OwnedSection,
  type RowName,
  upsertGroups,
  upsertRows,
} from './section-writes.ts'
import { writeSubscriptions } from './subscriptions.ts'

/** A group's record as it is to be, and what in it is new. `invited`: uids of rows of referents whom the group only invites, or did. */
export type RecordWrite = {
  group: string
  record: GroupRecord
  changes: readonly Change[]
  invited?: ReadonlySet<string>
}
type Store = { db: D1Database; sections: Sections; now: Date }
type InvitedRow = RowName & NewInvitation
type Touched = {
  upserted: OwnedRow[]
  added: Set<string>
  removed: RowName[]
  /** Rows of which more than the role was corrected. */
  personal: Set<string>
}

/** The statements that make the tables say the records, where their changes touched them: as many as the rows' size asks for, not the groups' number. */
export function writeRecords(store: Store, writes: readonly RecordWrite[]): D1PreparedStatement[] {
  const touch = (list: ListName) => touched(list, writes)
  const groups = writes.filter(({ changes }) => changes.some((change) => change.list === 'group'))
  return [
    ...inParts(groups.flatMap(({ record }) => record.group)).map((part) =>
      upsertGroups(store.db, store.sections, part, store.now),
    ),
    ...writeMemberships(store, touch('referents'), new Set(writes.flatMap(({ invited = [] }) => [...invited]))),
    ...store.sections.asked.filter(isOwned).flatMap((section) => writeRows(store, section, touch(section.list))),
    ...inParts(touch('lists').upserted).flatMap((part) => writeSubscriptions(store, part)),
  ]
}

function touched(list: ListName, writes: readonly RecordWrite[]): Touched {
  const all: Touched = { upserted: [], added: new Set(), removed: [], personal: new Set() }
  for (const { group, record, changes } of writes) {
    const own = changes.filter((change) => change.list === list)
    if (own.length === 0) continue
    const upserted = new Set(own.filter((change) => !('removed' in change)).map((change) => change.row))
    for (const row of rowsOf(record, list))
      if (upserted.has(row.uid)) all.upserted.push({ ...(row as AnyRow), group } as OwnedRow)
    for (const change of own) {
      if ('added' in change) all.added.add(change.row)
      if ('field' in change && !isOfMembership(change.field)) all.personal.add(change.row)
      if ('removed' in change) all.removed.push({ group, uid: change.row })
    }
  }
  return all
}

function writeRows({ db }: Store, section: OwnedSection, { upserted, removed }: Touched): D1PreparedStatement[] {
  return [
    ...inParts(removed).map((part) => deleteRows(db, section, part)),
    ...inParts(upserted).map((part) => upsertRows(db, section, part)),
  ]
}

/**
 * Somebody who takes a membership keeps what we know of them, unless another membership of theirs is corrected with it; so does who gets another role. Of whom
 * is only invited, nothing is written but what the group typed (`insertInvitations` makes the new ones).
 */
function writeMemberships(
  { db, sections, now }: Store,
  { upserted, added, removed, personal }: Touched,
  invited: ReadonlySet<string>,
): D1PreparedStatement[] {
  const isInvited = ({ uid }: { uid: string }) => invited.has(uid)
  const { fields } = sections.ours.referents
  const rows = upserted.map((row) => ({ ...row, own: writeOwn(fields, row) }))
  const referentsNow = rows.filter((row) => !isInvited(row)) as unknown as (Person & MembershipRow)[]
  const [come, stay] = [
    referentsNow.filter(({ uid }) => added.has(uid)),
    referentsNow.filter(({ uid }) => !added.has(uid) && personal.has(uid)),
  ]
  const memberships = referentsNow.map(
    ({ group, uid, role = null, own }): MembershipRow => ({ group, uid, role, ...(own ? { own } : {}) }),
  )
  const [back, corrected] = [
    rows.filter((row) => isInvited(row) && added.has(row.uid)),
    rows.filter((row) => isInvited(row) && !added.has(row.uid)) as unknown as InvitedRow[],
  ]
  const ended = removed.filter(isInvited)
  return [
    ...inParts([...corrected, ...ended].map(({ group, uid }) => ({ group, uid }))).map((part) =>
      refuseAnswered(db, part),
    ),
    ...inParts(ended).map((part) => deleteInvitations(db, part)),
    ...inParts(corrected).map((part) => updateInvitations(db, part)),
    ...inParts(removed.filter((row) => !isInvited(row))).map((part) => endMemberships(db, part, now)),
    ...inParts(back.map(({ group, uid }) => ({ group, uid }))).flatMap((part) => restoreMemberships(db, part, now)),
    ...inParts(come).map((part) => insertPeople(db, part, now)),
    ...inParts(stay).map((part) => upsertPeople(db, part, now)),
    ...inParts(memberships).map((part) => upsertMemberships(db, part, now)),
  ]
}
