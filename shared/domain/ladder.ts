import { daysAfter } from '#shared/settings/sequence.ts'
import {
  comingRounds,
  isQuiet,
  ladderFrom,
  latestRound,
  nextRound,
  opening,
  type Rhythm,
  type Round,
  type Rung,
  type RungName,
  roundOf,
} from './round.ts'
import { localTime } from './zone.ts'

/** What the database knows of the last round that opened; `climbedAt`: when its latest rung was. */
export type OpenRound = { key: string; openedAt: Date; climbed: readonly RungName[]; climbedAt?: Date }
export type LadderState = { beganAt: Date; last: OpenRound | null }

/** What a tick has to do: open a round, or climb a rung and skip those it overtakes. */
export type DueStep =
  | { step: 'open'; round: string; rung: Rung; skipped: Rung[] }
  | { step: 'climb'; round: string; rung: Rung; skipped: Rung[] }

/**
 * What is due now, at most one step. A round that was missed is opened late, once, in daytime, and its later rungs
 * keep their distance from that day. Of several rungs due at once only the last is climbed: nobody wants a reminder and a
 * last call in one minute. A round that was due before this database began is not caught up, and neither is one whose
 * first reminder would come after the next round's invitation.
 */
export function dueStep(state: LadderState, now: Date, rhythm: Rhythm): DueStep | null {
  if (isQuiet(now, rhythm)) return null
  const due = dueRound(state, now, rhythm)
  if (due) return { step: 'open', round: due.key, rung: opening(due), skipped: [] }
  return state.last && dueRung(state.last, now, rhythm)
}

/** The round that should be open and is not. */
function dueRound({ beganAt, last }: LadderState, now: Date, rhythm: Rhythm): Round | null {
  const due = latestRound(now, rhythm)
  if (!due || opening(due).dueAt < beganAt || due.key <= (last?.key ?? '')) return null
  const next = nextRound(now, rhythm, due.key)
  const { reminders, end } = rhythm.calendar.sequence
  const soon = now.getTime() + daysAfter(reminders[0] ?? end) * 86_400_000
  return next && opening(next).dueAt.getTime() < soon ? null : due
}

function dueRung(last: OpenRound, now: Date, rhythm: Rhythm): DueStep | null {
  // What a changed calendar would have had before the latest rung is not made up for
  const since = last.climbedAt && last.climbedAt <= now ? last.climbedAt : last.openedAt
  const open = rungsLeft(last, rhythm).filter((rung) => rung.dueAt <= now && rung.dueAt > since)
  const rung = open.at(-1)
  return rung ? { step: 'climb', round: last.key, rung, skipped: open.slice(0, -1) } : null
}

/** The rungs of an open round that are still to be climbed: none once the next round opens. */
function rungsLeft(last: OpenRound, rhythm: Rhythm): Rung[] {
  const end = nextRound(last.openedAt, rhythm, last.key)
  return openLadder(last, rhythm).rungs.filter(
    (rung) => !last.climbed.includes(rung.name) && (!end || rung.dueAt < opening(end).dueAt),
  )
}

/** The rungs of a round that has opened: as planned, or at the same distances from the day on which it did. */
export function openLadder(last: Pick<OpenRound, 'key' | 'openedAt'>, rhythm: Rhythm): Round {
  const openedOn = localTime(last.openedAt, rhythm.timeZone).day
  const planned = roundOf(last.key, rhythm)
  return planned && opening(planned).on === openedOn ? planned : ladderFrom(last.key, openedOn, rhythm)
}

/**
 * The next dates on which something leaves, earliest first: what is left of the open round, on the days that its opening gave it,
 * then the rounds to come. A round of which the opening has passed does not count before it has really opened.
 */
export function comingRungs(
  last: Pick<OpenRound, 'key' | 'openedAt'> | null,
  now: Date,
  rhythm: Rhythm,
  howMany: number,
): (Rung & { round: string })[] {
  // Opened by hand before its hour, it has been announced all the same
  const left = last
    ? rungsLeft({ ...last, climbed: ['invitation'] }, rhythm).map((rung) => ({ ...rung, round: last.key }))
    : []
  const planned = []
  for (const round of comingRounds(now, rhythm, last?.key)) {
    if (planned.push(round) === howMany) break
  }
  return [...left, ...planned.flatMap(({ key, rungs }) => rungs.map((rung) => ({ ...rung, round: key })))]
    .filter((rung) => rung.dueAt > now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(0, howMany)
}

/** When a link made now stops working: the grace after the invitation of the round that follows the open one. */
export function linkExpiry(last: Pick<OpenRound, 'key'> | null, now: Date, rhythm: Rhythm): Date {
  const next = nextRound(now, rhythm, last?.key)
  const from = next ? opening(next).dueAt : now
  return new Date(from.getTime() + rhythm.calendar.linkGraceDays * 86_400_000)
}
