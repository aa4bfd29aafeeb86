import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { au, de, du, elide } from '#shared/text/fr/elision.ts'

describe('French joins a word to the one that follows', () => {
  test.each([
    ['Archipel', 'd’Archipel'],
    ['Élodie', 'd’Élodie'],
    ['août', 'd’août'],
    ['octobre', 'd’octobre'],
    ['Inès', 'd’Inès'],
    ['Œuvres', 'd’Œuvres'],
    ['ÉLODIE', 'd’ÉLODIE'],
    ['E\u0301lodie', 'd’E\u0301lodie'],
    ['ATTAC', 'd’ATTAC'],
    ['« Archipel »', 'd’« Archipel »'],
    ['Hélène', 'd’Hélène'],
    ['Henri', 'd’Henri'],
    ['hervé', 'd’hervé'],
    ['Hugo', 'd’Hugo'],
    ['Hendaye', 'd’Hendaye'],
    ['Hyères', 'd’Hyères'],
    ['Hénin-Beaumont', 'd’Hénin-Beaumont'],
    ['habitants', 'd’habitants'],
    ['hier', 'd’hier'],
    ['HLM', 'd’HLM'],
    ['Yves', 'd’Yves'],
    ['Hellemmes', 'd’Hellemmes'],
    ['Hesdin', 'd’Hesdin'],
    ['Yvetot', 'd’Yvetot'],
    ['Yvré', 'd’Yvré'],
    ['Yonne', 'd’Yonne'],
  ])('with an apostrophe before a vowel: %s', (next, joined) => {
    expect(de(next)).toBe(joined)
  })

  test.each([
    'Pau',
    'juin',
    'Hamid',
    'Habib',
    'Hambourg',
    'Houilles',
    'Hauteville',
    'hiérarchie',
    'huit',
    'huguenots',
    'homard',
    'Hem',
    'Hombourg',
    'Honfleur',
    'L’Haÿ',
    '11 novembre',
    'Yann',
    'Yasmine',
    'Youssef',
    'Yémen',
    'onze',
    'oui',
    '11 groupes',
    '1 groupe',
    'Ça',
    'W',
    '',
    '🌱 Pau',
    'SNCF',
  ])('with a space before anything else: %s', (next) => {
    expect(de(next)).toBe(`de ${next}`)
  })

  test('whichever the word', () => {
    expect(elide('que', 'Inès')).toBe('qu’Inès')
    expect(elide('que', 'Lou')).toBe('que Lou')
    expect(elide('le', 'hôtel')).toBe('l’hôtel')
    expect(elide('la', 'heure')).toBe('l’heure')
    expect(elide('jusque', 'Orléans')).toBe('jusqu’Orléans')
  })

  test('and the article of a place merges with it', () => {
    expect(
      ['Le Havre', 'Les Herbiers', 'La Rochelle', 'L’Haÿ-les-Roses', 'Archipel Pau', 'Pau', 'Lens'].map(du),
    ).toEqual([
      'du Havre',
      'des Herbiers',
      'de La Rochelle',
      'de L’Haÿ-les-Roses',
      'd’Archipel Pau',
      'de Pau',
      'de Lens',
    ])
  })

  test('and so it does where one goes or writes to, also of a name in capitals', () => {
    expect(['Le Havre', 'Les Herbiers', 'La Rochelle', 'L’Haÿ', 'Pau', 'LE MANS'].map(au)).toEqual([
      'au Havre',
      'aux Herbiers',
      'à La Rochelle',
      'à L’Haÿ',
      'à Pau',
      'au MANS',
    ])
    expect(['LE MANS', 'LES ULIS', 'Leers', 'Lesneven'].map(du)).toEqual([
      'du MANS',
      'des ULIS',
      'de Leers',
      'de Lesneven',
    ])
  })

  test('and takes no longer for a page of letters than for a line', () => {
    expect(de('h'.repeat(100_000))).toHaveLength(100_003)
    expect(de('« '.repeat(50_000))).toHaveLength(100_003)
  })
})

test('no French sentence leaves a vowel before what it is given', () => {
  const folders = ['shared/text/fr', 'shared/mail', 'scripts/text']
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(^|\/)fr(\.ts|\/)|fr\//.test(join(folder, name)) && name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(30)
  // Numbers in digits are not elided before
  const number =
    /^(n|nth|from|days|others|share|names\.length|perHour|perDay)\b|^(number|plural|mails|people|percent)\(|toLocaleString/
  const left = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:[dD]e|[qQ]u?e|[jJ]usque) \$?\{([^}]*)\}/g)]
      .filter(([, value = '']) => !number.test(value))
      .map(([text]) => `${file}: ${text}`),
  )
  expect(left).toEqual([])
  // An article merges: « du Havre », « au Havre »
  const place = '(?:group|town|place|movement)'
  const apart = new RegExp(
    `\\bde\\(${place}\\)|\\{de ${place}\\}|[àÀ] \\$?\\{${place}\\}|\\b(?:au|du) \\$?\\{${place}\\}`,
    'g',
  )
  const merged = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(apart)].map(([text]) => `${file}: ${text}`),
  )
  expect(merged).toEqual([])
})
