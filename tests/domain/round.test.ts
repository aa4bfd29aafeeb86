import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekdayOf } from '#shared/domain/day.ts'
import { addMonths, isQuiet, latestRound, nextRound, opening, type Rhythm, roundOf } from '#shared/domain/round.ts'
import { instantOf, localTime } from '#shared/domain/zone.ts'
import { rhythm } from './rhythm.ts'

const planOf = (key: string, given: Rhythm) => roundOf(key, given)?.steps.map(({ on }) => on)
const dueOf = (key: string, given: Rhythm) => roundOf(key, given)?.steps.map(({ dueAt }) => dueAt.toISOString())

describe('the days of a round', () => {
  const cases: [what: string, key: string, given: Rhythm, days: string[] | undefined][] = [
    [
      'the first Tuesday, then every week',
      '2026-12',
      rhythm(),
      ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'],
    ],
    [
      'a month that begins on a Wednesday',
      '2026-07',
      rhythm(),
      ['2026-07-07', '2026-07-14', '2026-07-21', '2026-07-28'],
    ],
    [
      'a fourth Friday, whose reminders reach into the next month',
      '2027-01',
      rhythm({ opens: { weekday: 'friday', nth: 4 } }),
      ['2027-01-22', '2027-01-29', '2027-02-05', '2027-02-12'],
    ],
    [
      'a 31st in a month that has one',
      '2027-03',
      rhythm({ opens: { date: 31 } }),
      ['2027-03-31', '2027-04-07', '2027-04-14', '2027-04-21'],
    ],
    [
      'a 31st in a month of 30 days',
      '2027-04',
      rhythm({ opens: { date: 31 } }),
      ['2027-04-30', '2027-05-07', '2027-05-14', '2027-05-21'],
    ],
    [
      'a 31st in February',
      '2027-02',
      rhythm({ opens: { date: 31 } }),
      ['2027-02-28', '2027-03-07', '2027-03-14', '2027-03-21'],
    ],
    [
      'a 31st in a leap February',
      '2028-02',
      rhythm({ opens: { date: 31 } }),
      ['2028-02-29', '2028-03-07', '2028-03-14', '2028-03-21'],
    ],
    ['a month that the movement skips', '2027-08', rhythm({ skippedMonths: [8] }), undefined],
    ['a month between two rounds of a quarter', '2027-03', rhythm({ every: 3 }), undefined],
    [
      'the first month of a quarter',
      '2027-04',
      rhythm({ every: 3 }),
      ['2027-04-06', '2027-04-13', '2027-04-20', '2027-04-27'],
    ],
    [
      'holidays, each moved to the next day that is none',
      '2027-01',
      rhythm({ holidays: ['2027-01-05', '2027-01-06', '2027-01-19'] }),
      ['2027-01-07', '2027-01-12', '2027-01-20', '2027-01-26'],
    ],
  ]
  test.each(cases)('%s', (_, key, given, days) => {
    expect(planOf(key, given)).toEqual(days)
  })
})

describe('the hour of a round is the clock on the wall', () => {
  test('a step after the clock went back leaves an hour later in UTC, at nine all the same', () => {
    expect(dueOf('2026-10', rhythm())).toEqual([
      '2026-10-06T07:00:00.000Z',
      '2026-10-13T07:00:00.000Z',
      '2026-10-20T07:00:00.000Z',
      '2026-10-27T08:00:00.000Z',
    ])
  })

  test('a step after the clock went forward leaves an hour earlier in UTC', () => {
    expect(dueOf('2027-03', rhythm({ opens: { date: 15 } }))?.slice(0, 3)).toEqual([
      '2027-03-15T08:00:00.000Z',
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ])
  })

  test('an hour that the clock skips becomes the next one, and one that it shows twice is the first', () => {
    expect(instantOf({ day: '2027-03-28', time: '02:30' }, 'Europe/Paris').toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    )
    expect(instantOf({ day: '2026-10-25', time: '02:30' }, 'Europe/Paris').toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    )
  })

  test('elsewhere the day is theirs', () => {
    expect(dueOf('2026-12', rhythm({}, 'Pacific/Noumea'))?.[0]).toBe('2026-11-30T22:00:00.000Z')
    expect(dueOf('2026-12', rhythm({}, 'America/Montreal'))?.[0]).toBe('2026-12-01T14:00:00.000Z')
  })

  test('every local time that a clock shows comes back from its instant, in every zone', () => {
    const zones = ['Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC']
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (at, zone) => {
          const shown = localTime(at, zone)
          expect(localTime(instantOf(shown, zone), zone)).toEqual(shown)
        },
      ),
    )
  })

  test('a first Tuesday is a Tuesday of the first week at nine, whatever the month and the zone', () => {
    const months = fc.integer({ min: 0, max: 240 }).map((n) => addMonths('2025-01', n))
    fc.assert(
      fc.property(months, fc.constantFrom('Europe/Paris', 'America/Montreal', 'Pacific/Noumea'), (key, zone) => {
        const round = roundOf(key, rhythm({}, zone))
        const { day, time } = localTime(opening(round ?? expect.fail()).dueAt, zone)
        expect([weekdayOf(day), day.slice(0, 7), time, Number(day.slice(8)) <= 7]).toEqual([2, key, '09:00', true])
      }),
    )
  })
})

describe('nothing leaves', () => {
  const quiet: [what: string, instant: string, isQuietThen: boolean][] = [
    ['at three in the morning', '2026-12-01T03:00:00+01:00', true],
    ['just before eight', '2026-12-01T07:59:00+01:00', true],
    ['from eight on, it does', '2026-12-01T08:00:00+01:00', false],
    ['just before eight in the evening, it does', '2026-12-01T19:59:00+01:00', false],
    ['from eight in the evening', '2026-12-01T20:00:00+01:00', true],
    ['on a holiday', '2026-12-25T10:00:00+01:00', true],
    ['at half past seven in summer time', '2027-04-06T07:30:00+02:00', true],
  ]
  test.each(quiet)('%s', (_, instant, isQuietThen) => {
    expect(isQuiet(new Date(instant), rhythm({ holidays: ['2026-12-25'] }))).toBe(isQuietThen)
  })
})

describe('a round that was put off', () => {
  const put = rhythm({ postponed: { '2026-12': '2026-12-15', '2027-01': '2027-02-01' } })
  const at = (text: string) => new Date(text)

  test('opens on its new day, and its later steps keep their distance', () => {
    expect(roundOf('2026-12', put)?.steps.map(({ on }) => on)).toEqual([
      '2026-12-15',
      '2026-12-22',
      '2026-12-29',
      '2027-01-05',
    ])
    expect(nextRound(at('2026-12-02T12:00:00Z'), put)?.key).toBe('2026-12')
    expect(latestRound(at('2026-12-14T12:00:00Z'), put)?.key).toBe('2026-11')
    expect(latestRound(at('2026-12-15T12:00:00Z'), put)?.key).toBe('2026-12')
  })

  test('into the next month is still to come there, before that month’s own', () => {
    expect(nextRound(at('2027-01-31T12:00:00Z'), put)?.key).toBe('2027-01')
    expect(nextRound(at('2027-02-01T08:30:00Z'), put)?.key).toBe('2027-02')
    expect(latestRound(at('2027-02-01T08:30:00Z'), put)?.key).toBe('2027-01')
  })

  test('leaves a month that the movement skips without a round', () => {
    const skipped = rhythm({ skippedMonths: [12], postponed: { '2026-12': '2026-12-15' } })
    expect(roundOf('2026-12', skipped)).toBeNull()
  })
})
