import { deletePoll, upsertPoll, upsertPollAnswer } from '#shared/db/polls.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import type { Poll } from '#shared/record/poll.ts'
import { type Acting, commit } from './acting.ts'

/** What was asked, as whoever writes has seen it. */
type PollBefore = { type: Poll['type']; words: Poll['words']; answers: number } | null

/** Asks groups this in its round, or corrects what is asked. */
export async function writePoll(acting: Acting, poll: Poll, before: PollBefore): Promise<void> {
  const details = { round: poll.round, type: poll.type }
  const event = { action: 'write_poll', details } as const
  await commit(acting, [upsertPoll(acting.db, poll, acting.now)], event, stillAsked(poll.round, before))
}

/** Asks nothing in this round any more. What was answered goes with it. */
export async function endPoll(acting: Acting, round: string, before: PollBefore): Promise<void> {
  const event = { action: 'end_poll', details: { round } } as const
  await commit(acting, [deletePoll(acting.db, round)], event, stillAsked(round, before))
}

function stillAsked(round: string, before: PollBefore) {
  const asked = before && {
    type: before.type,
    words: JSON.stringify(before.words),
    isAnswered: before.answers > 0,
  }
  return preconditions.pollIs(round, asked)
}

/** A group's answer (`value` as the control writes it) to the question of a round. */
export async function answerPoll(
  acting: Acting,
  answer: { round: string; group: string; person: string; value: string },
): Promise<void> {
  const { group, round } = answer
  await commit(acting, [upsertPollAnswer(acting.db, answer, acting.now)], {
    action: 'answer_poll',
    group,
    details: { round },
  })
}
