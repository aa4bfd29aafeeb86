import movement from '#movement'
import type { Rhythm } from '#shared/domain/round.ts'
import { defineMovement, type Movement } from '#shared/movement.ts'

/** The sample movement's rhythm, with another calendar or time zone. */
export function rhythm(calendar: Partial<Movement['calendar']> = {}, timeZone = 'Europe/Paris'): Rhythm {
  return defineMovement({
    ...movement,
    timeZone,
    calendar: { ...movement.calendar, publicHolidays: undefined, ...calendar },
  })
}
