import { describe, expect, test } from 'vitest'
import { inEachLanguage } from '#shared/text/language.ts'
import { fillPattern } from '#shared/text/pattern.ts'
import { say } from '#shared/text/sentence.ts'

describe('a sentence', () => {
  test('has its values in their places, numbers and lists as the language writes them', () => {
    const sentence = '{by} : {members} membres, {groups}, {by}'
    expect(say(sentence, { by: 'Lou', members: 1200, groups: ['Pau', 'Dax', 'Sète'] }, 'fr')).toBe(
      'Lou : 1\u202f200 membres, Pau, Dax et Sète, Lou',
    )
    expect(say('{n} of {groups}', { n: 1200, groups: ['Pau', 'Dax', 'Sète'] }, 'en')).toBe('1,200 of Pau, Dax and Sète')
  })

  const groups = { one: '{n} groupe', other: '{n} groupes' }
  test.each([
    ['fr', 0, '0 groupe'],
    ['fr', 1, '1 groupe'],
    ['fr', 2, '2 groupes'],
    ['fr', 1_000_000, '1\u202f000\u202f000 groupes'],
    ['en', 0, '0 groupes'],
    ['en', 1, '1 groupe'],
  ] as const)('counts as its language does: %s %i', (language, n, expected) => {
    expect(say(groups, { n }, language)).toBe(expected)
  })

  test('joins a word to the value that follows, as the language does', () => {
    expect(say('la fiche {du group}', { group: 'Archipel' }, 'fr')).toBe('la fiche d’Archipel')
    expect(say('les fiches {de groups}', { groups: ['Archipel', 'Pau'] }, 'fr')).toBe('les fiches d’Archipel et de Pau')
    expect(say('{que by}, {of by}', { by: 'Inès' }, 'fr')).toBe('qu’Inès, of Inès')
    expect(say('de {de town}', { town: 'Antwerpen' }, 'en')).toBe('de de Antwerpen')
  })

  test('never reads what somebody typed as a sentence', () => {
    expect(say('{by} et {group}', { by: '{group}', group: '$& {by}' }, 'fr')).toBe('{group} et $& {by}')
  })

  test('that asks for a value nobody gave is our fault, and says which', () => {
    expect(() => say('{by} a corrigé', {}, 'fr')).toThrow('by')
  })
})

test.each(['$&', '$$', "$'", '$`', '$1'])('a value stands in its pattern as somebody typed it: %s', (typed) => {
  const counted = { one: '{} person', other: '{} people' }
  const patterns = { ...inEachLanguage(() => counted), fr: 'avec {}' }
  expect(fillPattern(patterns, 'fr', typed, 1)).toBe(`avec ${typed}`)
  expect(fillPattern(patterns, 'en', typed, 2)).toBe(`${typed} people`)
})
