import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { upsertChecks } from '#shared/db/answers.ts'
import { ask } from '#shared/db/ask.ts'
import { countGroups, listGroups, listRegions } from '#shared/db/group-list.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { riskyGroups } from '#shared/db/risks.ts'
import { everything, type GroupFilter, type GroupSort, readFilter, writeFilter } from '#shared/domain/group-filter.ts'
import type { SectionName } from '#shared/record/record.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { answer, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const now = new Date('2026-12-10T08:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now }

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou Été', 'Sam'], 'Saint-Étienne': ['Zoé'], Sète: [] }, daysAgo(400))
  await makeGroups(db, { Dax: ['Noa'] }, daysAgo(30))
  await makeGroups(db, { Nantes: ['Max'] }, daysAgo(400), { state: 'asleep' })
  await db
    .prepare(
      `UPDATE local_group SET region = 'Nouvelle-Aquitaine', department = '64', postcode = '64000', active_members = 40 WHERE town = 'Pau'`,
    )
    .run()
  await db
    .prepare(
      `UPDATE local_group SET region = 'Nouvelle-Aquitaine', department = '40', active_members = 3 WHERE town = 'Dax'`,
    )
    .run()
  await db.prepare(`UPDATE local_group SET region = 'Occitanie', department = '34' WHERE town = 'Sète'`).run()
  for (const [round, days] of [
    ['2026-10', 65],
    ['2026-11', 37],
    ['2026-12', 9],
  ] as const)
    await makeStep(db, round, 'invitation', daysAgo(days))
  await answer(db, { round: '2026-10', town: 'Saint-Étienne', by: 'Zoé' }, daysAgo(60))
  await answer(db, { round: '2026-12', town: 'Pau', by: 'Sam' }, daysAgo(2))
  await check('Pau', movement.sections.names, 2)
  await check('Saint-Étienne', movement.sections.names, 100)
  await check('Saint-Étienne', ['identity'], 40)
  await check('Dax', ['identity'], 20)
  await suppress(db, addressOf('Max'), 'hard_bounce', now)
})
afterAll(() => close())

const check = (town: string, sections: readonly SectionName[], days: number) =>
  upsertChecks(db, groupUid(town), personUid('Zoé'), sections, daysAgo(days)).run()

async function find(filter: Partial<GroupFilter>, sort: GroupSort = 'name', isDescending = false): Promise<string[]> {
  const reading = readOnly(db)
  const whole = { ...everything, ...filter }
  const { groups, count } = await ask(reading, {
    groups: listGroups(reading, whole, { sort, isDescending }, { offset: 0, limit: 50 }, judgement),
    count: countGroups(reading, whole, judgement),
  })
  expect(count).toBe(groups.length)
  return groups.map(({ town }) => town ?? '')
}

test('what is late for a movement that asks each month is up to date for one that asks each year', async () => {
  const reading = readOnly(db)
  const late = { ...everything, section: 'trainings', checked: 'late' } as const
  const found = async (every: 1 | 12) => {
    const judged = { ...judgement, calendar: { ...movement.calendar, every } }
    const { groups } = await ask(reading, {
      groups: listGroups(reading, late, { sort: 'name', isDescending: false }, { offset: 0, limit: 50 }, judged),
    })
    return groups.map(({ town }) => town)
  }
  expect(await found(1)).toContain('Saint-Étienne')
  expect(await found(12)).not.toContain('Saint-Étienne')
  expect(await found(12)).toContain('Sète')
})

