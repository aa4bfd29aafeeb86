import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { cancelMailsAbout, insertNewLink, insertSignIn } from '#shared/db/outbox.ts'
import { insertSteps, readSenderState } from '#shared/db/rounds.ts'
import { writeSlice } from '#shared/db/step-slices.ts'
import type { StepKind } from '#shared/domain/round.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { answer, readOutbox, readStates, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const now = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const round = '2026-12'
const { writesTo } = movement

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(() => clearDatabase(db))

const climb = (kind: StepKind, at = now) => makeStep(db, round, kind, at)
const cancel = (...towns: string[]) =>
  cancelMailsAbout(db, { round, groups: towns.map(groupUid), writesTo }, later(1)).run()

describe('who is owed a mail', () => {
  test('every referent of a group that is written to gets one mail, whatever the number of their groups', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'], Bayonne: ['Lou'] }, now)
    await makeGroups(db, { Nantes: ['Noa'] }, now, { state: 'asleep' })
    await climb('invitation')
    expect(await readStates(db)).toEqual(['Lou: invitation pending', 'Sam: invitation pending'])
  })

  test('a step that is climbed twice is climbed once', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await Promise.all([climb('invitation'), climb('invitation'), climb('invitation', later(1))])
    expect(await readStates(db)).toEqual(['Lou: invitation pending'])
  })

  test('a group that has answered is owed nothing more, and neither is its other referent', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'], Bayonne: ['Zoé'] }, now)
    await climb('invitation')
    await answer(db, { round, town: 'Pau', by: 'Lou' }, later(1))
    await climb('reminder', later(2))
    const reminders = (await readStates(db)).filter((line) => line.includes('reminder'))
    expect(reminders).toEqual(['Zoé: reminder pending'])
  })

  test('who says “not my group” is left alone, and the others are still asked', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'] }, now)
    await climb('invitation')
    await answer(db, { round, town: 'Pau', by: 'Lou', kind: 'not_my_group' }, later(1))
    await climb('reminder', later(2))
    const reminders = (await readStates(db)).filter((line) => line.includes('reminder'))
    expect(reminders).toEqual(['Sam: reminder pending'])
  })

  test('an address that must not get mail has its row, with the reason', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'] }, now)
    await suppress(db, addressOf('Sam'), 'hard_bounce', now)
    await climb('invitation')
    expect(await readStates(db)).toEqual(['Lou: invitation pending', 'Sam: invitation suppressed (hard_bounce)'])
  })

  test('a step takes back what an earlier one has not sent yet', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await climb('invitation')
    await climb('reminder', later(1))
    expect(await readStates(db)).toEqual(['Lou: invitation cancelled (overtaken)', 'Lou: reminder pending'])
  })

  test('a sender that slept through a later step neither sends its own nor takes the later one back', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await climb('invitation')
    const skipped = [{ name: 'reminder_1' as const, kind: 'reminder' as const, on: '2026-12-08', dueAt: later(1) }]
    const lastCall = { name: 'reminder_2' as const, kind: 'last_call' as const, on: '2026-12-15', dueAt: later(2) }
    await db.batch([
      insertSteps(db, round, lastCall, skipped, later(3)),
      ...writeSlice(db, { round, step: 'reminder_2', kind: 'last_call', openedAt: later(3).toISOString() }, movement),
    ])
    await climb('reminder', later(1))
    expect(await readStates(db)).toEqual(['Lou: invitation cancelled (overtaken)', 'Lou: last_call pending'])
  })
})

describe('when a group answers', () => {
  test('its pending mails are taken back, but whoever is owed another group keeps theirs', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'], Bayonne: ['Lou'], Nantes: ['Noa'] }, now)
    await climb('invitation')
    await cancel('Pau')
    expect(await readStates(db)).toEqual([
      'Lou: invitation pending',
      'Noa: invitation pending',
      'Sam: invitation cancelled (answered)',
    ])
  })

  test('the second of a person’s two groups takes their mail back', async () => {
    await makeGroups(db, { Pau: ['Lou'], Bayonne: ['Lou'] }, now)
    await climb('invitation')
    await answer(db, { round, town: 'Pau', by: 'Lou' }, later(1))
    await cancel('Bayonne')
    expect(await readStates(db)).toEqual(['Lou: invitation cancelled (answered)'])
  })

  test('a link that somebody asked for is not taken back', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await climb('invitation')
    await insertNewLink(db, { address: addressOf('Lou') }, now).run()
    await cancel('Pau')
    expect(await readStates(db)).toEqual(['Lou: invitation cancelled (answered)', 'Lou: new_link pending'])
  })
})

