import { describe, expect, test } from 'vitest'
import type { Rhythm } from '#shared/domain/round.ts'
import { comingSteps, dueStep, linkExpiry, type OpenRound, type SequenceState } from '#shared/domain/sequence.ts'
import { rhythm } from './rhythm.ts'

const began = new Date('2026-09-15T10:00:00Z')
const state = (last: OpenRound | null = null, beganAt = began): SequenceState => ({ beganAt, last })
const opened = (key: string, at: string, ...taken: OpenRound['taken']): OpenRound => ({
  key,
  openedAt: new Date(at),
  taken: ['invitation', ...taken],
})
const december = (...taken: OpenRound['taken']) => opened('2026-12', '2026-12-01T09:00:30+01:00', ...taken)

/** `open 2026-12 invitation`, `take 2026-12 reminder_2, skipping reminder_1`, or null. */
function due(given: SequenceState, now: string, calendar: Rhythm = rhythm()): string | null {
  const found = dueStep(given, new Date(now), calendar)
  if (!found) return null
  const skipped = found.skipped.length > 0 ? `, skipping ${found.skipped.map(({ name }) => name).join(' ')}` : ''
  return `${found.opens ? 'open' : 'take'} ${found.round} ${found.step.name}${skipped}`
}

describe('a round opens', () => {
  const november = opened('2026-11', '2026-11-03T09:00:00+01:00', 'reminder_1', 'reminder_2', 'silent_groups')

  const cases: [what: string, given: SequenceState, now: string, expected: string | null][] = [
    ['on its day at its hour', state(november), '2026-12-01T09:00:00+01:00', 'open 2026-12 invitation'],
    ['not a minute before', state(november), '2026-12-01T08:59:59+01:00', null],
    ['only once', state(december()), '2026-12-01T09:01:00+01:00', null],
    ['the next day, when the machine was off', state(november), '2026-12-02T10:00:00+01:00', 'open 2026-12 invitation'],
    ['never at night, when the machine comes back at night', state(november), '2026-12-02T03:00:00+01:00', null],
    ['in the morning after', state(november), '2026-12-02T08:00:00+01:00', 'open 2026-12 invitation'],
    [
      'only the latest, when two were missed',
      state(opened('2026-10', '2026-10-06T09:00:00+02:00')),
      '2026-12-02T10:00:00+01:00',
      'open 2026-12 invitation',
    ],
    ['at the first tick after the clock went back', state(null), '2026-11-03T08:00:00Z', 'open 2026-11 invitation'],
    [
      'not when it was due before the database began',
      state(null, new Date('2026-12-01T10:00:00+01:00')),
      '2026-12-01T10:01:00+01:00',
      null,
    ],
    [
      'when the database began just before',
      state(null, new Date('2026-12-01T08:59:00+01:00')),
      '2026-12-01T09:00:00+01:00',
      'open 2026-12 invitation',
    ],
  ]
  test.each(cases)('%s', (_, given, now, expected) => {
    expect(due(given, now)).toBe(expected)
  })

  test('not when it was missed for so long that the next one opens within days', () => {
    expect(due(state(november), '2026-12-28T10:00:00+01:00')).toBe('open 2026-12 invitation')
    // Seven days before the next one, to the second, the reminder still has its day
    expect(due(state(november), '2026-12-29T09:00:00+01:00')).toBe('open 2026-12 invitation')
    expect(due(state(november), '2026-12-29T09:00:01+01:00')).toBeNull()
    expect(due(state(november), '2026-12-30T10:00:00+01:00')).toBeNull()
    expect(due(state(november), '2027-01-05T09:00:00+01:00')).toBe('open 2027-01 invitation')
  })

  test('not in a month that the movement skips', () => {
    const july = opened('2027-07', '2027-07-06T09:00:00+02:00', 'reminder_1', 'reminder_2', 'silent_groups')
    const skipping = rhythm({ skippedMonths: [8] })
    expect(due(state(july), '2027-08-10T10:00:00+02:00', skipping)).toBeNull()
    expect(due(state(july), '2027-09-07T09:00:00+02:00', skipping)).toBe('open 2027-09 invitation')
  })

  test('not on a holiday, even when it was missed before', () => {
    expect(due(state(november), '2026-12-25T10:00:00+01:00', rhythm({ holidays: ['2026-12-25'] }))).toBeNull()
  })
})

