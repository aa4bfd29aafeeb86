import { describe, expect, test } from 'vitest'
import { listPublicHolidays } from '#scripts/build/holidays.ts'
import { easter, isHoliday } from '#shared/domain/holiday.ts'
import { roundFrom, roundOf } from '#shared/domain/round.ts'
import kept from '#shared/settings/public-holidays.json' with { type: 'json' }
import { rhythm } from './rhythm.ts'

test.each([
  '1954-04-18',
  '1981-04-19',
  '2000-04-23',
  '2008-03-23',
  '2019-04-21',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2035-03-25',
  '2038-04-25',
  '2049-04-18',
  '2076-04-19',
])('Easter is on %s', (day) => {
  expect(easter(Number(day.slice(0, 4)))).toBe(day)
})

describe('in France', () => {
  const calendar = { holidays: ['2026-12-24'], publicHolidays: 'FR' as const }

  test.each([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])('nothing is sent on %s', (day) => expect(isHoliday(day, calendar)).toBe(true))

  test('nor on the movement’s own days; and it is on all others', () => {
    expect(isHoliday('2026-12-24', calendar)).toBe(true)
    expect(isHoliday('2026-04-05', calendar)).toBe(false)
    expect(isHoliday('2026-12-23', calendar)).toBe(false)
  })

  test('what falls on one goes out on the next day that is none', () => {
    const july = roundOf('2026-07', rhythm({ publicHolidays: 'FR' }))
    expect(july?.steps.map(({ on }) => on)).toEqual(['2026-07-07', '2026-07-15', '2026-07-21', '2026-07-28'])
    const may = roundFrom('2026-05', '2026-05-07', rhythm({ publicHolidays: 'FR', holidays: ['2026-05-15'] }))
    expect(may.steps[1]?.on).toBe('2026-05-16')
  })
})

test('a movement that names no country keeps its own days only', () => {
  expect(isHoliday('2026-07-14', { holidays: [] })).toBe(false)
})

test.each([
  ['BE', '2026-07-21', 'the national day of Belgium'],
  ['BE', '2027-05-17', 'Whit Monday'],
  ['GB-ENG', '2026-12-28', 'Boxing Day, which falls on a Saturday'],
  ['GB-SCT', '2026-11-30', 'St Andrew’s Day'],
  ['GB-NIR', '2026-07-13', 'the Battle of the Boyne, which falls on a Sunday'],
  ['LU', '2026-06-23', 'the national day of Luxembourg'],
  ['MA', '2026-07-30', 'the Feast of the Throne'],
] as const)('in %s nothing is sent on %s, %s', (publicHolidays, day, _) => {
  expect(isHoliday(day, { holidays: [], publicHolidays })).toBe(true)
  expect(isHoliday('2026-10-14', { holidays: [], publicHolidays })).toBe(false)
})

test('England has not the holidays of Scotland', () => {
  expect(isHoliday('2026-11-30', { holidays: [], publicHolidays: 'GB-ENG' })).toBe(false)
})

test('the holidays that are kept are those of the library, until 2037', () => {
  const said: Record<string, Record<string, string>> = JSON.parse(listPublicHolidays(['BE', 'GB']))
  expect(Object.keys(said)).toEqual(['BE', 'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS'])
  for (const [code, years] of Object.entries(said))
    expect([code, kept[code as keyof typeof kept]]).toEqual([code, years])
  const years = Object.values(kept).map((all) => Object.keys(all).at(-1) ?? '')
  expect(years.toSorted()[0]).toBe('2037')
})
