import { expect, test } from 'vitest'
import { readHistory } from '#shared/db/history.ts'
import { parseRows } from '#shared/db/row.ts'
import { trainingFields } from '#shared/record/sections/trainings.ts'

test('the rows of a list are the latest first, and those of one day as they came, in whatever order they are read', () => {
  const rows = [
    ['b', 'Marches', '2026-05-01', 8, '2026-05-01', 7],
    ['d', 'Climate', '2025-02-10', 12, '2025-02-10', 2],
    ['a', 'Speaking', '2026-11-03', null, '2026-11-03', 9],
    ['c', 'First aid', '2026-05-01', 5, '2026-05-01', 12],
  ]
  const expected = ['a', 'b', 'c', 'd']
  for (const order of [rows, rows.toReversed()])
    expect(parseRows(trainingFields, structuredClone(order)).map(({ uid }) => uid)).toEqual(expected)
})

test('a history is told from its last revision', () => {
  const revision = (number: number) => [number, '2026-12-01T08:00:00.000Z', 'referent', 'Ana', [], null, null]
  const history = readHistory(JSON.stringify([revision(2), revision(10), revision(9)]))
  expect(history.map(({ number }) => number)).toEqual([10, 9, 2])
})
