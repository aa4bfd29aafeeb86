import { expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { changeInWords } from '#shared/domain/change-words.ts'
import { byNameIn, departmentName, departmentNames, placeNamed } from '#shared/domain/departments.ts'
import { departmentNumber } from '#shared/sheet/departments.ts'

test('every department of France has its name, and is read by it', () => {
  const names = [...(departmentNames.FR ?? [])]
  expect(names).toHaveLength(101)
  for (const [code, name] of names) {
    expect(departmentName(['FR'], code)).toBe(`${name} (${code})`)
    expect(departmentNumber(name), name).toBe(code)
  }
})

test('a code without a known name is shown as it is', () => {
  expect(departmentName(['BE'], '29')).toBe('29')
  expect(departmentName(['FR'], 'Somewhere')).toBe('Somewhere')
  expect(departmentName(['FR'], '')).toBe('')
})

test('a history names the department and the region that a group moved to', () => {
  const said = (field: string, before: string | null, after: string) =>
    changeInWords({ list: 'group', row: 'group-1', field, before, after }, new Map(), movement.sections, 'fr')
  expect(said('department', null, '21')).toMatchObject({ before: 'rien', after: 'Côte-d’Or (21)' })
  expect(said('department', 'Hainaut', '2A')).toMatchObject({ before: 'Hainaut', after: 'Corse-du-Sud (2A)' })
  expect(said('region', 'Corse', 'Provence-Alpes-Côte d’Azur').after).toBe('Provence-Alpes-Côte d’Azur')
})

test('Île-de-France stands under I', () => {
  expect(['Île-de-France', 'Occitanie', 'Grand Est', 'Hauts-de-France'].sort(byNameIn('fr'))).toEqual([
    'Grand Est',
    'Hauts-de-France',
    'Île-de-France',
    'Occitanie',
  ])
})

test('names stand in the order of the reader’s alphabet', () => {
  const regions = ['Östergötland', 'Uppsala', 'Öland', 'Zeeland']
  expect([...regions].sort(byNameIn('sv'))).toEqual(['Uppsala', 'Zeeland', 'Öland', 'Östergötland'])
  expect([...regions].sort(byNameIn('en'))).toEqual(['Öland', 'Östergötland', 'Uppsala', 'Zeeland'])
})

const searched = [
  { region: 'Provence-Alpes-Côte d’Azur', departments: ['13', '06'] },
  { region: 'Grand Est', departments: ['08', '51'] },
  { region: 'Bretagne', departments: ['29', '35'] },
  { region: 'Pays de la Loire', departments: ['44', '49'] },
  { region: 'La Réunion', departments: ['974'] },
]
test.each([
  ['Ardennes', { region: '', department: '08' }],
  ['ardenne', { region: '', department: '08' }],
  ['bouches', { region: '', department: '13' }],
  ["cote d'azur", { region: searched[0]?.region, department: '' }],
  ['PACA', { region: searched[0]?.region, department: '' }],
  ['brtagne', { region: 'Bretagne', department: '' }],
  ['maritime', { region: '', department: '06' }],
  ['loire atlantique', { region: '', department: '44' }],
  // Both Pays de la Loire and Maine-et-Loire, and Loire-Atlantique
  ['loire', null],
  ['xyz', null],
  ['m', null],
])('a search for %s leads to %j', (text, place) => {
  expect(placeNamed(text, searched, ['FR'])).toEqual(place)
})
