import {
  isQuiet,
  ladderFrom,
  latestRound,
  nextRound,
  nextRungs,
  opening,
  type Rhythm,
  type Round,
  type Rung,
  type RungName,
  roundOf,
  rungNames,
} from './round.ts'
import { localTime } from './zone.ts'

/** What the database knows of the last round that opened. */
export type OpenRound = { key: string; openedAt: Date; climbed: readonly RungName[] }
export type LadderState = { beganAt: Date; last: OpenRound | null }

/** What a tick has to do: open a round, or climb a rung and skip those it overtakes. */
export type DueStep =
  | { step: 'open'; round: string; rung: Rung; skipped: Rung[] }
  | { step: 'climb'; round: string; rung: Rung; skipped: Rung[] }

/**
 * What is due now, at most one step. A round that was missed is opened late, once, in daytime, and its later rungs
 * keep their distance from that day. Of several rungs due at once only the last is climbed: nobody wants a reminder and a
 * last call in one minute. A round that was due before this database began is not caught up.
 */
export function dueStep(state: LadderState, now: Date, rhythm: Rhythm): DueStep | null {
  if (isQuiet(now, rhythm)) return null
  const due = latestRound(now, rhythm)
  if (due && opening(due).dueAt >= state.beganAt && due.key > (state.last?.key ?? '')) {
    return { step: 'open', round: due.key, rung: opening(due), skipped: [] }
  }
  return state.last && dueRung(state.last, now, rhythm)
}

function dueRung(last: OpenRound, now: Date, rhythm: Rhythm): DueStep | null {
  const end = nextRound(last.openedAt, rhythm)
  const open = openLadder(last, rhythm).rungs.filter(
    (rung) => rung.dueAt <= now && !last.climbed.includes(rung.name) && (!end || rung.dueAt < opening(end).dueAt),
  )
  const rung = open.at(-1)
  return rung ? { step: 'climb', round: last.key, rung, skipped: open.slice(0, -1) } : null
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
  const next = nextRound(now, rhythm)
  const end = last && nextRound(last.openedAt, rhythm)
  const left = last
    ? openLadder(last, rhythm).rungs.filter(
        (rung) => rung.name !== 'invitation' && rung.dueAt > now && (!end || rung.dueAt < opening(end).dueAt),
      )
    : []
  const planned = nextRungs(now, rhythm, howMany + rungNames.length).filter((rung) => next && rung.round >= next.key)
  return [...left.map((rung) => ({ ...rung, round: last?.key ?? '' })), ...planned].slice(0, howMany)
}

/** When the links of a round's mails stop working: the next round's invitation plus the grace. */
export function linkExpiry(now: Date, rhythm: Rhythm): Date {
  const next = nextRound(now, rhythm)
  const from = next ? opening(next).dueAt : now
  return new Date(from.getTime() + rhythm.calendar.linkGraceDays * 86_400_000)
}

export function isRungName(name: string): name is RungName {
  return rungNames.includes(name as RungName)
}
