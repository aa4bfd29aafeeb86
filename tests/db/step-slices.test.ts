import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { countCounterFaults } from '#shared/db/counters.ts'
import type { StepTaken } from '#shared/db/next-slice.ts'
import { insertNewLink } from '#shared/db/outbox.ts'
import { insertRound, insertSteps, readSenderState } from '#shared/db/rounds.ts'
import { claimMails } from '#shared/db/sending.ts'
import { isWritten, writeSlice } from '#shared/db/step-slices.ts'
import type { Queue } from '#shared/domain/mail.ts'
import type { StepKind, StepName } from '#shared/domain/round.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { answer, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const now = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const round = '2026-12'
const towns = { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Lyon: ['Ada', 'Lou'], Nice: ['Ida'], Metz: ['Max', 'Zoé'] }

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, towns, now)
})

async function begin(name: StepName, kind: StepKind, at: Date): Promise<StepTaken> {
  const step = { name, kind, on: '2026-12-01', dueAt: at }
  await db.batch([insertRound(db, round, at), insertSteps(db, round, step, [], at)])
  return { round, step: name, kind, openedAt: at.toISOString() }
}

/** Writes a slice of two people and groups; says whether the step is whole. */
async function write(step: StepTaken): Promise<boolean> {
  const results = await db.batch(writeSlice(db, step, movement, 2))
  return isWritten(results.at(-1)?.results)
}

/** Writes all of it; gives in how many slices. */
async function writeAll(step: StepTaken): Promise<number> {
  for (let slices = 1; ; slices++) if (await write(step)) return slices
}

const rows = async (table: string) => (await db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all()).results
const miscounted = async () => (await countCounterFaults(db)).filter(({ faults }) => faults > 0)
const figures = async () => [
  await readStates(db),
  await rows('round_snapshot'),
  await rows('round_rollup'),
  await rows('freshness_snapshot'),
  await rows('freshness_rollup'),
]
const claim = (queue: Queue, at: Date) =>
  claimMails(
    db,
    { queue, lease: { id: `${queue} ${at.getTime()}`, until: later(60) }, limit: 20, caps: movement.caps },
    at,
  )

describe('a step that is written slice by slice', () => {
  test('comes to what it comes to at once, and takes back first what it overtakes', async () => {
    await makeStep(db, round, 'invitation', now)
    await makeStep(db, round, 'silent_groups', later(2))
    const atOnce = await figures()
    await clearDatabase(db)
    await makeGroups(db, towns, now)
    expect(await writeAll(await begin('invitation', 'invitation', now))).toBe(4)
    expect(await writeAll(await begin('silent_groups', 'silent_groups', later(2)))).toBeGreaterThan(4)
    expect(await figures()).toEqual(atOnce)
    expect(await miscounted()).toEqual([])
  })

  test('is known to the sender until it is whole, and slices of two senders at once add up to it', async () => {
    const step = await begin('invitation', 'invitation', now)
    await write(step)
    expect((await readSenderState(db, later(1))).unfinished).toEqual(step)
    while ((await readSenderState(db, later(1))).unfinished) await Promise.all([write(step), write(step)])
    expect(await readStates(db)).toEqual(
      ['Ada', 'Ida', 'Lou', 'Max', 'Noa', 'Sam', 'Zoé'].map((name) => `${name}: invitation pending`),
    )
    expect(await write(step)).toBe(true)
    expect((await rows('round_snapshot')).length).toBe(5)
  })

  test('lets none of its mails leave before it is whole, while somebody who asks for a link gets it', async () => {
    const step = await begin('invitation', 'invitation', now)
    await write(step)
    await insertNewLink(db, { address: addressOf('Lou') }, later(1)).run()
    expect(await claim('bulk', later(1))).toEqual([])
    expect((await claim('transactional', later(1))).length).toBe(1)
    await writeAll(step)
    expect((await claim('bulk', later(1))).length).toBe(7)
  })

  test('counts a group that answers before its own slice, and writes to nobody about it', async () => {
    const step = await begin('invitation', 'invitation', now)
    await write(step)
    await answer(db, { round, town: 'Metz', by: 'Max' }, later(1))
    await writeAll(step)
    const states = await readStates(db)
    expect(states.filter((line) => /Max|Zoé/.test(line))).toEqual([])
    const answered = await db.prepare('SELECT sum(answered) AS answered, sum(asked) AS asked FROM round_rollup').first()
    expect(answered).toEqual({ answered: 1, asked: 5 })
    expect(await miscounted()).toEqual([])
  })
})

test('a group that answered unasked, and is asked later, counts as one that answered', async () => {
  await db.prepare("UPDATE person SET email = NULL, phone = '+33600000000' WHERE name = 'Ida'").run()
  await makeStep(db, round, 'invitation', now)
  await answer(db, { round, town: 'Nice', by: 'Ida' }, later(1))
  await db.prepare("UPDATE person SET email = 'ida@example.org' WHERE name = 'Ida'").run()
  await makeStep(db, round, 'reminder', later(2))
  expect(await db.prepare('SELECT sum(asked) AS asked, sum(answered) AS answered FROM round_rollup').first()).toEqual({
    asked: 5,
    answered: 1,
  })
  expect(await miscounted()).toEqual([])
})
