import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { conflictOf } from '#shared/db/conflict.ts'
import { departureHash, insertDepartures } from '#shared/db/departed-people.ts'
import type { AnswerKind } from '#shared/db/link-sessions.ts'
import { rowsOf, withRows } from '#shared/domain/change.ts'
import { diffRecords } from '#shared/domain/diff.ts'
import type { ActionName } from '#shared/domain/event.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import type { GroupState as State } from '#shared/record/sections/identity.ts'
import { type Acting, commit } from './acting.ts'
import type { GroupToWrite } from './group-state.ts'
import { answerStatements } from './write-record/answer-statements.ts'
import { leavesNobody, recordStatements } from './write-record/record-statements.ts'

/** What can be said of a group beside "right" and "wrong": I leave, it was never mine, we pause, we are back. */
export const membershipChanges = ['leave', 'not_mine', 'pause', 'wake'] as const
export type MembershipChange = (typeof membershipChanges)[number]

/** `asks_nobody`: nobody would be left to write to, and nobody said that this is meant. `overtaken`: somebody else's write landed first. */
export type Membership = 'done' | 'asks_nobody' | 'overtaken'

type Said = {
  action: ActionName
  record: (record: GroupRecord, person: string) => GroupRecord
  answer: AnswerKind | null
}

const said: Readonly<Record<MembershipChange, Said>> = {
  // Whoever leaves says nothing about the group: the others are still asked
  leave: { action: 'leave_group', record: without, answer: null },
  not_mine: { action: 'disown_group', record: without, answer: 'not_my_group' },
  pause: { action: 'pause_group', record: (record) => inState(record, 'asleep'), answer: 'paused' },
  wake: { action: 'wake_group', record: (record) => inState(record, 'active'), answer: 'updated' },
}

/** Writes such a word down, as a revision and as an answer; it says nothing of whether the record is right. `person` is who says it. One trip. */
export async function changeMembership(
  acting: Acting,
  state: GroupToWrite,
  change: MembershipChange,
  { person, isNobodyMeant }: { person: string; isNobodyMeant: boolean },
): Promise<Membership> {
  const { action, record: after, answer } = said[change]
  const { group } = state
  const record = after(group.record, person)
  if (change !== 'wake' && !isNobodyMeant && leavesNobody(state, record)) return 'asks_nobody'
  const changes = diffRecords(group.record, record)
  const answers = answer !== null && (change === 'not_mine' || group.record.group[0]?.state !== 'closed')
  const statements = [
    ...(await recordStatements(acting, state, { record, changes })),
    ...(answers ? answerStatements(acting, state, { kind: answer, sections: [] }) : []),
    ...(await departures(acting, state, change, person)),
  ]
  if (statements.length === 0) return 'done'
  const revision = changes.length > 0 ? { revision: group.number + 1 } : {}
  try {
    await commit(acting, statements, { action, group: group.uid, ...revision })
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'overtaken') return 'overtaken'
    throw error
  }
}

/** Whoever leaves is not put back by a sheet that does not know it yet. */
async function departures(
  { db, movement, now }: Acting,
  { group }: GroupToWrite,
  change: MembershipChange,
  person: string,
): Promise<D1PreparedStatement[]> {
  const own = group.record.referents.find(({ uid }) => uid === person)
  const contact = own?.email ?? own?.phone
  if (!contact || (change !== 'leave' && change !== 'not_mine')) return []
  const hash = await departureHash(db)
  const reason = change === 'leave' ? 'left' : 'not_my_group'
  const { day } = localTime(now, movement.timeZone)
  return [insertDepartures(db, [await hash(contact)], { reason, group: group.uid }, day)]
}

/** Whether nobody would be left to write to without this person (uid). */
export function isLastReached(state: GroupToWrite, person: string): boolean {
  return leavesNobody(state, without(state.group.record, person))
}

function without(record: GroupRecord, person: string): GroupRecord {
  const stay = rowsOf(record, 'referents').filter(({ uid }) => uid !== person)
  return withRows(record, 'referents', stay)
}

/** A group that the team has closed stays so. */
function inState(record: GroupRecord, state: State): GroupRecord {
  return { ...record, group: record.group.map((group) => (group.state === 'closed' ? group : { ...group, state })) }
}
