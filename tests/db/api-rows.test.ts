import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { type ApiPage, listApiRows } from '#shared/db/api-rows.ts'
import { listNamed } from '#shared/db/find-groups.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { withinRegions } from '#shared/db/within-regions.ts'
import { openDatabase } from '#tests/support/database.ts'

let db: D1Database
let close: () => Promise<void>
/** 1,200 groups with a referent, an activity and an answer each: ten of them were written in November, 1,100 since October. */
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  const numbers = 'WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 1200)'
  const at = `iif(i % 120 = 7, '2026-11-05', iif(i > 100, '2026-10-05', '2026-09-05')) || 'T09:00:00.000Z'`
  const ofNumbers = [
    `INSERT INTO local_group (uid, name, name_key, region, state, on_map, created_at)
     ${numbers} SELECT printf('group-%06d', i), printf('Archipel %04d', 1200 - i), printf('archipel %04d', 1200 - i), iif(i % 2, 'Corse', 'Bretagne'), 'active', 1, '2026-01-01T00:00:00.000Z' FROM number`,
    `INSERT INTO published_group (group_id, uid, shown, facts, changed_at)
     SELECT id, uid, json_object('name', name), '["all"]', created_at FROM local_group WHERE id % 3`,
    `INSERT INTO person (uid, email, name, name_key, created_at)
     ${numbers} SELECT printf('person-%06d', i), printf('p%d@example.org', i), 'Lou', 'lou', '2026-01-01T00:00:00.000Z' FROM number`,
    `INSERT INTO referent (group_id, person_id, since_at) ${numbers} SELECT i, i, '2026-01-01T00:00:00.000Z' FROM number`,
    `INSERT INTO activity (uid, group_id, title, held_on) ${numbers} SELECT printf('activity-%06d', i), i, 'Marche', '2026-12-12' FROM number`,
    `INSERT INTO round (key, opened_at) VALUES ('2026-09', '2026-09-01T07:00:00.000Z')`,
    `INSERT INTO answer (round_key, group_id, person_id, kind, first_at, last_at) ${numbers} SELECT '2026-09', i, i, 'updated', ${at}, ${at} FROM number`,
    `INSERT INTO revision (group_id, number, author, made_at, changes) ${numbers} SELECT i, 1, 'import', ${at}, '[]' FROM number`,
  ]
  for (const sql of ofNumbers) await db.prepare(sql).run()
})
afterAll(() => close())

const { sections } = movement
async function idsOf(resource: string, page: Partial<ApiPage>, regions?: string[]): Promise<number[]> {
  const database = regions ? withinRegions(readOnly(db), regions) : readOnly(db)
  const ids: number[] = []
  for (let after = 0; ; ) {
    const whole = { after, limit: 300, group: '', region: '', since: '', ...page }
    const { statement, read } = listApiRows(database, resource, whole, sections)
    const rows = read((await statement.all()).results)
    ids.push(...rows.map(({ row_id }) => row_id))
    if (rows.length < whole.limit) return ids
    after = rows.at(-1)?.row_id ?? 0
  }
}
const all = Array.from({ length: 1200 }, (_, index) => index + 1)

test.each(['groups', 'people', 'activities', 'answers'])(
  'programs read what changed since, page by page, whether little or much did: %s',
  async (resource) => {
    const isLately = (id: number) => id % 120 === 7
    const since = (day: string) => ({ since: `2026-${day}T00:00:00.000Z` })
    expect(await idsOf(resource, {})).toEqual(all)
    expect(await idsOf(resource, since('12-01'))).toEqual([])
    expect(await idsOf(resource, since('11-01'))).toEqual(all.filter(isLately))
    expect(await idsOf(resource, since('10-01'))).toEqual(all.filter((id) => id > 100 || isLately(id)))
    expect(await idsOf(resource, { ...since('10-01'), group: 'group-000007' })).toEqual([7])
    expect(await idsOf(resource, { ...since('11-01'), region: 'Bretagne' })).toEqual([])
    expect(await idsOf(resource, since('11-01'), ['Corse'])).toEqual(all.filter(isLately))
    expect(await idsOf(resource, since('10-01'), ['Bretagne'])).toEqual(all.filter((id) => id > 100 && id % 2 === 0))
  },
)

test.each([
  ['archipel', 5],
  ['archi', 900],
  ['0011', 10],
  ['zzz', 10],
])('groups of whose name a word begins so come by name, whether few or many have it: %s', async (word, limit) => {
  const { statement, read } = listNamed(readOnly(db), word, limit)
  const found = read((await statement.all()).results).map(({ values }) => values.name)
  const shown = all.filter((id) => id % 3).map((id) => `Archipel ${String(1200 - id).padStart(4, '0')}`)
  const named = shown
    .filter((name) =>
      name
        .toLowerCase()
        .split(' ')
        .some((part) => part.startsWith(word)),
    )
    .sort()
  expect(found).toEqual(named.slice(0, limit))
})
