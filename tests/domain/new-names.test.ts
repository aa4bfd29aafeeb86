import { expect, test } from 'vitest'
import { type NameWriting, newNamesOf } from '#shared/domain/new-names.ts'

const by = (isSettled: boolean, before: string | null, after: string, row = 'pau'): NameWriting => ({
  row,
  isSettled,
  before,
  after,
})
const [other, settled] = [false, true]

test.each<[what: string, namings: NameWriting[], names: [string, string | null][]]>([
  ['that somebody else gave is new', [by(other, 'Pau', 'You won')], [['You won', 'Pau']]],
  [
    'that was changed again and again leads to the one before all of it',
    [by(other, 'Pau', 'You'), by(other, 'You', 'You won')],
    [['You won', 'Pau']],
  ],
  ['that was taken back is none', [by(other, 'Pau', 'You won'), by(other, 'You won', 'Pau')], []],
  ['of the team, or of whoever reads it, is none', [by(settled, 'Pau', 'Pau Béarn')], []],
  [
    'that the team settled is known, also where somebody changes it after',
    [by(other, 'Pau', 'A'), by(settled, 'A', 'B'), by(other, 'B', 'C')],
    [['C', 'B']],
  ],
  [
    'of somebody who was added was none before',
    [by(other, null, 'You won', 'ida'), by(other, 'You won', 'Or not', 'ida')],
    [['Or not', null]],
  ],
  [
    'of another is their own',
    [by(other, 'Pau', 'You won'), by(other, 'Ida', 'Ida B.', 'ida')],
    [
      ['You won', 'Pau'],
      ['Ida B.', 'Ida'],
    ],
  ],
])('a name %s', (_, namings, names) => {
  expect([...newNamesOf(namings)]).toEqual(names)
})
