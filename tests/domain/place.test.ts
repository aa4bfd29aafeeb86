import { describe, expect, test } from 'vitest'
import { findPlace, gazetteerOf, type Place, whereabouts } from '#shared/domain/place.ts'

const at = (name: string, department: string): Place => ({ name, department, region: null, latitude: 1, longitude: 1 })
const gazetteer = gazetteerOf(
  [
    at('Saint-Étienne', '42'),
    at('Saint-Denis', '93'),
    at('Saint-Denis', '974'),
    at('Ajaccio', '2A'),
    at('Évry', '91'),
    at('Cherbourg', '50'),
    at('Brive-la-Gaillarde', '19'),
    at('Châlons-en-Champagne', '51'),
    at('Châlons-sur-Vesle', '51'),
    at('Bruxelles', ''),
  ],
  'FR',
)

describe('where a group is', () => {
  const brive = { department: '19', region: 'Nouvelle-Aquitaine', latitude: 45.2, longitude: 1.5 }
  const was = { ...brive, town: 'Brive', postcode: '19000' }
  const nowhere = { department: null, region: null, latitude: null, longitude: null }
  const nobody = { ...nowhere, town: null, postcode: null }
  const at1 = { region: null, latitude: 1, longitude: 1 }

  test.each([
    ['stays when its postal code is corrected within the department', 'Brive', '19100', was, brive],
    ['stays when its postal code is taken out', 'Brive', null, was, brive],
    ['stays when only the writing of its town is corrected', 'BRIVE', '19100', was, brive],
    ['is not known when the postal code says another department', 'Brive', '33000', was, nowhere],
    [
      'is that of the nearest name, in a town that was not known',
      'Brive',
      '19100',
      nobody,
      { ...at1, department: '19' },
    ],
    ['is not known in a town that we do not know', 'Trifouillis', '19000', was, nowhere],
    ['is that of its new town', 'Ajaccio', '20000', was, { ...at1, department: '2A' }],
    [
      'stays in the one of two namesakes where it was',
      'Saint-Denis',
      null,
      { ...at1, town: 'Saint-Denis', postcode: '97400', department: '974' },
      { ...at1, department: '974' },
    ],
    [
      'follows its postal code to the namesake of its town',
      'Saint-Denis',
      '93200',
      { ...at1, town: 'Saint-Denis', postcode: '97400', department: '974' },
      { ...at1, department: '93' },
    ],
    [
      'stays where towns have no number',
      'Ixelles',
      '1050',
      { ...at1, town: 'Ixelles', postcode: null, department: 'Bruxelles-Capitale' },
      { ...at1, department: 'Bruxelles-Capitale' },
    ],
  ])('%s', (_, town, postcode, before, expected) => {
    expect(whereabouts(gazetteer, { town, postcode }, before)).toEqual(expected)
  })
})

describe('a town is found', () => {
  test.each([
    ['whatever its case, accents and dashes', 'SAINT ETIENNE', '42', null, 'Saint-Étienne', true],
    ['when Saint is shortened', 'St-Étienne', '42', null, 'Saint-Étienne', true],
    ['with a Cedex behind it', 'Saint-Denis Cedex 2', '93', null, 'Saint-Denis', true],
    [
      'by the number in what people write for its department',
      'Saint-Denis',
      'La Réunion (974)',
      null,
      'Saint-Denis',
      true,
    ],
    ['without a department when there is only one', 'Ajaccio', null, null, 'Ajaccio', true],
    ['by its postal code when there are two', 'Saint-Denis', null, '93200', 'Saint-Denis', true],
    ['by its postal code in Corsica', 'Ajaccio', null, '20000', 'Ajaccio', true],
    ['nearly, when it has merged since', 'Évry-Courcouronnes', '91', null, 'Évry', false],
    ['nearly, when its new name is longer', 'Cherbourg-en-Cotentin', '50', null, 'Cherbourg', false],
    ['nearly, when people shorten it', 'Brive', '19', null, 'Brive-la-Gaillarde', false],
    ['nearly, when only its postal code says where', 'Évry-Courcouronnes', null, '91080', 'Évry', false],
    ['where towns have no department', 'Bruxelles', 'Bruxelles-Capitale', null, 'Bruxelles', true],
  ])('%s', (_, town, department, postcode, name, exact) => {
    const found = findPlace(gazetteer, town, { department, postcode })
    expect([found?.place.name, found?.exact]).toEqual([name, exact])
  })

  test.each([
    ['when two have its name', 'Saint-Denis', null],
    ['when two begin like it', 'Châlons', '51'],
    ['in another department', 'Brest', '29'],
    ['by a beginning that is part of a word', 'Cher', '50'],
  ])('not %s', (_, town, department) => {
    expect(findPlace(gazetteer, town, { department, postcode: null })).toBeNull()
  })
})
