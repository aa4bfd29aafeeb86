import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import type { Question } from '#shared/db/ask.ts'
import { listLogged } from '#shared/db/event-log.ts'
import { findNamedGroups, findPeople } from '#shared/db/find-people.ts'
import { countGroups, listGroups } from '#shared/db/group-list.ts'
import type { ReadDatabase } from '#shared/db/read-only.ts'
import { riskyGroups } from '#shared/db/risks.ts'
import { everything, type GroupFilter, type GroupSort } from '#shared/domain/group-filter.ts'
import { searchTerms } from '#shared/domain/search.ts'
import { openDatabase } from '#tests/support/database.ts'

// What the first page of a list costs where the network is a hundred thousand groups: how SQLite means to look for it

const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now: new Date('2026-12-10T08:00:00Z') }
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())

async function planOf(question: (db: ReadDatabase) => Question<unknown>): Promise<string[]> {
  const explaining: ReadDatabase = {
    prepare: (sql) => db.prepare(`EXPLAIN QUERY PLAN ${sql}`),
    batch: (statements) => db.batch(statements as D1PreparedStatement[]),
  }
  const { statement } = question(explaining)
  const { results } = await statement.all<{ detail: string }>()
  return results.map(({ detail }) => detail)
}

test.each<[GroupSort, Partial<GroupFilter>, string]>([
  ['name', {}, 'local_group_name'],
  ['members', { state: ['active'] }, 'local_group_members'],
  ['founded', {}, 'local_group_founded'],
  ['answered', {}, 'group_summary_last_answer'],
  ['answered', { answered: 'no' }, 'group_summary_last_answer'],
  ['answered', { silent: 3 }, 'group_summary_last_answer (<expr><?)'],
  ['checked', {}, 'group_check_oldest'],
  ['checked', { checked: 'late' }, 'group_check_oldest (<expr><?)'],
])('groups by %s, of %j: the first of them are read in their order', async (sort, filter, index) => {
  const order = { sort, isDescending: false }
  const plan = await planOf((reading) =>
    listGroups(reading, { ...everything, ...filter }, order, { offset: 0, limit: 25 }, judgement),
  )
  expect(plan.join('\n')).toContain(index)
  // Only the twenty-five are sorted, once they are whole
  expect(plan.filter((detail) => detail.includes('FOR ORDER BY')).length).toBeLessThanOrEqual(1)
})

test('groups that are silent are counted among those only that did not answer lately', async () => {
  const plan = await planOf((reading) => countGroups(reading, { ...everything, silent: 3 }, judgement))
  expect(plan.join('\n')).toContain('group_summary_last_answer (<expr><?)')
})

test.each<GroupFilter['state']>([['closed'], ['asleep', 'starting']])(
  'groups that are %s are found among those that are not active',
  async (...state) => {
    const filter = { ...everything, state }
    const counted = await planOf((reading) => countGroups(reading, filter, judgement))
    const listed = await planOf((reading) =>
      listGroups(reading, filter, { sort: 'name', isDescending: false }, { offset: 0, limit: 25 }, judgement),
    )
    for (const plan of [counted, listed]) expect(plan.join('\n')).toContain('local_group_not_active')
  },
)

test('groups that were not asked are counted where they are written down, and after the last that is', async () => {
  const plan = await planOf((reading) => countGroups(reading, { ...everything, answered: 'unasked' }, judgement))
  expect(plan.join('\n')).toContain('round_snapshot_not_asked')
  expect(plan.filter((detail) => /^SCAN (g|local_group|round_snapshot)\b/.test(detail))).toEqual([])
})

test('whom to call is found without looking at every group', async () => {
  const plan = await planOf((reading) => riskyGroups(reading, judgement, { eachKind: 3, today: '2026-12-10' }))
  expect(plan.join('\n')).toContain('group_summary_last_answer (<expr><?)')
  expect(plan.join('\n')).toContain('round_snapshot_shrinking')
  expect(plan.filter((detail) => /^SCAN (g|local_group|referent|person|round_snapshot)\b/.test(detail))).toEqual([])
})

test.each(['personne', 'ville 0055', '06 12 34 56 78', 'lou@example.org'])(
  '%s is looked for where its words are',
  async (text) => {
    const terms = searchTerms(text)
    const plans = [
      ...(await planOf((reading) => findPeople(reading, terms, 0, 25))),
      ...(await planOf((reading) => findNamedGroups(reading, terms, 0, 25))),
    ]
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter((detail) => /^SCAN (g|local_group|referent|person|whole)\b/.test(detail))).toEqual([])
  },
)

test.each<Partial<GroupFilter>>([
  { activity: 'training', from: '2026-11-01', until: '2026-11-30' },
  { activity: 'activity', from: '2026-11-01' },
  { theme: 'Désobéir' },
  { campaign: 'Fête' },
])('groups that did something (%j) are counted by what was done, not group by group', async (filter) => {
  const plan = await planOf((reading) => countGroups(reading, { ...everything, ...filter }, judgement))
  expect(plan.join('\n')).not.toMatch(/SCAN g\b/)
})

test('groups in states of which there are few are found by these states in any order', async () => {
  const order = { sort: 'answered', isDescending: false } as const
  const filter: GroupFilter = { ...everything, state: ['asleep'], answered: 'no' }
  const plan = await planOf((reading) => listGroups(reading, filter, order, { offset: 0, limit: 25 }, judgement))
  expect(plan.join('\n')).toContain('local_group_not_active')
})

test.each([
  ['of the team', { by: null, action: null }],
  ['of one of it', { by: 'camille@archipel.example.org', action: null }],
  ['of calls', { by: null, action: 'report_call' as const }],
])('the log %s is read from what the team did, not from all answers', async (_title, part) => {
  const asked = { ...part, before: null, who: 'team' as const, until: null, now: judgement.now }
  const plan = await planOf((reading) => listLogged(reading, asked, 51))
  expect(plan[0]).toContain('event USING INDEX event_team')
})
