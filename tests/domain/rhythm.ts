import fixed from '#sample/movement.config.ts'
import type { Rhythm } from '#shared/domain/round.ts'
import { type Movement, movementOf } from '#shared/movement.ts'

/** The sample movement's rhythm, with another calendar or time zone. */
export function rhythm(calendar: Partial<Movement['calendar']> = {}, timeZone = 'Europe/Paris'): Rhythm {
  return movementOf({
    ...fixed,
    timeZone,
    calendar: { ...fixed.calendar, publicHolidays: undefined, ...calendar },
  })
}
