import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleMovements } from '#scripts/demo/sample-movements.ts'
import { belgium } from '#scripts/import/countries/belgium.ts'
import { france } from '#scripts/import/countries/france.ts'
import { switzerland } from '#scripts/import/countries/switzerland.ts'
import { unitedKingdom } from '#scripts/import/countries/united-kingdom.ts'
import { townsOf } from '#scripts/import/towns.ts'
import { root } from '#scripts/local/paths.ts'
import { areaKey } from '#shared/domain/areas.ts'
import { kilometresBetween } from '#shared/domain/distance.ts'
import { findPlace, type Gazetteer, gazetteerOf } from '#shared/domain/place.ts'
import { postcodeCentre, postcodeDepartments } from '#shared/domain/postcode.ts'
import { movementOf } from '#shared/movement.ts'
import { regionsOf } from '#shared/sheet/repair.ts'
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
    ['Ottignies-Louvain-la-Neuve', 'Ottignies', null],
    ['Louvain', 'Louvain-la-Neuve', '1348'],
    ['Louvain', 'Leuven', '3000'],
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

  test('a town whose postal code is of another province is asked about, unless it lies beside the border', () => {
    const at = (town: string, postcode: string) =>
      findPlace(gazetteer, town, { department: null, postcode })?.place.department ?? null
    expect(at('Aalst', '3800')).toBeNull()
    expect(at('Aalst', '9300')).toBe('Oost-Vlaanderen')
    expect(at('Tervuren', '1150')).toBe('Vlaams-Brabant')
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
    ['Yarm', 'TS15 9AA', 'North Yorkshire'],
    ['Thornaby', null, 'North Yorkshire'],
    ['Eaglescliffe', null, 'County Durham'],
    ['Westminster', null, 'Greater London'],
    ['Southwark', 'SE1 1AA', 'Greater London'],
    ['Bangor', 'LL57 1AA', 'Gwynedd'],
    ['Bangor', 'BT20 1AA', 'Ards and North Down'],
    ['Richmond', 'TW9 1AA', 'Greater London'],
    ['Richmond', 'DL10 4AA', 'North Yorkshire'],
  ])('%s with the postcode %s is in %s', (town, postcode, county) => {
    expect(countyOf(town, postcode)).toBe(county)
  })

  test.each([
    ['Sutton', 'SM1 1AA', 'Greater London'],
    ['Sutton', 'CB6 2PX', 'Cambridgeshire'],
    ['Whitchurch', 'SY13 1AA', 'Shropshire'],
    ['Whitchurch', 'RG28 7AA', 'Hampshire'],
    ['Whitchurch', null, null],
    ['Ashford', 'TN23', 'Kent'],
    ['Ashford', 'TW15 1AA', 'Surrey'],
    ['Burnham', 'SL1 7AA', 'Buckinghamshire'],
  ])('of the towns called %s the one nearest to %s is %s', (town, postcode, county) => {
    expect(countyOf(town, postcode)).toBe(county)
  })

  test('a village that no list of towns has is placed in its postcode district, and that is said', () => {
    const village = findPlace(gazetteer, 'Nether Nowhere', { department: null, postcode: 'TQ13 7AA' })
    expect(village).toMatchObject({ exact: false, place: { name: 'TQ13', department: 'Devon', region: 'England' } })
    expect(kilometresBetween(village?.place ?? expect.fail(), { latitude: 50.593, longitude: -3.718 })).toBeLessThan(6)
    expect(countyOf('Nether Nowhere', 'TQ13 7AA', 'Devon')).toBe('Devon')
    expect(countyOf('Nether Nowhere', 'TQ13 7AA', 'Kent')).toBeNull()
    expect(countyOf('Nether Nowhere', null)).toBeNull()
  })

  test.each([
    ['SW1A 1AA', 51.503, -0.131],
    ['sw1a1aa', 51.503, -0.131],
    ['M1', 53.477, -2.235],
    ['BT1 1AA', 54.599, -5.928],
    ['ZE1', 60.152, -1.168],
    ['KW15 1AA', 58.98, -2.96],
    ['TR21', 49.91, -6.31],
  ])('%s is where the post brings it', (postcode, latitude, longitude) => {
    expect(kilometresBetween(postcodeCentre('GB', postcode) ?? expect.fail(), { latitude, longitude })).toBeLessThan(8)
  })

  test('a district that is newer than ours is about where its area is; of no area nothing is known', () => {
    expect(
      kilometresBetween(postcodeCentre('GB', 'BN77 1AA') ?? expect.fail(), { latitude: 50.8, longitude: -0.1 }),
    ).toBeLessThan(25)
    expect(postcodeCentre('GB', 'XX1 1AA')).toBeNull()
    expect(postcodeCentre('FR', '64000')).toBeNull()
  })

  test('a town of several places is asked about where nothing tells which', () => {
    expect(countyOf('Newport', null)).toBeNull()
    expect(countyOf('Newcastle', null)).toBeNull()
    expect(countyOf('Brighton', 'AB10 1AA')).toBeNull()
    expect(countyOf('Newport', null, 'Essex')).toBe('Essex')
    expect(countyOf('Brighton', null, 'East Sussex')).toBe('East Sussex')
  })
})

