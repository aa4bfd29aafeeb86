import { expect, test } from 'vitest'
import { searchTerms } from '#shared/domain/search.ts'
import { fold } from '#shared/record/fold.ts'

test.each([
  ['Été  à Œuvre', 'ete a oeuvre'],
  ['L’Île-d’Yeu', 'l ile d yeu'],
  ['Pau 🌻', 'pau'],
  ['🌻', '🌻'],
  [' !!! ', '!!!'],
  ['   ', ''],
])('%j is compared as %j', (text, key) => {
  expect(fold(text)).toBe(key)
})

test('signs between words are not looked for, a name of signs is', () => {
  const words = (text: string) => searchTerms(text).map((term) => term.text)
  expect(words('Pau — Dax & lou@example.org')).toEqual(['pau', 'dax', 'lou@example.org'])
  expect(words('🌻')).toEqual(['🌻'])
})

test.each(['Pau', '  Pau  Nord ', 'PAU-NORD', 'C++', 'a  b'])(
  '%j is compared with a letter beside it that has an accent as it is without',
  (text) => {
    expect(fold(`${text} é`)).toBe(`${fold(text)} e`)
  },
)
