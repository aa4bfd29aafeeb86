import { deletePoll, upsertPoll, upsertPollAnswer } from '#shared/db/polls.ts'
import type { Poll } from '#shared/record/poll.ts'
import { type Acting, commit } from './acting.ts'

/** Asks groups this in its round, or corrects what is asked. */
export async function writePoll(acting: Acting, poll: Poll): Promise<void> {
  const details = { round: poll.round, type: poll.type }
  await commit(acting, [upsertPoll(acting.db, poll, acting.now)], { action: 'write_poll', details })
}

/** Asks nothing in this round any more. What was answered goes with it. */
export async function endPoll(acting: Acting, round: string): Promise<void> {
  await commit(acting, [deletePoll(acting.db, round)], { action: 'end_poll', details: { round } })
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