describe('towns of Switzerland', () => {
  let gazetteer: Gazetteer
  beforeAll(async () => {
    gazetteer = gazetteerOf(await townsOf('CH'), 'CH')
  })

  test.each([
    ['Genève', 'Genf', 'Genève'],
    ['Geneva', 'Ginevra', 'Genève'],
    ['Bienne', 'Biel', 'Bern'],
    ['Bienne/Biel', 'Biel / Bienne', 'Bern'],
    ['Sion', 'Sitten', 'Valais'],
    ['Sion / Sitten', 'Sierre/Siders', 'Valais'],
    ['Fribourg', 'Freiburg', 'Fribourg'],
    ['Morat', 'Murten', 'Fribourg'],
    ['Murten / Morat', 'Murten/Morat', 'Fribourg'],
    ['Delémont', 'Delsberg', 'Jura'],
    ['Bâle', 'Basel', 'Basel-Stadt'],
    ['Berne', 'Bern', 'Bern'],
    ['Martigny', 'Martigny-Ville', 'Valais'],
    ['Zurich', 'Zürich', 'Zürich'],
    ['Saint-Gall', 'St. Gallen', 'St. Gallen'],
    ['Carouge', 'Le Locle', null],
  ])('%s and %s are found', (one, other, canton) => {
    const [a, b] = [one, other].map((town) => findPlace(gazetteer, town, { department: null, postcode: null }))
    expect([a?.exact, b?.exact]).toEqual([true, true])
    if (canton) expect([a?.place.region, b?.place.region]).toEqual([canton, canton])
  })

  test('cantons are one however they are written, and districts go by their bare names', () => {
    const cantons = [
      'VD',
      'Waadt',
      'canton de Vaud',
      'VS',
      'Wallis',
      'Kanton Zürich',
      'GE',
      'Genf',
      'Tessin',
      'Freiburg',
    ]
    const known = regionsOf(gazetteer)
    expect(cantons.map((canton) => known.get(areaKey(canton)))).toEqual([
      'Vaud',
      'Vaud',
      'Vaud',
      'Valais',
      'Valais',
      'Zürich',
      'Genève',
      'Genève',
      'Ticino',
      'Fribourg',
    ])
    const at = findPlace(gazetteer, 'Lausanne', { department: null, postcode: null })
    expect(at?.place).toMatchObject({ department: 'Lausanne', region: 'Vaud' })
    expect(
      [...gazetteer.byTown.values()].flat().filter(({ department }) => /District|Bezirk/.test(department)),
    ).toEqual([])
  })
})

describe('towns of France', () => {
  let gazetteer: Gazetteer
  beforeAll(async () => {
    gazetteer = gazetteerOf(await townsOf('FR'), 'FR')
  })

  test.each([
    ['Dunkerque', null, null, '59'],
    ['Havre (Le)', null, null, '76'],
    ['Saint-Denis', null, 'La Réunion', '974'],
    ['Saint-Denis', null, 'Seine-Saint-Denis', '93'],
    ['Saint-Denis', '97400', null, '974'],
    ['Cherbourg-en-Cotentin', null, null, '50'],
    ['Évry-Courcouronnes', null, null, '91'],
    ['Papeete', '98714', null, '987'],
    ['Nouméa', null, null, '988'],
  ])('%s, postal code %s, department %s is in %s', (town, postcode, department, code) => {
    expect(findPlace(gazetteer, town, { department, postcode })?.place.department).toBe(code)
  })

  test('a town that is several is asked about', () => {
    for (const town of ['Saint-Denis', 'Valence', 'Saint-Pierre'])
      expect(findPlace(gazetteer, town, { department: null, postcode: null })).toBeNull()
  })
})

