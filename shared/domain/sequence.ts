import { daysAfter } from '#shared/settings/sequence.ts'
import {
  comingRounds,
  isQuiet,
  latestRound,
  nextRound,
  opening,
  type Rhythm,
  type Round,
  roundFrom,
  roundOf,
  type Step,
  type StepName,
} from './round.ts'
import { localTime } from './zone.ts'

/** What the database knows of the last round that opened; `takenAt`: when its latest step was. */
export type OpenRound = { key: string; openedAt: Date; taken: readonly StepName[]; takenAt?: Date }
export type SequenceState = { beganAt: Date; last: OpenRound | null }

/** What a tick has to do: open a round, or take a later step of one and skip those it overtakes. */
export type DueStep = { opens: boolean; round: string; step: Step; skipped: Step[] }

/**
 * What is due now, at most one step. A round that was missed is opened late, once, in daytime, and its later steps
 * keep their distance from that day. Of several steps due at once only the last is taken: nobody wants a reminder and a
 * last call in one minute. A round that was due before this database began is not caught up, and neither is one whose
 * first reminder would come after the next round's invitation.
 */
export function dueStep(state: SequenceState, now: Date, rhythm: Rhythm): DueStep | null {
  if (isQuiet(now, rhythm)) return null
  const due = dueRound(state, now, rhythm)
  if (due) return { opens: true, round: due.key, step: opening(due), skipped: [] }
  return state.last && dueLater(state.last, now, rhythm)
}

/** The round that should be open and is not. */
function dueRound({ beganAt, last }: SequenceState, now: Date, rhythm: Rhythm): Round | null {
  const due = latestRound(now, rhythm)
  if (!due || opening(due).dueAt < beganAt || due.key <= (last?.key ?? '')) return null
  const next = nextRound(now, rhythm, due.key)
  const { reminders, end } = rhythm.calendar.sequence
  const soon = now.getTime() + daysAfter(reminders[0] ?? end) * 86_400_000
  return next && opening(next).dueAt.getTime() < soon ? null : due
}

function dueLater(last: OpenRound, now: Date, rhythm: Rhythm): DueStep | null {
  // What a changed calendar would have had before the latest step is not made up for
  const since = last.takenAt && last.takenAt <= now ? last.takenAt : last.openedAt
  const open = stepsLeft(last, rhythm).filter((step) => step.dueAt <= now && step.dueAt > since)
  const step = open.at(-1)
  return step ? { opens: false, round: last.key, step, skipped: open.slice(0, -1) } : null
}

/** The steps of an open round that are still to be taken: none once the next round opens. */
function stepsLeft(last: OpenRound, rhythm: Rhythm): Step[] {
  const end = nextRound(last.openedAt, rhythm, last.key)
  return stepsOfOpen(last, rhythm).steps.filter(
    (step) => !last.taken.includes(step.name) && (!end || step.dueAt < opening(end).dueAt),
  )
}

/** The steps of a round that has opened: as planned, or at the same distances from the day on which it did. */
export function stepsOfOpen(last: Pick<OpenRound, 'key' | 'openedAt'>, rhythm: Rhythm): Round {
  const openedOn = localTime(last.openedAt, rhythm.timeZone).day
  const planned = roundOf(last.key, rhythm)
  return planned && opening(planned).on === openedOn ? planned : roundFrom(last.key, openedOn, rhythm)
}

/**
 * The next dates on which something leaves, earliest first: what is left of the open round, on the days that its opening gave it,
 * then the rounds to come. A round of which the opening has passed does not count before it has really opened.
 */
export function comingSteps(
  last: Pick<OpenRound, 'key' | 'openedAt'> | null,
  now: Date,
  rhythm: Rhythm,
  howMany: number,
): (Step & { round: string })[] {
  // Opened by hand before its hour, it has been announced all the same
  const left = last
    ? stepsLeft({ ...last, taken: ['invitation'] }, rhythm).map((step) => ({ ...step, round: last.key }))
    : []
  const planned = []
  for (const round of comingRounds(now, rhythm, last?.key)) {
    if (planned.push(round) === howMany) break
  }
  return [...left, ...planned.flatMap(({ key, steps }) => steps.map((step) => ({ ...step, round: key })))]
    .filter((step) => step.dueAt > now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(0, howMany)
}

/** When a link made now stops working: the grace after the invitation of the round that follows the open one. */
export function linkExpiry(last: Pick<OpenRound, 'key'> | null, now: Date, rhythm: Rhythm): Date {
  const next = nextRound(now, rhythm, last?.key)
  const from = next ? opening(next).dueAt : now
  return new Date(from.getTime() + rhythm.calendar.linkGraceDays * 86_400_000)
}
