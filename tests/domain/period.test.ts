import { expect, test } from 'vitest'
import { medianDays, overallRate } from '#shared/domain/network.ts'
import { firstDay, lastDay, monthsAlong, monthsIn, periodBefore, readPeriod } from '#shared/domain/period.ts'

test.each([
  ['nothing asked: the last year', undefined, undefined, { from: '2026-01', until: '2026-12' }],
  ['both months', '2025-03', '2025-08', { from: '2025-03', until: '2025-08' }],
  ['the wrong way round', '2025-08', '2025-03', { from: '2025-03', until: '2025-08' }],
  ['a month that is none', '2025-13', 'soon', { from: '2026-01', until: '2026-12' }],
  ['a last month alone', undefined, '2026-02', { from: '2025-03', until: '2026-02' }],
  ['a century', '2001-01', '2026-12', { from: '2016-12', until: '2026-12' }],
])('a period from an address, %s', (_, from, until, period) => {
  expect(readPeriod(from, until, '2026-12')).toEqual(period)
})

test.each([
  [1, '2026-01'],
  [3, '2026-01'],
  [4, '2025-09'],
  [6, '2025-01'],
  [12, '2023-01'],
])('with an update every %i months nothing asked is a year, or four updates', (every, from) => {
  expect(readPeriod(undefined, undefined, '2026-12', every)).toEqual({ from, until: '2026-12' })
})

test.each([
  ['each month', ['2026-11', '2026-12', '2027-01'], ['2026-11', '2026-12', '2027-01']],
  ['a month without a round', ['2026-07', '2026-09'], ['2026-07', '2026-09']],
  [
    'two rounds that never opened',
    ['2026-07', '2026-08', '2026-11'],
    ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
  ],
  ['every third month', ['2026-01', '2026-04', '2026-10'], ['2026-01', '2026-04', '2026-07', '2026-10']],
  ['one round', ['2026-07'], ['2026-07']],
  ['none', [], []],
])('an axis has its months at equal distances: %s', (_, rounds, months) => {
  expect(monthsAlong(rounds)).toEqual(months)
})

test('a period has its months and days, and one as long before it', () => {
  const period = { from: '2027-12', until: '2028-02' }
  expect(monthsIn(period)).toEqual(['2027-12', '2028-01', '2028-02'])
  expect([firstDay(period), lastDay(period)]).toEqual(['2027-12-01', '2028-02-29'])
  expect(periodBefore(period)).toEqual({ from: '2027-09', until: '2027-11' })
})

test('half of those who answered had by the median', () => {
  const steps = [
    { step: 30, groups: 1 },
    { step: 0, groups: 2 },
    { step: 9, groups: 2 },
  ]
  expect(medianDays({ steps })).toBe(9.5 / 4)
  expect(medianDays({ steps: [] })).toBeNull()
})

test('a round with many groups weighs more in the rate of a period', () => {
  const round = (asked: number, answered: number) => ({ asked, answered }) as never
  expect(overallRate([round(100, 50), round(10, 10)])).toBe(60 / 110)
  expect(overallRate([])).toBeNull()
})
