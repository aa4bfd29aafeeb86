import { describe, expect, test } from 'vitest'
import { departmentNumber } from '#shared/sheet/departments.ts'
import { type Planned, planOf } from '#tests/support/sheets.ts'

const told = ({ plans, refused }: Planned) => ({
  groups: plans.map(({ after }) => [
    after.group[0]?.name,
    after.group[0]?.department ?? after.group[0]?.region ?? null,
    after.referents.map(({ email }) => email).join(' '),
  ]),
  asked: refused.map(({ entry, fault }) => [entry.row.line, fault.problem.code]),
})
const records = ({ plans }: Planned) => plans.map(({ after }) => after)

describe('two groups of one name', () => {
  const saintDenis =
    'Groupe;Ville;Département;Mail réf 1;Statut\nSaint-Denis;Saint-Denis;93;a@example.org;dissous\nSaint-Denis;Saint-Denis;La Réunion (974);b@example.org;actif\n'

  test('are told apart by their department, in any writing, and found again', async () => {
    const first = await planOf([saintDenis])
    expect(told(first)).toEqual({
      groups: [
        ['Saint-Denis', '93', 'a@example.org'],
        ['Saint-Denis', '974', 'b@example.org'],
      ],
      asked: [],
    })
    expect(first.plans.map(({ after }) => after.group[0]?.state)).toEqual(['closed', 'active'])
    const again = await planOf([saintDenis], records(first))
    expect([again.refused, again.plans.flatMap(({ changes }) => changes)]).toEqual([[], []])
  })

  test('of which we know one are two where the sheet has both, and asked about where it has the other alone', async () => {
    const [known] = records(await planOf([saintDenis]))
    if (!known) throw new Error('no group')
    expect(told(await planOf([saintDenis], [known])).groups).toHaveLength(2)
    const alone = await planOf(
      ['Groupe;Ville;Département;Mail réf 1\nSaint-Denis;Saint-Denis;974;b@example.org\n'],
      [known],
    )
    expect(told(alone)).toEqual({ groups: [], asked: [[2, 'name_taken']] })
  })

  test.each([
    ['their region', 'Group;Region;Referent 1 email\nPortland;Oregon;a@example.org\nPortland;Maine;b@example.org\n'],
    [
      'their country',
      'Group;City;Country;Referent 1 email\nLondon;London;United Kingdom;a@example.org\nLondon;London;Canada;b@example.org\n',
    ],
  ])('are told apart by %s, and found again', async (_, sheet) => {
    const first = await planOf([sheet])
    expect(first.plans.map(({ after }) => after.referents.map(({ email }) => email))).toEqual([
      ['a@example.org'],
      ['b@example.org'],
    ])
    const places = first.plans.map(({ after }) => after.group[0]?.region)
    expect(new Set(places).size).toBe(2)
    const again = await planOf([sheet], records(first))
    expect([again.refused, again.plans.flatMap(({ changes }) => changes)]).toEqual([[], []])
  })

  test('that differ only in their position or their street are asked about, not merged', async () => {
    const far = await planOf([
      'name,type,latitude,longitude,Referent 1 email\nCambridge,x,52.2,0.1,a@example.org\nCambridge,x,42.4,-71.1,b@example.org\n',
    ])
    expect(told(far)).toMatchObject({ groups: [['Cambridge', null, 'a@example.org']], asked: [[3, 'name_taken']] })
    const street = await planOf([
      'Groupe;Ville;Adresse;Mail réf 1\nCafé;Pau;1 rue A;a@example.org\nCafé;Pau;2 rue B;b@example.org\n',
    ])
    expect(told(street)).toMatchObject({ asked: [[3, 'name_taken']] })
  })

  test('of which the third would share its place with the first are asked about, and nothing breaks', async () => {
    const rows =
      'Chapter;Region;lat;long\nColony;South;38.9;-77.2\nColony;Midwest;39.6;-104.9\nColony;Midwest;39.5;-119.8\n'
    expect(told(await planOf([rows]))).toMatchObject({
      groups: [
        ['Colony', 'South', ''],
        ['Colony', 'Midwest', ''],
      ],
      asked: [[4, 'name_taken']],
    })
  })

  test('that differ in nothing are one, with the people of both rows', async () => {
    const rows =
      'Groupe;Ville;Département;Mail réf 1\nPau;Pau;64;a@example.org\nPAU;;Pyrénées-Atlantiques;b@example.org\n'
    expect(told(await planOf([rows]))).toEqual({ groups: [['Pau', '64', 'a@example.org b@example.org']], asked: [] })
  })
})

test('names that differ in a sign or a mark of their script are two', async () => {
  const names = ['C', 'C++', 'C#', 'か', 'が', 'Étoile', 'etoile']
  const { plans } = await planOf([`Groupe;Ville\n${names.map((name) => `${name};Pau`).join('\n')}\n`])
  expect(plans.map(({ after }) => after.group[0]?.name)).toEqual(['C', 'C++', 'C#', 'か', 'が', 'Étoile'])
})

test('departments and regions are kept as one, however they are written', async () => {
  const names = [
    '64',
    '064',
    'Pyrénées-Atlantiques',
    '64 - Pyrénées-Atlantiques',
    'PYRENEES ATLANTIQUES (64)',
    'Pyrénées Atlantiques',
  ]
  expect(names.map(departmentNumber)).toEqual(names.map(() => '64'))
  expect(['Hainaut', '999', 'Ain (64)', ''].map(departmentNumber)).toEqual([null, null, null, null])
  const { plans } = await planOf(['Groupe;Ville;Département;Région\nPau;Pau;Pyrénées-Atlantiques;NOUVELLE AQUITAINE\n'])
  expect(plans[0]?.after.group[0]).toMatchObject({ department: '64', region: 'Nouvelle-Aquitaine' })
})

test('a group whose postal code is of the department next to its own is found again by it', async () => {
  const known = (await planOf(['Groupe;Ville;Département;CP\nAdour;Pau;64;65000\n'])).plans.map(({ after }) => after)
  const again = await planOf(['Groupe;Ville;CP\nAdour;Pau;65000\n'], known)
  expect([again.refused, again.plans.flatMap(({ changes }) => changes)]).toEqual([[], []])
  const other = await planOf(['Groupe;Ville;CP\nAdour;Pau;93200\n'], known)
  expect(other.refused.map(({ fault }) => fault.problem.code)).toEqual(['name_taken'])
})

test('of several groups of one name and town, each is named with its department', async () => {
  const sheet =
    'Groupe;Ville;Département;Statut\nNewport;Newport;64;actif\nNewport;Newport;65;actif\nNewport;Newport;;actif\n'
  const { refused } = await planOf([sheet])
  expect(refused.map(({ fault }) => fault.problem)).toEqual([
    { code: 'group_ambiguous', near: ['Newport (Newport, 64)', 'Newport (Newport, 65)'] },
  ])
})
