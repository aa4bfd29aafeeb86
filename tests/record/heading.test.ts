import { expect, test } from 'vitest'
import { headingKey, headingPattern } from '#shared/record/heading.ts'

test.each([
  ['Mail réf {n}', 'mail ref 12', '12'],
  ['Mail réf {n}', 'Mail réf', undefined],
  // A mailing list may be called so
  ['???', '???', undefined],
  ['Tou·tes (et plus)', 'toutes et plus', undefined],
])('%s is the heading of a column called %s', (heading, written, number) => {
  const match = headingPattern(heading).exec(headingKey(written))
  expect(match).not.toBeNull()
  expect(match?.[1]).toBe(number)
})

test('a heading made of signs is no other’s', () => {
  expect(headingPattern('???').test(headingKey('!!!'))).toBe(false)
})

test('a heading is told by its beginning, however long it is', () => {
  expect(headingKey('É'.repeat(1_000_000))).toBe('e'.repeat(1000))
})
