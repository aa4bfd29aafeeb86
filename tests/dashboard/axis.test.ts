import { expect, test } from 'vitest'
import { axisFor } from '#workers/dashboard/chart/axis.ts'

test.each([
  ['104 groups', 104, 'count', [0, 60, 120]],
  ['8,128 members', 8128, 'count', [0, 5000, 10_000]],
  ['one group, which has no half', 1, 'count', [0, 1]],
  ['no group', 0, 'count', [0, 1]],
  ['three groups', 3, 'count', [0, 3]],
  ['67 % of the groups', 0.67, 'share', [0, 0.4, 0.8]],
  ['nobody yet', 0, 'share', [0, 0.1, 0.2]],
  ['everybody', 1, 'share', [0, 0.5, 1]],
  ['2.6 days', 2.6, 'days', [0, 1.5, 3]],
] as const)('a value axis of %s fits them', (_, highest, measure, ticks) => {
  expect(axisFor(highest, measure, 2)).toEqual({ top: ticks.at(-1), ticks })
})

test('no value stands above its axis, nor lower than two fifths of it, beyond the smallest', () => {
  for (const highest of [7, 9.5, 11, 49, 104, 121, 161, 201, 999, 1001, 7973, 65_432, 1_000_000]) {
    for (const measure of ['count', 'days'] as const) {
      const { top } = axisFor(highest, measure, 4)
      expect(top, `${highest} ${measure}`).toBeGreaterThanOrEqual(highest)
      expect(highest / top, `${highest} ${measure}`).toBeGreaterThan(0.6)
    }
  }
})
