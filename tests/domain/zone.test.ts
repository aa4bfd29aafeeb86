import { expect, test } from 'vitest'
import { localTime } from '#shared/domain/zone.ts'

test('the clock on the wall is the system’s, in every time zone, around midnight and the changes of the clock too', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  expect(zones.length).toBeGreaterThan(300)
  const instants = [
    // Europe’s and Lord Howe’s changes of the clock, to the minute
    ...['2026-10-25T00:59Z', '2026-10-25T01:00Z', '2027-03-28T00:59Z', '2027-03-28T01:00Z'],
    ...['2026-10-03T15:29Z', '2026-10-03T15:30Z', '2027-04-03T14:59Z', '2027-04-03T15:00Z'],
    ...['2026-12-31T23:59Z', '2028-02-29T12:07Z', '2026-01-31T22:45Z'],
  ].map((instant) => new Date(instant))
  const wrong = zones.flatMap((timeZone) => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    return instants.filter((instant) => {
      const { day, time } = localTime(instant, timeZone)
      return `${day} ${time}` !== clock.format(instant)
    })
  })
  expect(wrong).toEqual([])
})
