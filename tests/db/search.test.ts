import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { playPast } from '#sample/past/past.ts'
import { importSample } from '#scripts/demo/fill.ts'
import { ask } from '#shared/db/ask.ts'
import { listGroups } from '#shared/db/group-list.ts'
import { insertPeople, upsertPeople } from '#shared/db/people.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { groupsOfTerm, knownTerms, termSizes } from '#shared/db/terms.ts'
import { everything } from '#shared/domain/group-filter.ts'
import { corrections, searchTerms } from '#shared/domain/search.ts'
import { fold } from '#shared/record/fold.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { addressOf, makeGroups, personUid } from '#tests/support/movement.ts'

const now = new Date('2026-12-10T08:00:00Z')
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(() => clearDatabase(db))

/** The towns of the groups that a text finds, begun with each of its words in turn, and with none: always the same. */
async function find(text: string): Promise<string[]> {
  const reading = readOnly(db)
  const order = { sort: 'name', isDescending: false } as const
  const results = []
  for (const rarest of [null, ...searchTerms(text).keys()]) {
    const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now, rarest }
    const groups = listGroups(reading, { ...everything, text }, order, { offset: 0, limit: 50 }, judgement)
    results.push((await ask(reading, { groups })).groups.map(({ town }) => town ?? ''))
  }
  expect(new Set(results.map(String)).size).toBe(1)
  return results[0] ?? []
}

async function meant(text: string): Promise<string[]> {
  const reading = readOnly(db)
  const terms = searchTerms(text)
  const { sizes } = await ask(reading, { sizes: termSizes(reading, terms) })
  const wrong = terms[sizes.indexOf(0)]
  if (!wrong) return []
  return corrections(text, wrong.text, (await ask(reading, { known: knownTerms(reading, wrong) })).known)
}

test('a person is found without the accents of their name, by any of its words and by their address', async () => {
  await makeGroups(db, { Pau: ['Joëlle Müller-Østergård'], Dax: ['Zoé'] }, now)
  for (const text of ['joelle', 'JOËLLE pau', 'muller', 'joe mul', addressOf('Joëlle Müller-Østergård')])
    expect(await find(text), text).toEqual(['Pau'])
  expect(await find('joelle zoe')).toEqual([])
  expect(await find('nobody@example.org')).toEqual([])
})

test.each([
  ['st etienne', ['Saint-Étienne', 'St-Étienne-de-Baïgorry']],
  ['Saint Etienne', ['Saint-Étienne', 'St-Étienne-de-Baïgorry']],
  ['st', ['Saint-Étienne', 'St-Étienne-de-Baïgorry', 'Strasbourg']],
  ['ste foy', ['Sainte-Foy']],
  ['06 12 34 56 78', ['Sainte-Foy']],
  ['+33 6 12 34 56 78', ['Sainte-Foy']],
  ['0033612345678', ['Sainte-Foy']],
  ['06.12.34.56.79', []],
  ['0612', []],
])('%s finds what is meant by it', async (text, towns) => {
  await makeGroups(
    db,
    { 'Saint-Étienne': ['Zoé'], 'St-Étienne-de-Baïgorry': ['Ana'], 'Sainte-Foy': ['Lou'], Strasbourg: ['Max'] },
    now,
  )
  await db.prepare(`UPDATE person SET phone = '+33612345678' WHERE name = 'Lou'`).run()
  expect((await find(text)).sort()).toEqual(towns)
})

test('a phone number is found by its index, not by looking at everybody', async () => {
  const plan = await db
    .prepare(`EXPLAIN QUERY PLAN ${groupsOfTerm({ text: '12345678', of: 'phone' }, '?1')}`)
    .bind('12345678')
    .all<{ detail: string }>()
  expect(plan.results.map(({ detail }) => detail).join()).toContain('person_phone_end')
})

