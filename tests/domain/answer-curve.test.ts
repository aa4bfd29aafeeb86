import { expect, test } from 'vitest'
import { answerCurve, answeredBy, daysOpen, type RoundAnswers, shareBy } from '#shared/domain/answer-curve.ts'

const round: RoundAnswers = {
  round: '2026-12',
  openedAt: new Date('2026-12-01T08:00:00Z'),
  asked: 10,
  steps: [
    { step: 28, groups: 2 },
    { step: 0, groups: 3 },
    { step: 5, groups: 1 },
  ],
}

test('answers add up, each within its six hours, and nothing rises while nobody answers', () => {
  expect(answerCurve(round, 10)).toEqual([
    { day: 0, groups: 0 },
    { day: 0.25, groups: 3 },
    { day: 1.25, groups: 3 },
    { day: 1.5, groups: 4 },
    { day: 7, groups: 4 },
    { day: 7.25, groups: 6 },
    { day: 10, groups: 6 },
  ])
})

test('a curve ends today, with the answers of today', () => {
  expect(answerCurve(round, 7.1).at(-1)).toEqual({ day: 7.1, groups: 6 })
  expect(answerCurve(round, 6.9).at(-1)).toEqual({ day: 6.9, groups: 4 })
  expect(answerCurve(round, 0)).toHaveLength(2)
})

test.each([
  [0, 3],
  [1.2, 3],
  [1.3, 4],
  [7, 6],
  [30, 6],
])('on day %d, %d groups had answered', (day, groups) => {
  expect(answeredBy(round, day)).toBe(groups)
})

test('a share is of the groups that were asked, and none where none was', () => {
  expect(shareBy(round, 30)).toBe(0.6)
  expect(shareBy({ ...round, asked: 0 }, 30)).toBeNull()
  expect(shareBy({ ...round, asked: 4 }, 30)).toBe(1)
})

test('a round that opens later has not been open', () => {
  expect(daysOpen(round, new Date('2026-11-30T08:00:00Z'))).toBe(0)
  expect(daysOpen(round, new Date('2026-12-02T20:00:00Z'))).toBe(1.5)
})
