import { expect, test } from 'vitest'
import { firstName, shortNames } from '#shared/domain/person-name.ts'

test.each([
  ['Gwen Le Goff', 'Gwen'],
  ['Gwen', 'Gwen'],
  ['  Gwen   Le Goff ', 'Gwen'],
  ['LE GOFF Gwen', 'Gwen'],
  ['GWEN LE GOFF', 'Gwen'],
  ['Mme Gwen Le Goff', 'Gwen'],
  ['M. Roy', 'Roy'],
  ['Dr Aïcha Ba', 'Aïcha'],
  ['Jean-Pierre Martin', 'Jean-Pierre'],
  ['JEAN-PIERRE MARTIN', 'Jean-Pierre'],
  ['J. Martin', 'J. Martin'],
  ['J Martin', 'J Martin'],
  ['Me', 'Me'],
  ['李 明', '李 明'],
  ['', ''],
])('%s is greeted as %s', (name, first) => {
  expect(firstName(name)).toBe(first)
})

test('two of one first name are called by their whole names', () => {
  expect(shortNames(['Lou Martin', 'Sam Bonnet', 'Lou Roy'])).toEqual(['Lou Martin', 'Sam', 'Lou Roy'])
})
