import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recentEvents } from '#shared/db/recent.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'

const now = new Date('2026-12-01T10:00:00+01:00')
const group = groupUid('Pau')
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou'] }, now)
})
afterAll(() => close())

test('what is new is read by its events, however long the writes that they are in: D1 gives no value of more than 2 MB', async () => {
  const long = 'x'.repeat(600)
  const revisions = Array.from({ length: 320 }, (_, n) => ({
    group,
    number: n + 2,
    author: 'referent' as const,
    person: personUid('Lou'),
    changes: [
      ...Array.from({ length: 20 }, (_, row) => ({
        list: 'activities' as const,
        row: `activity-${row}`,
        field: 'title',
        before: long,
        after: 'y',
      })),
      {
        list: 'referents' as const,
        row: `person-${n}`,
        added: { name: `Personne ${n}`, email: null, phone: null, role: null },
      },
      { list: 'group' as const, row: group, field: 'state', before: 'active', after: 'asleep' },
    ],
  }))
  for (let at = 0; at < revisions.length; at += 40)
    await insertRevisions(db, revisions.slice(at, at + 40), new Date(now.getTime() + at + 1)).run()
  const question = recentEvents(db, now)
  const { results } = await question.statement.all()
  expect(JSON.stringify(results).length).toBeLessThan(600_000)
  const { changes, groups, events } = question.read(results as never)
  expect([changes, groups]).toEqual([320, 1])
  expect(events.filter(({ kind }) => kind === 'paused')).toHaveLength(300)
  expect(events.find(({ kind }) => kind === 'referent')).toMatchObject({
    name: expect.stringMatching(/^Personne \d+$/),
  })
})
