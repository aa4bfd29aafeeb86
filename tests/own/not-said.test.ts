import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { countGroups, listGroups } from '#shared/db/group-list.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { withinRegions } from '#shared/db/within-regions.ts'
import { everything, type GroupSort, groupSorts } from '#shared/domain/group-filter.ts'
import { openDatabase } from '#tests/support/database.ts'

const now = new Date('2026-12-10T08:00:00Z')
const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now }
const groups = 1300

let db: D1Database
let close: () => Promise<void>
/** More than a thousand did not say `room`, a few did not say `way`, everybody said `themes`, and nobody `rare` but two. */
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await db
    .prepare(
      `INSERT INTO local_group (uid, name, name_key, state, region, active_members, founded_on, created_at, own)
       WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?1)
       SELECT
         printf('group-%06d', i), printf('Archipel %06d', i), printf('archipel %06d', i * 7919 % 10007), iif(i % 50, 'active', 'asleep'),
         iif(i % 3, 'Bretagne', 'Corse'), i % 97, printf('20%02d-01-01', i % 26), ?2,
         json_patch(json_object('themes', iif(i % 2, 'food,housing', 'food'), 'words', 'some words'), json_object(
           'room', iif(i % 10, NULL, json(iif(i % 20, 'true', 'false'))),
           'way', iif(i % 200, iif(i % 3, 'bus', 'bike'), NULL),
           'rare', iif(i IN (8, 9), 'yes', NULL)
         ))
       FROM number`,
    )
    .bind(groups, now.toISOString())
    .run()
  await db.batch(
    ['group_summary SET last_answer_at', 'group_check SET checked_at'].map((change) =>
      db.prepare(`UPDATE ${change} = printf('2026-11-%02dT09:00:00Z', group_id % 28 + 1) WHERE group_id % 5 > 0`),
    ),
  )
})
afterAll(() => close())

const columns: Readonly<Record<GroupSort, string>> = {
  name: 'name_key',
  answered: '(SELECT last_answer_at FROM group_summary WHERE group_id = id)',
  checked: '(SELECT checked_at FROM group_check WHERE group_id = id)',
  members: 'active_members',
  founded: 'founded_on',
}

/** The same, of each group's own words, one by one. */
async function byReading(answers: readonly string[], sort: GroupSort, isDescending: boolean, where = 'true') {
  const { results } = await db
    .prepare(
      `SELECT uid, own FROM local_group WHERE ${where}
       ORDER BY ${columns[sort]} ${isDescending ? 'DESC' : 'ASC'}, name_key`,
    )
    .all<{ uid: string; own: string }>()
  const said: Readonly<Record<string, unknown>> = { oui: true, non: false, '-': undefined }
  return results
    .filter(({ own }) =>
      answers.every((answer) => {
        const [key = '', option = ''] = answer.split('.')
        const value = JSON.parse(own)[key]
        return option in said ? value === said[option] : String(value).split(',').includes(option)
      }),
    )
    .map(({ uid }) => uid)
}

describe('who did not answer a question is found', () => {
  test.each([
    [['room.-'], 'many'],
    [['way.-'], 'few'],
    [['themes.-'], 'nobody'],
    [['rare.-'], 'nearly all'],
    [['way.-', 'room.-'], 'few, of whom some said the other'],
    [['room.-', 'rare.-'], 'many of both'],
    [['room.oui', 'way.-'], 'few, with an answer to another'],
    [['room.-', 'rare.yes'], 'many, with a rare answer to another'],
    [['themes.housing', 'way.bike'], 'no such question'],
  ])('%s: %s', async (answer) => {
    const filter = { ...everything, answer }
    for (const sort of groupSorts)
      for (const isDescending of [false, true]) {
        const all = await byReading(answer, sort, isDescending)
        for (const offset of isDescending ? [0] : [0, 100]) {
          const { statement, read } = listGroups(
            readOnly(db),
            filter,
            { sort, isDescending },
            { offset, limit: 25 },
            judgement,
          )
          const listed = read((await statement.all()).results).map(({ uid }) => uid)
          expect(listed, `${sort} ${isDescending}`).toEqual(all.slice(offset, offset + 25))
        }
      }
    const whole = await byReading(answer, 'name', false)
    const counting = countGroups(readOnly(db), filter, judgement)
    expect(counting.read((await counting.statement.all()).results)).toBe(whole.length)
  })

  test('of some regions too', async () => {
    const within = withinRegions(readOnly(db), ['Corse'])
    for (const answer of [['room.-'], ['way.-']]) {
      const counting = countGroups(within, { ...everything, answer }, judgement)
      const all = await byReading(answer, 'name', false, `region = 'Corse'`)
      expect(counting.read((await counting.statement.all()).results)).toBe(all.length)
      const { statement, read } = listGroups(
        within,
        { ...everything, answer },
        { sort: 'name', isDescending: false },
        { offset: 0, limit: 25 },
        judgement,
      )
      expect(read((await statement.all()).results).map(({ uid }) => uid)).toEqual(all.slice(0, 25))
    }
  })
})

test.each(groupSorts)('sorted by %s, its first groups are found without sorting the network', async (sort) => {
  let plan = ''
  const prepare = (sql: string) => {
    plan = `EXPLAIN QUERY PLAN ${sql}`
    return readOnly(db).prepare(sql)
  }
  const explaining = { ...readOnly(db), prepare }
  const filter = { ...everything, answer: ['room.-'] }
  listGroups(explaining, filter, { sort, isDescending: false }, { offset: 0, limit: 25 }, judgement)
  const { results } = await db
    .prepare(plan)
    .bind(...['room', 25, 0])
    .all<{ detail: string }>()
  const steps = results.map(({ detail }) => detail)
  const walk = steps.findIndex((step) => /^SCAN (g|group_summary|group_check) USING .*INDEX/.test(step))
  expect(steps.slice(walk, steps.indexOf('SCAN wanted')), steps.join('\n')).not.toContain(
    'USE TEMP B-TREE FOR ORDER BY',
  )
})

test('of several questions too, they are looked for in one walk through the network', async () => {
  let plan = ''
  const prepare = (sql: string) => {
    plan = `EXPLAIN QUERY PLAN ${sql}`
    return readOnly(db).prepare(sql)
  }
  countGroups({ ...readOnly(db), prepare }, { ...everything, answer: ['room.-', 'way.-', 'rare.-'] }, judgement)
  const { results } = await db
    .prepare(plan)
    .bind(...['room', 'way', 'rare'])
    .all<{ detail: string }>()
  const walks = results.filter(({ detail }) => /^SCAN (local_group|group_summary|group_check)/.test(detail))
  expect(walks.map(({ detail }) => detail)).toEqual(['SCAN group_summary'])
})
