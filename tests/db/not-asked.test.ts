import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { ask } from '#shared/db/ask.ts'
import { countGroups, listGroups } from '#shared/db/group-list.ts'
import { everything, type GroupFilter } from '#shared/domain/group-filter.ts'
import { openDatabase } from '#tests/support/database.ts'

const now = new Date('2026-12-10T08:00:00Z')
const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now }
const order = { sort: 'name', isDescending: false } as const
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())

const run = (sql: string) => db.prepare(sql).run()

/** `many` groups that a round was opened for: every fortieth sleeps, and was not asked. */
async function openRound(many: number): Promise<void> {
  await run('DELETE FROM local_group')
  await run('DELETE FROM round')
  await run(`INSERT INTO local_group (id, uid, name, name_key, state, closed_at, created_at)
    WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ${many})
    SELECT i, printf('group-%06d', i), printf('G %06d', i), printf('g %06d', i * 7919 % 100003),
      iif(i = 1, 'closed', iif(i % 40, 'active', 'asleep')), iif(i = 1, '2026-11-01T09:00:00Z', NULL), '2026-01-01T09:00:00Z'
    FROM number`)
  await run(`INSERT INTO round (key, opened_at) VALUES ('2026-12', '2026-12-01T08:00:00Z')`)
  await run(`INSERT INTO round_snapshot (round_key, group_id, region, department, state, asked)
    SELECT '2026-12', id, '', '', state, state = 'active' FROM local_group WHERE state <> 'closed'`)
}

async function found(filter: Partial<GroupFilter>): Promise<{ count: number; names: string[] }> {
  const asked = { ...everything, answered: 'unasked' as const, ...filter }
  const { count, groups } = await ask(db, {
    count: countGroups(db, asked, judgement),
    groups: listGroups(db, asked, order, { offset: 0, limit: 100_000 }, judgement),
  })
  return { count, names: groups.map(({ name }) => name) }
}

test.each([200, 42_000])('who was not asked is found, few or many: of %i groups', async (many) => {
  await openRound(many)
  const asleep = Math.floor(many / 40)
  const { count, names } = await found({})
  expect([count, names.length]).toEqual([asleep, asleep])
  expect((await found({ state: ['closed'] })).names).toEqual(['G 000001'])
  // One comes, one is opened again, and one is asked after all
  await run(
    `INSERT INTO local_group (uid, name, name_key, state, created_at) VALUES ('group-new', 'Neuf', 'neuf', 'active', '2026-12-05T09:00:00Z')`,
  )
  await run(`UPDATE local_group SET state = 'active', closed_at = NULL WHERE id = 1`)
  await run('UPDATE round_snapshot SET asked = 1 WHERE group_id = 40')
  const later = await found({})
  expect([later.count, later.names.length]).toEqual([asleep + 1, asleep + 1])
  expect(later.names).toEqual(expect.arrayContaining(['Neuf', 'G 000001', 'G 000080']))
  expect(later.names).not.toContain('G 000040')
  expect((await found({ state: ['asleep'] })).count).toBe(asleep - 1)
})
