import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleMovements } from '#scripts/demo/sample-movements.ts'
import { belgium } from '#scripts/import/countries/belgium.ts'
import { unitedKingdom } from '#scripts/import/countries/united-kingdom.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { findPlace, type Gazetteer, gazetteerOf } from '#shared/domain/place.ts'
import { postcodeDepartments } from '#shared/domain/postcode.ts'
import { movementOf } from '#shared/movement.ts'
import { openDatabase } from '#tests/support/database.ts'
import { type Imported, importPaths } from '#tests/support/importing.ts'

type Found = { name: string; department: string; latitude: number; longitude: number }
type Group = { name: string; town: string; postcode: string | null; language: string } & Omit<Found, 'name'> & {
    region: string
  }

describe('the Belgian sample', () => {
  let db: D1Database
  let close: () => Promise<void>
  let first: Imported
  let groups: Group[]

  beforeAll(async () => {
    const { fixed, sheets } = sampleMovements.belgium ?? expect.fail('no sample')
    const given = { movement: movementOf(fixed), townsOf: () => townsOf('BE') }
    ;({ db, close } = await openDatabase())
    first = await importPaths(db, sheets, given)
    groups = (
      await db
        .prepare(
          `SELECT DISTINCT g.name, g.town, g.postcode, g.department, g.region, g.latitude, g.longitude, p.language
           FROM local_group g JOIN referent r ON r.group_id = g.id JOIN person p ON p.id = r.person_id ORDER BY g.id`,
        )
        .all<Group>()
    ).results
  })
  afterAll(() => close())

  test('places each group in its province and region, and asks of a town that is several', () => {
    expect(groups).toHaveLength(38)
    const placed = groups.filter(({ latitude }) => latitude !== null)
    expect(groups.filter(({ latitude }) => latitude === null).map(({ town }) => town)).toEqual(['Beveren'])
    expect(placed.filter(({ department, region }) => department === null || region === null)).toEqual([])
    expect(first.said).toMatch(/Beveren/)
    // What the post says of a code is where the group is
    const wrong = placed.filter(
      ({ postcode, department }) =>
        postcode !== null && !postcodeDepartments('BE', postcode).some((key) => key === plainly(department)),
    )
    expect(wrong).toEqual([])
  })

  test('writes a province as its people do, in whichever language the sheet has it', () => {
    const departments = new Set(groups.flatMap(({ department }) => department ?? []))
    expect([...departments].filter((name) => !provinces.includes(name))).toEqual([])
    const regions = new Set(groups.flatMap(({ region }) => region ?? []))
    expect([...regions].sort()).toEqual(['Bruxelles-Capitale', 'Vlaanderen', 'Wallonie'])
    expect(groups.find(({ town }) => town === 'Bergen')).toMatchObject({ department: 'Hainaut', region: 'Wallonie' })
  })

  test('notes the language that each person reads', () => {
    expect(
      Object.entries(Object.groupBy(groups, ({ language }) => language)).map(([code, all]) => [code, all?.length]),
    ).toEqual([
      ['fr', 21],
      ['nl', 17],
    ])
  })
})

const plainly = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/-/g, ' ')
const provinces = [
  ...['Antwerpen', 'Limburg', 'Oost-Vlaanderen', 'Vlaams-Brabant', 'West-Vlaanderen', 'Bruxelles-Capitale'],
  ...['Brabant wallon', 'Hainaut', 'Liège', 'Luxembourg', 'Namur'],
]

describe('towns of Belgium', () => {
  let gazetteer: Gazetteer
  beforeAll(async () => {
    gazetteer = gazetteerOf(await townsOf('BE'), 'BE')
  })

  test.each([
    ['Antwerpen', 'Anvers', null],
    ['Brussel', 'Bruxelles', null],
    ['Luik', 'Liège', null],
    ['Bergen', 'Mons', null],
    ['Gent', 'Gand', null],
    ['Elsene', 'Ixelles', '1050'],
    ['Sint-Niklaas', 'Saint-Nicolas', '9100'],
    ['Kelmis', 'La Calamine', null],
    ['Jette', 'Jette', '1090'],
  ])('%s and %s are one place', (one, other, postcode) => {
    const [a, b] = [one, other].map((town) => findPlace(gazetteer, town, { department: null, postcode })?.place)
    expect(a).toMatchObject({ department: expect.any(String) })
    expect([a?.latitude, a?.longitude]).toEqual([b?.latitude, b?.longitude])
  })

  test('a name of two towns is asked about, unless a postal code or a province tells', () => {
    const at = (department: string | null, postcode: string | null) =>
      findPlace(gazetteer, 'Saint-Nicolas', { department, postcode })?.place.department ?? null
    expect(at(null, null)).toBeNull()
    expect(at(null, '4420')).toBe('Liège')
    expect(at(null, '9100')).toBe('Oost-Vlaanderen')
    expect(at('Flandre orientale', null)).toBe('Oost-Vlaanderen')
    expect(at('Provincie Luik', null)).toBe('Liège')
  })
})

describe('towns of the United Kingdom', () => {
  let gazetteer: Gazetteer
  beforeAll(async () => {
    gazetteer = gazetteerOf(await townsOf('GB'), 'GB')
  })
  const countyOf = (town: string, postcode: string | null, department: string | null = null) =>
    findPlace(gazetteer, town, { department, postcode })?.place.department ?? null

  test.each([
    ['Newport', 'NP20 1AA', 'Newport'],
    ['Newport', 'PO30 1AA', 'Isle of Wight'],
    ['Newport', 'TF10 7AA', 'Shropshire'],
    ['Newcastle', 'NE1 4LP', 'Tyne and Wear'],
    ['Newcastle', 'BT33 0AA', 'Newry Mourne and Down'],
    ['Rochester', 'ME1 1AA', 'Kent'],
    ['Kings Lynn', 'PE30 1AA', 'Norfolk'],
    ['Hull', null, 'East Riding of Yorkshire'],
    ['Caerdydd', null, 'Cardiff'],
    ['Londonderry', null, 'Derry City and Strabane'],
    ['Brighton', null, 'East Sussex'],
    ['Wick', 'KW1 4AA', 'Highland'],
    ['St Albans', 'AL1 1AA', 'Hertfordshire'],
  ])('%s with the postcode %s is in %s', (town, postcode, county) => {
    expect(countyOf(town, postcode)).toBe(county)
  })

  test('a town of several places is asked about where nothing tells which', () => {
    expect(countyOf('Newport', null)).toBeNull()
    expect(countyOf('Newcastle', null)).toBeNull()
    expect(countyOf('Brighton', 'AB10 1AA')).toBeNull()
    expect(countyOf('Newport', null, 'Essex')).toBe('Essex')
    expect(countyOf('Brighton', null, 'East Sussex')).toBe('East Sussex')
  })
})

test.each([
  ['BE', belgium],
  ['GB', unitedKingdom],
] as const)('every town of %s that has a second name is one that we know', async (country, { names = {} }) => {
  const known = new Set((await townsOf(country)).map(({ name, department }) => `${name}|${department}`))
  const said = Object.entries(names).flatMap(([department, all]) =>
    all.split(';').map((town) => `${town.trim().split(town.includes('/') ? ' / ' : ' ')[0]}|${department}`),
  )
  expect(said.filter((one) => !known.has(one))).toEqual([])
})
