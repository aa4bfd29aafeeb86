import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { ask } from '#shared/db/ask.ts'
import { conflictOf } from '#shared/db/conflict.ts'
import { figures } from '#shared/db/figures.ts'
import { countPlaced, listGroups, listRegions } from '#shared/db/group-list.ts'
import { departmentCounts, listMapped } from '#shared/db/map.ts'
import { regionCounts } from '#shared/db/metrics.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { upsertGroups } from '#shared/db/section-writes.ts'
import { everything, type GroupFilter } from '#shared/domain/group-filter.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups, untold } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const now = new Date('2026-12-01T08:00:00Z')
const later = new Date('2026-12-05T08:00:00Z')

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(() => clearDatabase(db))

const group = { ...untold, name: 'Saint-Denis', state: 'active' as const, on_map: false }
const write = (uid: string, values: Partial<typeof group>, at = now) =>
  upsertGroups(db, movement.sections, [{ ...group, uid, ...values }], at).run()
const taken = (work: Promise<unknown>) =>
  work.then(
    () => false,
    (error: unknown) => conflictOf(error) === 'name_taken',
  )

describe('a group is told apart by its name and its place', () => {
  test('so that there may be two of one name', async () => {
    await write('group-93', { town: 'Saint-Denis', department: '93' })
    await write('group-974', { town: 'Saint-Denis', department: '974' })
    await write('group-be', { town: 'Bruxelles', region: 'Bruxelles' })
    await write('group-de', { town: 'Bruxelles', region: 'Berlin' })
    await write('group-none', {})
    expect(await db.prepare('SELECT count(*) AS groups FROM local_group').first('groups')).toBe(5)
  })

  test('but none of one name in one place, however both are written, nor two of no place', async () => {
    await write('group-93', { town: 'Saint-Denis', department: '93' })
    await write('group-none', {})
    expect(await taken(write('group-new', { name: 'SAINT DENIS', town: 'saint denis', department: '93' }))).toBe(true)
    expect(await taken(write('group-new', { name: 'Saint-Denis !' }))).toBe(true)
    await write('group-974', { town: 'Saint-Denis', department: '974' })
    expect(await taken(write('group-974', { town: 'Saint-Denis', department: '93' }))).toBe(true)
  })
})

test('a group keeps the names that it had, until it takes one back', async () => {
  const former = async () =>
    (await db.prepare('SELECT name FROM former_name ORDER BY name').all<{ name: string }>()).results.map(
      ({ name }) => name,
    )
  await write('group-one', { name: 'Pau' })
  await write('group-one', { name: 'PAU' })
  expect(await former()).toEqual([])
  await write('group-one', { name: 'Pau et Béarn' })
  await write('group-one', { name: 'Béarn' })
  expect(await former()).toEqual(['PAU', 'Pau et Béarn'])
  await write('group-one', { name: 'Pau' })
  expect(await former()).toEqual(['Béarn', 'Pau et Béarn'])
  await db.prepare('DELETE FROM local_group').run()
  expect(await former()).toEqual([])
})

test('a group is never above itself, also not by those above it', async () => {
  await makeGroups(db, { Pau: [], Béarn: [], Aquitaine: [] }, now)
  const put = (town: string, above: string | null) =>
    db
      .prepare('UPDATE local_group SET parent_id = (SELECT id FROM local_group WHERE uid = ?2) WHERE uid = ?1')
      .bind(groupUid(town), above && groupUid(above))
      .run()
  await put('Pau', 'Béarn')
  await put('Béarn', 'Aquitaine')
  await expect(put('Pau', 'Pau')).rejects.toThrow('a group is above itself')
  await expect(put('Aquitaine', 'Pau')).rejects.toThrow('a group is above itself')
  await db.prepare('DELETE FROM local_group WHERE uid = ?1').bind(groupUid('Béarn')).run()
  expect(await db.prepare('SELECT count(*) AS below FROM local_group WHERE parent_id IS NOT NULL').first('below')).toBe(
    0,
  )
  await put('Aquitaine', 'Pau')
})

describe('a group that is closed', () => {
  const placed = { town: 'Rennes', department: '35', region: 'Bretagne', active_members: 7 }
  const closedAt = () => db.prepare(`SELECT closed_at FROM local_group WHERE uid = 'group-one'`).first('closed_at')

  test('says since when, and opens again', async () => {
    await write('group-one', placed)
    expect(await closedAt()).toBe(null)
    await write('group-one', { ...placed, state: 'closed' } as never, now)
    await write('group-one', { ...placed, state: 'closed', note: 'fermé' } as never, later)
    expect(await closedAt()).toBe(now.toISOString())
    await write('group-one', placed, later)
    expect(await closedAt()).toBe(null)
  })

  test('is not asked, and not counted anywhere, and is kept and found by its name', async () => {
    await makeGroups(db, { Pau: ['Lou'], Rennes: ['Sam'] }, now)
    const close = { ...placed, name: 'Archipel Rennes', state: 'closed' }
    await write(groupUid('Rennes'), close as never, now)
    await makeStep(db, '2026-12', 'invitation', later)
    expect((await readOutbox(db)).map(({ to }) => to)).toEqual(['Lou'])
    expect(await db.prepare('SELECT count(*) AS groups FROM round_snapshot').first('groups')).toBe(1)
    const reading = readOnly(db)
    const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now: later }
    const list = (filter: Partial<GroupFilter>) =>
      listGroups(
        reading,
        { ...everything, ...filter },
        { sort: 'name', isDescending: false },
        { offset: 0, limit: 9 },
        judgement,
      )
    const { all, named, closed, ...counted } = await ask(reading, {
      all: list({}),
      named: list({ text: 'rennes' }),
      closed: list({ state: ['closed'] }),
      figures: figures(reading, movement.sections, '2026-12-05'),
      placed: countPlaced(reading, everything),
      places: listRegions(reading),
      departments: departmentCounts(reading),
      regions: regionCounts(reading),
      mapped: listMapped(reading, { place: { region: '', department: '' }, withAnswers: false, limit: 9 }),
    })
    expect([all, named, closed].map((groups) => groups.map(({ town }) => town))).toEqual([
      ['Pau'],
      ['Rennes'],
      ['Rennes'],
    ])
    expect(counted.figures.get('group')).toBe(1)
    expect(counted.figures.get('group.active_members')).toBe(12)
    expect(counted.placed).toBe(1)
    expect(counted.places).toEqual([])
    expect(counted.departments).toEqual([{ region: '', department: '', groups: 1 }])
    expect(counted.regions).toEqual([{ region: null, groups: { active: 1 }, members: 12 }])
    expect(counted.mapped.map(({ town }) => town)).toEqual(['Pau'])
  })
})