describe('groups are found', () => {
  test.each([
    ['a town whatever its accents and case', 'SETE', ['Sète']],
    ['a part of a name with a dash', 'saint etienne', ['Saint-Étienne']],
    ['words in any order', 'etienne archipel', ['Saint-Étienne']],
    ['the beginning of a postal code', '640', ['Pau']],
    ['a referent', 'sam', ['Pau']],
    ['a referent whose name has accents', 'été lou', ['Pau']],
    ['a referent whose accents nobody types', 'zoe', ['Saint-Étienne']],
    ['a referent’s address', 'noa@example.org', ['Dax']],
    ['what nobody has', 'xyzzy', []],
    ['nothing in particular', '  ', ['Dax', 'Nantes', 'Pau', 'Saint-Étienne', 'Sète']],
  ])('by %s', async (_, text, towns) => {
    expect(await find({ text })).toEqual(towns)
  })

  test.each([
    ['state', { state: ['asleep'] }, ['Nantes']],
    ['region', { region: 'Nouvelle-Aquitaine' }, ['Dax', 'Pau']],
    ['department and state', { department: '40', state: ['active', 'starting'] }, ['Dax']],
    ['an answer this month', { answered: 'yes' }, ['Pau']],
    ['no answer this month, of those who were asked', { answered: 'no' }, ['Dax', 'Saint-Étienne']],
    ['two rounds of silence', { silent: 2 }, ['Saint-Étienne']],
    ['one round of silence', { silent: 1 }, ['Dax', 'Saint-Étienne']],
    ['nobody to write to', { reach: 'nobody' }, ['Sète']],
    ['no address that works', { reach: 'suppressed' }, ['Nantes']],
    ['a record checked this month', { checked: 'month' }, ['Pau']],
    ['a record checked up to 180 days ago', { checked: 'half' }, ['Saint-Étienne']],
    ['a record of which a section was never checked', { checked: 'never' }, ['Dax', 'Nantes', 'Sète']],
    ['a section checked up to 90 days ago', { section: 'identity', checked: 'quarter' }, ['Saint-Étienne']],
    [
      'a section not checked for 90 days',
      { section: 'trainings', checked: 'late' },
      ['Dax', 'Nantes', 'Saint-Étienne', 'Sète'],
    ],
    ['a section checked in 90 days', { section: 'identity', checked: 'recent' }, ['Dax', 'Pau', 'Saint-Étienne']],
  ] as [string, Partial<GroupFilter>, string[]][])('by %s', async (_, filter, towns) => {
    expect(await find(filter)).toEqual(towns)
  })
})

test('a group shrinks from three people on that are a quarter of it: the list says so as the calls do', async () => {
  const lost = {
    'Douze à neuf': [12, 9],
    'Douze à dix': [12, 10],
    'Dix-sept à treize': [17, 13],
    'Vingt à quinze': [20, 15],
  }
  const towns = Object.keys(lost)
  await makeGroups(db, Object.fromEntries(towns.map((town) => [town, [`Personne de ${town}`]])), daysAgo(300))
  const count = (which: 0 | 1) =>
    db.batch(
      Object.entries(lost).map(([town, members]) =>
        db.prepare('UPDATE local_group SET active_members = ?2 WHERE town = ?1').bind(town, members[which]),
      ),
    )
  await count(0)
  for (let month = 1; month <= 6; month++) await makeStep(db, `2027-0${month}`, 'invitation', daysAgo(30 - month))
  await count(1)
  await makeStep(db, '2027-07', 'invitation', daysAgo(1))
  // They answer: nothing else worries
  for (const town of towns) await answer(db, { round: '2027-07', town, by: `Personne de ${town}` }, now)
  const shrinking = ['Douze à neuf', 'Vingt à quinze']
  expect(await find({ trend: 'shrinking' })).toEqual(shrinking)
  const { calls } = await ask(readOnly(db), {
    calls: riskyGroups(readOnly(db), judgement, { eachKind: 50, today: '2026-12-01' }),
  })
  const worried = calls.filter(({ risks }) => risks.some(({ why }) => why === 'shrinking'))
  expect(worried.map(({ town }) => town).sort()).toEqual(shrinking)
  await db.batch([
    db.prepare(`DELETE FROM round WHERE key > '2027'`),
    db.prepare('DELETE FROM local_group WHERE town IN (SELECT value FROM json_each(?1))').bind(JSON.stringify(towns)),
  ])
})

describe('groups are sorted', () => {
  test('by members, those who said how many first when it is the most', async () => {
    expect((await find({}, 'members', true)).slice(0, 2)).toEqual(['Pau', 'Nantes'])
    expect((await find({}, 'members'))[0]).toBe('Dax')
  })

  test('by their last answer, those who never did first', async () => {
    expect(await find({ reach: '' }, 'answered')).toEqual(['Dax', 'Nantes', 'Sète', 'Saint-Étienne', 'Pau'])
  })

  test('by the age of their record, the oldest first', async () => {
    expect((await find({}, 'checked')).slice(-2)).toEqual(['Saint-Étienne', 'Pau'])
  })
})

test('regions and departments are those that have groups', async () => {
  const { places } = await ask(readOnly(db), { places: listRegions(readOnly(db)) })
  expect(places).toEqual([
    { region: 'Nouvelle-Aquitaine', departments: ['40', '64'] },
    { region: 'Occitanie', departments: ['34'] },
  ])
})

test('a filter survives its address, and a wrong value counts as none', () => {
  const filter: GroupFilter = {
    ...everything,
    text: 'saint-é & co',
    state: ['active', 'asleep'],
    silent: 3,
    checked: 'late',
  }
  expect(readFilter(writeFilter(filter), movement.sections)).toEqual(filter)
  const wrong = new URLSearchParams('state=dead&silent=-4&checked=soon&answered=perhaps&region=&text=%00')
  expect(readFilter(wrong, movement.sections)).toEqual({ ...everything, text: '\0' })
})