describe('a step is climbed', () => {
  const cases: [what: string, given: SequenceState, now: string, expected: string | null][] = [
    ['a week after the invitation', state(december()), '2026-12-08T09:00:00+01:00', 'take 2026-12 reminder_1'],
    ['only once', state(december('reminder_1')), '2026-12-08T09:01:00+01:00', null],
    ['late, when the machine was off', state(december()), '2026-12-10T15:00:00+01:00', 'take 2026-12 reminder_1'],
    ['never at night', state(december()), '2026-12-09T23:00:00+01:00', null],
    [
      'alone of all that are due, the last one overtaking the others',
      state(december()),
      '2026-12-16T10:00:00+01:00',
      'take 2026-12 reminder_2, skipping reminder_1',
    ],
    [
      'down to the list of silent groups',
      state(december()),
      '2026-12-23T10:00:00+01:00',
      'take 2026-12 silent_groups, skipping reminder_1 reminder_2',
    ],
    [
      'not once the next round is due: that one opens',
      state(december()),
      '2027-01-05T09:00:00+01:00',
      'open 2027-01 invitation',
    ],
  ]
  test.each(cases)('%s', (_, given, now, expected) => {
    expect(due(given, now)).toBe(expected)
  })

  test('a week after a late opening, not a week after the day that was planned', () => {
    const late = state(opened('2026-12', '2026-12-04T10:00:00+01:00'))
    expect(due(late, '2026-12-10T10:00:00+01:00')).toBeNull()
    expect(due(late, '2026-12-11T09:00:00+01:00')).toBe('take 2026-12 reminder_1')
  })

  test('not after the next opening, however late the round opened', () => {
    const veryLate = state(opened('2026-12', '2026-12-28T10:00:00+01:00'))
    expect(due(veryLate, '2027-01-04T10:00:00+01:00')).toBe('take 2026-12 reminder_1')
    expect(due(state(opened('2026-12', '2026-12-30T10:00:00+01:00')), '2027-01-06T10:00:00+01:00')).toBe(
      'open 2027-01 invitation',
    )
  })

  test('of a round that was opened by hand before its day, which then does not open again', () => {
    const early = opened('2027-01', '2027-01-02T10:00:00+01:00')
    expect(due(state(early), '2027-01-05T09:00:00+01:00')).toBeNull()
    expect(due(state(early), '2027-01-09T09:00:00+01:00')).toBe('take 2027-01 reminder_1')
  })
})

describe('the next dates', () => {
  const dates = (given: SequenceState, now: string, howMany = 6, calendar: Rhythm = rhythm()) =>
    comingSteps(given.last, new Date(now), calendar, howMany).map(({ round, name, on }) => `${round} ${name} ${on}`)

  test('are those of the open round, then those of the next ones', () => {
    expect(dates(state(december()), '2026-12-09T10:00:00+01:00')).toEqual([
      '2026-12 reminder_2 2026-12-15',
      '2026-12 silent_groups 2026-12-22',
      '2027-01 invitation 2027-01-05',
      '2027-01 reminder_1 2027-01-12',
      '2027-01 reminder_2 2027-01-19',
      '2027-01 silent_groups 2027-01-26',
    ])
  })

  test('follow a round that opened late, up to the next one', () => {
    const late = opened('2026-12', '2026-12-20T10:00:00+01:00')
    expect(dates(state(late), '2026-12-20T10:01:00+01:00', 4)).toEqual([
      '2026-12 reminder_1 2026-12-27',
      '2026-12 reminder_2 2027-01-03',
      '2027-01 invitation 2027-01-05',
      '2027-01 reminder_1 2027-01-12',
    ])
  })

  test('do not announce again a round that was opened before its day', () => {
    const early = opened('2027-01', '2027-01-02T10:00:00+01:00')
    expect(dates(state(early), '2027-01-02T10:01:00+01:00', 4)).toEqual([
      '2027-01 reminder_1 2027-01-09',
      '2027-01 reminder_2 2027-01-16',
      '2027-01 silent_groups 2027-01-23',
      '2027-02 invitation 2027-02-02',
    ])
  })

  test('nor one that was opened on its day before its hour', () => {
    const early = opened('2027-01', '2027-01-05T08:10:00+01:00')
    expect(dates(state(early), '2027-01-05T08:30:00+01:00', 1)).toEqual(['2027-01 reminder_1 2027-01-12'])
  })

  test('begin with the next round, when nothing was ever sent', () => {
    expect(dates(state(null), '2026-12-03T10:00:00Z', 1)).toEqual(['2027-01 invitation 2027-01-05'])
  })

  test('leave out the months that are skipped', () => {
    const july = opened('2027-07', '2027-07-06T09:00:00+02:00', 'reminder_1', 'reminder_2', 'silent_groups')
    expect(dates(state(july), '2027-07-28T10:00:00+02:00', 1, rhythm({ skippedMonths: [8] }))).toEqual([
      '2027-09 invitation 2027-09-07',
    ])
  })
})

