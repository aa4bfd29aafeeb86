import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { Parameters } from '#shared/db/parameters.ts'
import { isShrinkingIn } from '#shared/db/shrinking.ts'
import { silentFor, silentIn, silentRounds } from '#shared/db/silence.ts'
import { isShrinking } from '#shared/domain/shrinking.ts'
import { silence, silenceToCall } from '#shared/domain/silence.ts'
import { openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']
const openedAt = (key: string) => new Date(`${key}-03T09:00:00Z`)
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
  await makeGroups(db, { Pau: ['Lou'] }, new Date('2026-01-01T00:00:00Z'))
})
afterAll(() => close())

/** A group that came then, and answered in these rounds, of a movement that has had so many. */
async function play(rounds: readonly string[], answered: readonly string[], createdAt: Date): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM round'),
    ...rounds.map((key) =>
      db.prepare('INSERT INTO round (key, opened_at) VALUES (?1, ?2)').bind(key, openedAt(key).toISOString()),
    ),
    ...rounds.map((key) =>
      db
        .prepare(
          `INSERT INTO round_snapshot (round_key, group_id, region, department, state, asked, answered_at)
           SELECT ?1, id, '', '', state, 1, ?2 FROM local_group`,
        )
        .bind(key, answered.includes(key) ? openedAt(key).toISOString() : null),
    ),
    db.prepare('UPDATE local_group SET created_at = ?1').bind(createdAt.toISOString()),
    db.prepare('UPDATE group_summary SET last_round = ?1').bind(answered.at(-1) ?? null),
  ])
}

test('how long a group is silent is one figure, in a list, in a filter and among whom to call', async () => {
  const history = fc.record({
    rounds: fc.subarray(months, { minLength: 1 }),
    answers: fc.subarray(months),
    came: fc.constantFrom(...months.map((key) => openedAt(key)), new Date('2026-04-20T00:00:00Z')),
    howMany: fc.integer({ min: 1, max: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(history, async ({ rounds, answers, came, howMany }) => {
      const answered = answers.filter((key) => rounds.includes(key) && openedAt(key) >= came)
      await play(rounds, answered, came)
      const parameters = new Parameters()
      const isSilent = silentFor(howMany, parameters)
      const found = await db
        .prepare(
          `SELECT
             ${silentRounds({ lastRound: 'group_summary.last_round', createdAt: 'g.created_at' })} AS rounds,
             ${isSilent} AS isSilent, ${silentIn('(SELECT max(key) FROM round)')} AS isToCall
           FROM local_group g
           JOIN group_summary ON group_summary.group_id = g.id
           WHERE g.uid = '${groupUid('Pau')}'`,
        )
        .bind(...parameters.values)
        .first()
      const silent = silence(
        rounds.map((key) => ({ key, openedAt: openedAt(key) })),
        { lastRound: answered.at(-1) ?? null, createdAt: came },
      )
      expect([found?.rounds, Boolean(found?.isSilent), Boolean(found?.isToCall)]).toEqual([
        silent,
        silent >= howMany,
        silent >= silenceToCall,
      ])
    }),
    { numRuns: 60 },
  )
})

test('a group shrinks by one rule, whoever asks, and the index of those that do is of that rule', () => {
  const memory = new DatabaseSync(':memory:')
  const count = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null })
  fc.assert(
    fc.property(count, count, (before, now) => {
      const sql = `WITH one (members, members_before) AS (VALUES (${now}, ${before})) SELECT ${isShrinkingIn('one')} AS yes FROM one`
      expect(Boolean(memory.prepare(sql).get()?.yes)).toBe(isShrinking(before, now))
    }),
    { numRuns: 300 },
  )
  memory.close()
  const schema = readFileSync(join(root, 'shared/db/schema.sql'), 'utf8')
  expect(schema).toContain(isShrinkingIn('').replaceAll('.', ''))
})
