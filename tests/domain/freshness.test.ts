import { describe, expect, test } from 'vitest'
import { bandLimits, bandOf, oldestTold } from '#shared/domain/freshness.ts'

const now = new Date('2026-12-01T08:00:00Z')

describe('how fresh something is goes by how often groups are asked', () => {
  test.each([
    [1, 30, 90, 180],
    [2, 60, 120, 240],
    [3, 90, 150, 300],
    [6, 180, 240, 480],
    [12, 360, 420, 840],
  ] as const)('every %i months: %i, %i and %i days', (every, month, quarter, half) => {
    const bands = [month, month + 1, quarter, quarter + 1, half, half + 1, null].map((days) => bandOf(days, every))
    expect(bands).toEqual(['month', 'quarter', 'quarter', 'half', 'half', 'older', 'never'])
  })

  test('days and dates tell the same apart', () => {
    expect(bandLimits(now, 1)).toEqual({ month: '2026-11-01', quarter: '2026-09-02', half: '2026-06-04' })
    expect(bandLimits(now, 12).quarter).toBe('2025-10-07')
    expect(oldestTold(now, 12) < bandLimits(now, 12).half).toBe(true)
  })
})
