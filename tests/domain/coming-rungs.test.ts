import { expect, test } from 'vitest'
import movement from '#movement'
import { comingRungs } from '#shared/domain/ladder.ts'

const list = (last: { key: string; openedAt: string } | null, now: string, howMany = 4) =>
  comingRungs(last && { key: last.key, openedAt: new Date(last.openedAt) }, new Date(now), movement, howMany).map(
    ({ round, name, on }) => `${round} ${name} ${on}`,
  )

test('before the first round, the dates begin with an invitation: nothing is left of a month that was never opened', () => {
  expect(list(null, '2026-12-03T09:00:00Z')).toEqual([
    '2027-01 invitation 2027-01-05',
    '2027-01 reminder 2027-01-12',
    '2027-01 last_call 2027-01-19',
    '2027-01 silent_groups 2027-01-26',
  ])
})

test('what is left of the open round comes first', () => {
  expect(list({ key: '2026-12', openedAt: '2026-12-01T08:00:05Z' }, '2026-12-09T09:00:00Z', 3)).toEqual([
    '2026-12 last_call 2026-12-15',
    '2026-12 silent_groups 2026-12-22',
    '2027-01 invitation 2027-01-05',
  ])
})

test('a round that opened three days late has its rungs three days late', () => {
  expect(list({ key: '2026-12', openedAt: '2026-12-04T09:00:00Z' }, '2026-12-09T09:00:00Z', 3)).toEqual([
    '2026-12 reminder 2026-12-11',
    '2026-12 last_call 2026-12-18',
    '2026-12 silent_groups 2026-12-25',
  ])
})

test('a rung that the next invitation overtakes is no date', () => {
  expect(list({ key: '2026-12', openedAt: '2026-12-26T09:00:00Z' }, '2026-12-27T09:00:00Z', 2)).toEqual([
    '2026-12 reminder 2027-01-02',
    '2027-01 invitation 2027-01-05',
  ])
})