describe('a new link', () => {
  const ask = (address: string, at = now) => insertNewLink(db, { address }, at).run()

  test('goes to a referent, and to nobody else', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await ask(addressOf('Lou'))
    await ask('somebody.else@example.org')
    expect(await readStates(db)).toEqual(['Lou: new_link pending'])
  })

  test('is one mail when it is asked for twice', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await ask(addressOf('Lou'))
    await ask(addressOf('Lou'))
    expect(await readOutbox(db)).toHaveLength(1)
  })

  test('is sent three times an hour at most', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    for (let minutes = 0; minutes < 60; minutes += 10) {
      await ask(addressOf('Lou'), later(minutes))
      await db.prepare(`UPDATE mail SET state = 'sent', settled_at = created_at`).run()
    }
    expect(await readOutbox(db)).toHaveLength(3)
    await ask(addressOf('Lou'), later(65))
    expect(await readOutbox(db)).toHaveLength(4)
  })

  test('can be asked for by who holds an old one', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, now)
    await climb('invitation')
    const hash = 'a'.repeat(64)
    await db
      .prepare(`INSERT INTO link (hash, mail_id, expires_at) SELECT ?1, id, ?2 FROM mail`)
      .bind(hash, now.toISOString())
      .run()
    await insertNewLink(db, { linkHash: hash }, later(1)).run()
    await insertNewLink(db, { linkHash: 'b'.repeat(64) }, later(1)).run()
    expect(await readStates(db)).toEqual(['Lou: invitation pending', 'Lou: new_link pending'])
  })

  test('still goes to who unsubscribed from the monthly mails or whose mails came back, but not to who complained', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam', 'Noa'] }, now)
    await suppress(db, addressOf('Lou'), 'unsubscribed', now)
    await suppress(db, addressOf('Sam'), 'hard_bounce', now)
    await ask(addressOf('Lou'))
    await suppress(db, addressOf('Noa'), 'complaint', now)
    await ask(addressOf('Sam'))
    await ask(addressOf('Noa'))
    expect(await readStates(db)).toEqual([
      'Lou: new_link pending',
      'Noa: new_link suppressed (complaint)',
      'Sam: new_link pending',
    ])
  })
})

test('a coordinator gets six sign-in links an hour at most', async () => {
  for (let index = 0; index < 9; index++)
    await insertSignIn(
      db,
      { address: 'camille@example.org', isCoordinator: true, isKnown: false, browserHash: `${index}` },
      later(index),
    ).run()
  expect(await readOutbox(db)).toHaveLength(6)
  const ask = { address: 'camille@example.org', isCoordinator: true, isKnown: true, browserHash: 'hers' }
  await insertSignIn(db, ask, later(10)).run()
  expect(await readOutbox(db), 'whoever used them up does not keep her out of her own browser').toHaveLength(7)
})

test('the sender learns in one statement how far the round is and what waits', async () => {
  const empty = { beganAt: null, last: null, asked: false, due: false, named: false, abandoned: false, heldTimes: 0 }
  expect(await readSenderState(db, now)).toEqual(empty)
  await makeGroups(db, { Pau: ['Lou'] }, now)
  await climb('invitation')
  await insertNewLink(db, { address: addressOf('Lou') }, later(5)).run()
  expect(await readSenderState(db, later(1))).toEqual({
    ...empty,
    last: { key: round, openedAt: now, taken: ['invitation'], takenAt: now },
    due: true,
  })
  expect(await readSenderState(db, later(5))).toMatchObject({ asked: true, due: true, abandoned: false })
})