describe('a sequence of a movement’s own', () => {
  const sequence: Rhythm['calendar']['sequence'] = {
    reminders: [3, { after: 7, on: 'thursday' }, 10, 16],
    end: { after: 18, on: 'friday' },
  }
  const own = rhythm({ sequence })
  const left = (calendar: Rhythm, now = '2026-12-01T10:00:00+01:00') =>
    comingSteps(december(), new Date(now), calendar, 6).map(({ name, kind, on }) => `${name} ${kind} ${on}`)

  test('has any number of reminders, at days or weekdays, and the last says that it is the last', () => {
    expect(left(own)).toEqual([
      'reminder_1 reminder 2026-12-04',
      'reminder_2 reminder 2026-12-10',
      'reminder_3 reminder 2026-12-11',
      'reminder_4 last_call 2026-12-17',
      'silent_groups silent_groups 2026-12-25',
      'invitation invitation 2027-01-05',
    ])
  })

  test('may have no reminder at all', () => {
    expect(left(rhythm({ sequence: { reminders: [], end: 14 } })).slice(0, 2)).toEqual([
      'silent_groups silent_groups 2026-12-15',
      'invitation invitation 2027-01-05',
    ])
    const silent = { sequence: { reminders: [], end: 14 } }
    expect(due(state(december()), '2026-12-15T09:00:00+01:00', rhythm(silent))).toBe('take 2026-12 silent_groups')
  })

  test('takes a weekday on that day itself, where it is one', () => {
    expect(left(rhythm({ sequence: { reminders: [{ after: 7, on: 'tuesday' }], end: 21 } }))[0]).toBe(
      'reminder_1 last_call 2026-12-08',
    )
  })

  test('climbs once the last of two that fall on one day', () => {
    const sameDay = rhythm({
      sequence: { reminders: [5, { after: 6, on: 'monday' }, { after: 7, on: 'monday' }], end: 21 },
    })
    const monday = '2026-12-14T09:00:00+01:00'
    const reminded = { ...december('reminder_1', 'reminder_2'), takenAt: new Date('2026-12-07T09:00:00+01:00') }
    expect(due(state(reminded), monday, sameDay)).toBe('take 2026-12 reminder_3')
    expect(due(state(december('reminder_1')), monday, sameDay)).toBe('take 2026-12 reminder_3, skipping reminder_2')
  })

  test('that is changed in mid-round sends what is still to come, and makes up for nothing', () => {
    const taken = { ...december('reminder_1'), takenAt: new Date('2026-12-08T09:00:20+01:00') }
    const earlier = rhythm({ sequence: { reminders: [3, 6, 14], end: 21 } })
    expect(due(state(taken), '2026-12-08T09:05:00+01:00', earlier)).toBeNull()
    expect(due(state(taken), '2026-12-15T09:00:00+01:00', earlier)).toBe('take 2026-12 reminder_3')
    const longer = rhythm({ sequence: { reminders: [7, 14, 18], end: 21 } })
    const called = { ...december('reminder_1', 'reminder_2'), takenAt: new Date('2026-12-15T09:00:20+01:00') }
    expect(due(state(called), '2026-12-19T09:00:00+01:00', longer)).toBe('take 2026-12 reminder_3')
  })
})

describe('rounds that are not monthly', () => {
  test.each([
    [2, ['2027-01', '2027-03', '2027-05', '2027-07']],
    [3, ['2027-01', '2027-04', '2027-07', '2027-10']],
    [12, ['2027-01', '2028-01']],
  ] as const)('every %i months are announced, and a link works through the months between', (every, months) => {
    const now = new Date('2026-12-10T10:00:00Z')
    const invitations = comingSteps(null, now, rhythm({ every }), 16).filter(({ name }) => name === 'invitation')
    expect(invitations.slice(0, 4).map(({ round }) => round)).toEqual(months)
    const expiry = linkExpiry({ key: months[0] }, new Date('2027-01-05T10:00:00Z'), rhythm({ every }))
    expect(expiry.toISOString().slice(0, 7)).toBe(months[1])
  })
})

describe('a link works', () => {
  const until = (last: OpenRound | null, now: string, calendar: Rhythm = rhythm()) =>
    linkExpiry(last, new Date(now), calendar).toISOString()

  test('until two weeks after the next round’s invitation', () => {
    expect(until(december(), '2026-12-08T09:00:00+01:00')).toBe('2027-01-19T08:00:00.000Z')
  })

  test('as long when the round was opened before its day', () => {
    expect(until(opened('2027-01', '2027-01-02T10:00:00+01:00'), '2027-01-02T10:00:00+01:00')).toBe(
      '2027-02-16T08:00:00.000Z',
    )
  })

  test('through a month that is skipped', () => {
    expect(
      until(
        opened('2027-07', '2027-07-06T09:00:00+02:00'),
        '2027-07-06T09:00:00+02:00',
        rhythm({ skippedMonths: [8] }),
      ),
    ).toBe('2027-09-21T07:00:00.000Z')
  })
})