test.each([
  ['ndiaye', ['Brest', 'Dax', 'Pau']],
  ["n'diaye", ['Brest', 'Dax', 'Pau']],
  ['N’DIAYE', ['Brest', 'Dax', 'Pau']],
  ['diaye', ['Brest', 'Pau']],
  ['awa ndiaye', ['Pau']],
  ['legall', ['Lille']],
  ['le gall', ['Lille']],
  ['vandenberg', ['Gand']],
  ['van den berg', ['Gand']],
  ['jeanpaul', ['Gand']],
  ['jean-paul', ['Gand']],
  ['obrien', ['Lille']],
  ["o'bri", ['Lille']],
  ['saintdenis', ['Saint-Denis']],
  ['stdenis', ['Saint-Denis']],
  ['lhay', ['L’Haÿ-les-Roses']],
  ["l'hay les roses", ['L’Haÿ-les-Roses']],
])('%s finds a name that is written together, apart, or with either apostrophe', async (text, towns) => {
  const addresses = { 'Awa N’Diaye': 'awa', "Moussa N'Diaye": 'moussa', 'Fatou Ndiaye': 'fatou' }
  await makeGroups(
    db,
    {
      Pau: ['Awa N’Diaye'],
      Brest: ["Moussa N'Diaye"],
      Dax: ['Fatou Ndiaye'],
      Lille: ['Noa Le Gall', "Max O'Brien"],
      Gand: ['Jean-Paul Van den Berg'],
      'Saint-Denis': [],
      'L’Haÿ-les-Roses': [],
    },
    now,
  )
  for (const [name, address] of Object.entries(addresses))
    await db.prepare('UPDATE person SET email = ?2 WHERE name = ?1').bind(name, `${address}@example.org`).run()
  expect((await find(text)).sort()).toEqual(towns)
})

test('a group is found by the code of its department where its postal code begins otherwise', async () => {
  await makeGroups(db, { Ajaccio: [], Pau: [] }, now)
  await db.prepare("UPDATE local_group SET postcode = '20000', department = '2A' WHERE town = 'Ajaccio'").run()
  expect(await find('2a')).toEqual(['Ajaccio'])
  await db.prepare("UPDATE local_group SET department = '2B' WHERE town = 'Ajaccio'").run()
  expect(await find('2A')).toEqual([])
})

test('a word follows the name that it stands in, and goes with it', async () => {
  await makeGroups(db, { Pau: ['Noël'] }, now)
  await upsertPeople(db, [{ uid: personUid('Noël'), email: 'gael@example.org', name: 'Gaël', phone: null }], now).run()
  await db.prepare(`UPDATE local_group SET name = 'Orée', name_key = 'oree', postcode = '64000'`).run()
  expect(await find('gael oree 64')).toEqual(['Pau'])
  expect(await find('noel')).toEqual([])
  expect(await find('archipel')).toEqual([])
  await db.prepare('DELETE FROM person').run()
  expect(await db.prepare('SELECT count(*) AS terms FROM person_search_token').first('terms')).toBe(0)
})

test('a word that nobody has is put right: a slip anywhere, two in a long word, in a large network too', async () => {
  await makeGroups(db, { Strasbourg: ['Joëlle'], 'Saint-Étienne': [], Pau: [] }, now)
  await db
    .prepare(
      `WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 6000)
       INSERT INTO local_group (uid, name, name_key, state, created_at)
       SELECT printf('group-many-%d', i), printf('Aa%d', i), printf('aa%d', i), 'active', '' FROM number`,
    )
    .run()
  expect(await meant('Archipel Strasbuorg')).toEqual(['Archipel Strasbourg'])
  expect(await meant('trasbourg')).toEqual(['Strasbourg'])
  expect(await meant('strazbuorg')).toEqual(['Strasbourg'])
  expect(await meant('saint etiene')).toEqual(['saint Étienne'])
  expect(await meant('joele')).toEqual(['Joëlle'])
  expect(await meant('pua')).toEqual(['Pau'])
  expect(await meant('xyzzyxyzzy')).toEqual([])
})

test('a word is not put right to the name of somebody who has left: that would find nothing', async () => {
  await makeGroups(db, { Pau: ['Zéphyrine'], Dax: ['Zéphyrin'] }, now)
  expect(await meant('zephyrinn')).toEqual(['Zéphyrin', 'Zéphyrine'])
  await db
    .prepare('UPDATE referent SET until_at = ?2 WHERE person_id = (SELECT id FROM person WHERE uid = ?1)')
    .bind(personUid('Zéphyrine'), now.toISOString())
    .run()
  expect(await meant('zephyrinn')).toEqual(['Zéphyrin'])
})

test('every name has its key, whether a form, an import or the demonstration wrote it', async () => {
  await importSample(db, movement, now)
  await playPast(db, { movement, now, rounds: 3 })
  await insertPeople(db, [{ uid: 'person-new', email: 'new@example.org', name: 'Anaïs', phone: null }], now).run()
  await expectKeys(100)
})

async function expectKeys(atLeast: number): Promise<void> {
  const { results } = await db.prepare('SELECT name, name_key FROM person').all<{ name: string; name_key: string }>()
  expect(results.length).toBeGreaterThanOrEqual(atLeast)
  expect(results.filter(({ name, name_key }) => name_key !== fold(name))).toEqual([])
}
