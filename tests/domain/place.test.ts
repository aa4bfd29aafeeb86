import { describe, expect, test } from 'vitest'
import { findPlace, gazetteerOf, type Place } from '#shared/domain/place.ts'

const at = (name: string, department: string): Place => ({ name, department, region: null, latitude: 1, longitude: 1 })
const gazetteer = gazetteerOf([
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
])

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
