import { deleteTeamNote, insertTeamNote, leaveCall, takeCall, upsertCall } from '#shared/db/calls.ts'
import { insertEvent } from '#shared/db/events.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import type { Day } from '#shared/domain/day.ts'
import { type Acting, commit } from './acting.ts'
import { heardAnswer } from './write-record/answer-statements.ts'

/** A coordinator (`by`, their address) takes a group to call. Where somebody else has, it stays theirs. */
export async function takeGroupCall(acting: Acting, call: { group: string; by: string }): Promise<void> {
  const event = { action: 'take_call', group: call.group } as const
  await commit(acting, [takeCall(acting.db, call, acting.now)], event, preconditions.callFree(call.group, call.by))
}

/** A group that a coordinator (`by`, their address) had taken is anybody's again. */
export async function leaveGroupCall(acting: Acting, call: { group: string; by: string }): Promise<void> {
  const event = { action: 'leave_call', group: call.group } as const
  await commit(acting, [leaveCall(acting.db, call)], event, preconditions.callTakenBy(call.group, call.by))
}

/** What was said in a call; without `calledOn` a note of the team, which changes nothing of when a group is called. */
export type CallReport = {
  group: string
  by: string
  body: string
  calledOn: Day | null
  nextOn: Day | null
  /** The referent (uid) who said that the record is right: it counts as their answer to the round. */
  right?: { person: string; round: string | null } | null
}

/** When it had been called last, and was to be again, as whoever reports has seen it. */
export type CallBefore = Pick<CallReport, 'calledOn' | 'nextOn'>

/** Keeps what was said, that the group was called, and when it is to be again. */
export async function reportCall(acting: Acting, report: CallReport, before: CallBefore): Promise<void> {
  const { group, calledOn, nextOn } = report
  const called = calledOn === null ? [] : [upsertCall(acting.db, { group, calledOn, nextOn })]
  const statements = [insertTeamNote(acting.db, report, acting.now), ...called, ...heard(acting, report)]
  const action = calledOn === null ? 'write_team_note' : 'report_call'
  const event = { action, group, details: nextOn === null ? {} : { next: nextOn } } as const
  await commit(acting, statements, event, calledOn === null ? undefined : preconditions.callIs(group, before))
}

/** A referent said on the phone that all is right: their answer, which the log says that the team noted. */
function heard(acting: Acting, { group, right }: CallReport) {
  if (!right) return []
  const { names: sections } = acting.movement.sections
  const event = { action: 'confirm_sections', group, person: right.person, details: { sections } } as const
  return [
    ...heardAnswer(acting, { group, ...right }, { kind: 'confirmed', sections }),
    insertEvent(acting.db, acting.actor, event, acting.now),
  ]
}

/** Takes a note of the team away. */
export async function removeTeamNote(acting: Acting, note: { group: string; note: number }): Promise<void> {
  const event = { action: 'delete_team_note', group: note.group } as const
  await commit(acting, [deleteTeamNote(acting.db, note)], event, preconditions.teamNoteKnown(note.note))
}