test('the French and British samples are placed by towns that we know: none farther than 30 km from where it is', async () => {
  const where = new Map<string, { department: string; region: string; latitude: number; longitude: number }>()
  for (const row of parse(await readFile(join(root, 'sample/places.csv')), { columns: true }) as Record<
    string,
    string
  >[])
    where.set(row.name ?? '', {
      department: row.department ?? '',
      region: row.region ?? '',
      // A few are left out there
      latitude: Number(row.lat || Number.NaN),
      longitude: Number(row.lon || Number.NaN),
    })
  const wrong: unknown[] = []
  for (const [name, country] of [
    ['archipel', 'FR'],
    ['chapters', 'GB'],
  ] as const) {
    const { fixed, sheets } = sampleMovements[name] ?? expect.fail('no sample')
    const { db, close } = await openDatabase()
    const groupSheets = sheets.filter((sheet) => !sheet.endsWith('places.csv'))
    await importPaths(db, groupSheets, { movement: movementOf(fixed), townsOf: () => townsOf(country) })
    const { results } = await db
      .prepare('SELECT town, department, region, latitude, longitude FROM local_group')
      .all<Found & { town: string; region: string | null }>()
    const asked = results.filter(({ latitude }) => latitude === null).map(({ town }) => town)
    expect(asked).toEqual(country === 'FR' ? [] : ['Bangor'])
    for (const group of results.filter(({ latitude }) => latitude !== null)) {
      const there = country === 'FR' ? where.get(group.town) : british[group.town]
      if (!there || kilometresBetween(group, there) > 30 || there.department !== group.department) wrong.push(group)
    }
    expect(results.length).toBe(country === 'FR' ? 115 : 21)
    await close()
  }
  expect(wrong).toEqual([])
})

/** Where the towns of the British sample are (Ordnance Survey, rounded), and in which county. */
const british: Record<string, { department: string; latitude: number; longitude: number }> = Object.fromEntries(
  `Brighton East Sussex 50.8 -0.1, Margate Kent 51.4 1.4, Whitby North Yorkshire 54.5 -0.6, Falmouth Cornwall 50.2 -5.1, Penzance Cornwall 50.1 -5.5,
  Southend-on-Sea Essex 51.5 0.7, Blackpool Lancashire 53.8 -3.0, Scarborough North Yorkshire 54.3 -0.4, Cromer Norfolk 52.9 1.3, Weymouth Dorset 50.6 -2.5,
  Swansea Swansea 51.6 -3.9, Aberystwyth Ceredigion 52.4 -4.1, Llandudno Conwy 53.3 -3.8, Barry Vale of Glamorgan 51.4 -3.3, Tenby Pembrokeshire 51.7 -4.7,
  Aberdeen Aberdeen 57.1 -2.1, St.Andrews Fife 56.3 -2.8, Oban Argyll and Bute 56.4 -5.5, North.Berwick East Lothian 56.1 -2.7, Portrush Causeway Coast and Glens 55.2 -6.7`
    .split(/,\s+/)
    .map((line) => {
      const [, town = '', department = '', latitude, longitude] = /^(\S+) (.+) (\S+) (\S+)$/.exec(line) ?? []
      return [town.replace('.', ' '), { department, latitude: Number(latitude), longitude: Number(longitude) }]
    }),
)

test.each([
  ['BE', belgium],
  ['CH', switzerland],
  ['FR', france],
  ['GB', unitedKingdom],
] as const)('every town of %s that has a second name is one that we know', async (country, { names = {} }) => {
  const known = new Set((await townsOf(country)).map(({ name, department }) => `${name}|${department}`))
  const said = Object.entries(names).flatMap(([department, all]) =>
    all.split(';').map((town) => `${town.trim().split(town.includes('/') ? ' / ' : ' ')[0]}|${department}`),
  )
  expect(said.filter((one) => !known.has(one))).toEqual([])
})
