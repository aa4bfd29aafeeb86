import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { ask } from '#shared/db/ask.ts'
import { countGroups, listGroups } from '#shared/db/group-list.ts'
import { whereGroups } from '#shared/db/group-where.ts'
import { everything, type GroupFilter, type GroupSort } from '#shared/domain/group-filter.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeGroups } from '#tests/support/movement.ts'

const now = new Date('2026-12-10T08:00:00Z')
const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now }
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou'], Dax: ['Noa'], Brest: ['Zoé'], Metz: [] }, now)
  const of = (town: string) => `(SELECT id FROM local_group WHERE town = '${town}')`
  const run = (sql: string) => db.prepare(sql)
  await db.batch([
    run(`UPDATE local_group SET state = 'asleep' WHERE town = 'Metz'`),
    ...['2026-11-02', '2026-11-30', '2025-01-01'].map((day) =>
      run(
        `INSERT INTO training (uid, group_id, theme, held_on) VALUES ('training-${day}', ${of('Pau')}, 'Parole', '${day}')`,
      ),
    ),
    run(
      `INSERT INTO training (uid, group_id, theme, held_on) VALUES ('training-dax', ${of('Dax')}, 'Feu', '2026-11-30')`,
    ),
    run(
      `INSERT INTO activity (uid, group_id, title, held_on) VALUES ('activity-1', ${of('Metz')}, 'Bal', '2026-11-12')`,
    ),
    run(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-1', 'Fête', 'fete', '2026-10-01', '2026-01-01')`,
    ),
    run(
      `INSERT INTO participation (group_id, campaign_id, role) VALUES (${of('Brest')}, (SELECT id FROM campaign), 'organises'), (${of('Pau')}, (SELECT id FROM campaign), 'absent')`,
    ),
  ])
})
afterAll(() => close())

test.each<[Partial<GroupFilter>, string[]]>([
  [{ activity: 'training' }, ['Dax', 'Pau']],
  [{ activity: 'training', from: '2026-11-01', until: '2026-11-30' }, ['Dax', 'Pau']],
  [{ activity: 'training', until: '2025-12-31' }, ['Pau']],
  [{ theme: 'Feu', from: '2026-01-01' }, ['Dax']],
  [{ activity: 'activity', from: '2026-01-01' }, ['Metz']],
  [{ activity: 'campaign' }, ['Brest']],
  [{ activity: 'campaign', until: '2026-09-30' }, []],
  [{ campaign: 'Fête', from: '2026-11-01' }, ['Brest']],
  [{ campaign: 'Fête', role: 'relays' }, []],
  [{ activity: 'no_training', from: '2026-01-01' }, ['Brest', 'Metz']],
  [{ activity: 'no_campaign' }, ['Dax', 'Metz', 'Pau']],
  [{ activity: 'no_campaign', from: '2026-11-01' }, ['Brest', 'Dax', 'Metz', 'Pau']],
  [{ theme: 'Parole', activity: 'activity' }, []],
  [{ state: ['asleep'] }, ['Metz']],
  [{ state: ['asleep', 'closed'], activity: 'training' }, []],
])('the groups of %j are listed in any order, and counted, the same', async (some, towns) => {
  const filter = { ...everything, ...some }
  for (const sort of ['name', 'answered', 'checked', 'members'] as GroupSort[]) {
    const { groups, count } = await ask(db, {
      groups: listGroups(db, filter, { sort, isDescending: false }, { offset: 0, limit: 25, doings: 2 }, judgement),
      count: countGroups(db, filter, judgement),
    })
    expect(groups.map(({ town }) => town).sort()).toEqual(towns)
    expect(count).toBe(towns.length)
  }
})

test('where many did it, each group is asked in the order of the list, and the same are found', async () => {
  const filter: GroupFilter = { ...everything, activity: 'training', from: '2026-11-01' }
  const { ofFirst, values } = whereGroups(filter, judgement)
  const found = async (sql: string) =>
    (
      await db
        .prepare(`${ofFirst?.beginning}SELECT g.town FROM local_group g WHERE ${sql} ORDER BY 1`)
        .bind(...values)
        .all()
    ).results
  expect(ofFirst).toBeDefined()
  expect(await found(ofFirst?.few ?? '')).toEqual(await found(ofFirst?.byGroup.sql ?? ''))
})
