import type { StoredSettings } from '#shared/db/settings.ts'
import type { Day } from '#shared/domain/day.ts'
import { nextRound, opening, type Round, roundOf } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Movement } from '#shared/movement.ts'
import { changeSettings, type SettingsActing, type SettingsChange } from './change-settings.ts'

/** Why a round does not open on a day: it has come, its month has none, it is too late for it, or it is planned for that day. */
type NotPutOff = 'day_past' | 'too_late' | 'as_planned'

/**
 * Has the next round (after `last`, the key of the latest) open on another day: a setting, which can be undone like others, and which every
 * worker knows at its next request. Null takes that back.
 */
export async function putOffRound(
  acting: SettingsActing & { movement: Movement },
  stored: StoredSettings,
  { last, on }: { last: string | undefined; on: Day | null },
): Promise<SettingsChange | { result: NotPutOff | 'no_round' }> {
  const { movement, now } = acting
  const round = nextRound(now, movement, last)
  if (!round) return { result: 'no_round' }
  const why = on === null ? null : whyNot(round, on, movement, now)
  if (why) return { result: why }
  const today = localTime(now, movement.timeZone).day
  // What has passed is put off no more
  const others = Object.entries(movement.calendar.postponed).filter(([key, day]) => key !== round.key && day >= today)
  const postponed = Object.fromEntries([...others, ...(on === null ? [] : [[round.key, on]])])
  return changeSettings(acting, stored, { 'calendar.postponed': postponed })
}

function whyNot(round: Round, on: Day, movement: Movement, now: Date): NotPutOff | null {
  if (on <= localTime(now, movement.timeZone).day) return 'day_past'
  if (on === opening(round).on) return 'as_planned'
  const after = nextRound(now, movement, round.key)
  return after && on >= opening(after).on ? 'too_late' : null
}

/** The day on which a round would open if nobody had put it off. */
export function plannedDay(key: string, movement: Movement): Day | null {
  const { [key]: _, ...postponed } = movement.calendar.postponed
  const round = roundOf(key, { ...movement, calendar: { ...movement.calendar, postponed } })
  return round && opening(round).on
}
