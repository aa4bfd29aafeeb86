import { expect, test } from 'vitest'
import { searchTerms } from '#shared/domain/search.ts'
import { plain } from '#shared/record/plain.ts'

test.each([
  ['Été  à Œuvre', 'ete a oeuvre'],
  ['L’Île-d’Yeu', 'l ile d yeu'],
  ['Pau 🌻', 'pau'],
  ['🌻', '🌻'],
  [' !!! ', '!!!'],
  ['   ', ''],
])('%j is compared as %j', (text, key) => {
  expect(plain(text)).toBe(key)
})

test('signs between words are not looked for, a name of signs is', () => {
  const words = (text: string) => searchTerms(text).map((term) => term.text)
  expect(words('Pau — Dax & lou@example.org')).toEqual(['pau', 'dax', 'lou@example.org'])
  expect(words('🌻')).toEqual(['🌻'])
})

test.each(['Pau', '  Pau  Nord ', 'PAU-NORD', 'C++', 'a  b'])(
  '%j is compared with a letter beside it that has an accent as it is without',
  (text) => {
    expect(plain(`${text} é`)).toBe(`${plain(text)} e`)
  },
)
