import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '#shared/domain/edit-distance.ts'

/** Optimal string alignment as textbooks have it, with the whole table. */
function textbook(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => row + column),
  )
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= a.length; row++)
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const cost = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same)
      const line = table[row]
      if (line) line[column] = swapped ? Math.min(cost, at(row - 2, column - 2) + 1) : cost
    }
  return at(a.length, b.length)
}

test('slips are counted as textbooks count them, as far as they are asked for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(textbook(a, b), limit + 1))
    }),
    { numRuns: 3000 },
  )
})
