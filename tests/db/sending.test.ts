import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { endPause, upsertPause } from '#shared/db/mail-control.ts'
import { insertNews } from '#shared/db/news.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { claimMails, type Outcome, updateAbandoned, updateLeaving, updateOutcomes } from '#shared/db/sending.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { readOutbox, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const now = new Date('2026-12-01T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const leaseOf = (id: string, until = later(2)) => ({ id, until })

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, now)
})

const { caps } = movement

const untried: Omit<Outcome, 'mail'> = { state: 'pending', reason: null, answer: null, dueAt: null, tried: false }

describe('two senders', () => {
  test('never claim the same mail', async () => {
    await makeStep(db, '2026-12', 'invitation', now)
    const claim = (id: string) => claimMails(db, { queue: 'bulk', lease: leaseOf(id), limit: 2, caps }, now)
    const claims = (await Promise.all(['a', 'b', 'c'].map(claim))).flat().map(({ id }) => id)
    expect(claims).toHaveLength(3)
    expect(new Set(claims).size).toBe(3)
  })

  test('do not write over each other: who was too slow has no say about a mail that another has taken', async () => {
    await makeStep(db, '2026-12', 'invitation', now)
    const [slow] = await claimMails(db, { queue: 'bulk', lease: leaseOf('slow'), limit: 1, caps }, now)
    await updateAbandoned(db, later(3)).run()
    await claimMails(db, { queue: 'bulk', lease: leaseOf('quick', later(9)), limit: 9, caps }, later(3))
    const outcome = { ...untried, mail: slow?.id ?? 0, state: 'sent' as const, tried: true }
    await updateOutcomes(db, [outcome], leaseOf('slow'), later(4)).run()
    expect((await readOutbox(db)).every(({ state }) => state === 'sending')).toBe(true)
  })
})

test('a brake that is pulled after mails were claimed keeps them from leaving, and they wait again', async () => {
  await makeStep(db, '2026-12', 'invitation', now)
  const claims = await claimMails(db, { queue: 'bulk', lease: leaseOf('a'), limit: 9, caps }, now)
  const ids = claims.map(({ id }) => id)
  await upsertPause(db, 'a wrong link', now).run()
  await updateLeaving(db, ids, leaseOf('a'), now).run()
  await updateAbandoned(db, later(3)).run()
  expect((await readOutbox(db)).map(({ state }) => state)).toEqual(ids.map(() => 'pending'))
  await endPause(db).run()
  await claimMails(db, { queue: 'bulk', lease: leaseOf('b', later(9)), limit: 9, caps }, later(4))
  await updateLeaving(db, ids, leaseOf('b', later(9)), later(4)).run()
  await updateAbandoned(db, later(10)).run()
  expect((await readOutbox(db)).map(({ state }) => state)).toEqual(ids.map(() => 'unknown'))
})

describe('news of a group that wait to be tried again', () => {
  const write = async (number: number, at: Date) => {
    const told = [{ kind: 'news' as const, person: personUid('Sam') }]
    const revision = {
      group: groupUid('Pau'),
      number,
      author: 'referent' as const,
      person: personUid('Lou'),
      changes: [],
    }
    await db.batch([
      insertRevisions(db, [revision], at),
      ...insertNews(db, { group: groupUid('Pau'), since: number, told }, at),
    ])
  }
  const claim = (id: string, at: Date) =>
    claimMails(db, { queue: 'bulk', lease: leaseOf(id, new Date(at.getTime() + 60_000)), limit: 30, caps }, at)

  test('do not keep their sender from writing down what became of the others', async () => {
    await write(2, now)
    const [claimed] = await claim('a', later(15))
    await write(3, later(15))
    await updateOutcomes(db, [{ ...untried, mail: claimed?.id ?? 0 }], leaseOf('a'), later(15)).run()
    expect(await readStates(db)).toEqual(['Sam: news pending', 'Sam: news pending'])
  })

  test('do not keep an abandoned chunk from being freed', async () => {
    await write(2, now)
    await claim('a', later(15))
    await write(3, later(15))
    await updateAbandoned(db, later(17)).run()
    expect(await readStates(db)).toEqual(['Sam: news pending', 'Sam: news pending (stopped)'])
  })
})
