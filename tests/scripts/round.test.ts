import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { calendarText } from '#scripts/round/calendar.ts'
import { openRound } from '#scripts/round/open.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readStates, suppress } from '#tests/support/outbox.ts'

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(() => clearDatabase(db))

const noon = new Date('2026-11-22T12:00:00+01:00')

describe('a round opened by hand', () => {
  test('puts everybody’s mail in the outbox, and says how many', async () => {
    await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, noon)
    await suppress(db, addressOf('Noa'), 'unsubscribed', noon)
    const said = await openRound(db, movement, noon)
    expect(said).toMatch(/2026.*2 mails/)
    expect(said.split('\n')).toHaveLength(2)
    expect(await readStates(db)).toEqual([
      'Lou: invitation pending',
      'Noa: invitation suppressed (unsubscribed)',
      'Sam: invitation pending',
    ])
  })

  test('opens once a month', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, noon)
    await openRound(db, movement, noon)
    await expect(openRound(db, movement, noon)).rejects.toThrow(/2026/)
    expect(await readStates(db)).toHaveLength(1)
  })

  test('waits for groups: a month without anybody to write to stays closed', async () => {
    await expect(openRound(db, movement, noon)).rejects.toThrow('npm run import')
    await makeGroups(db, { Pau: ['Lou'] }, noon)
    expect(await openRound(db, movement, noon)).toContain('1 mail')
  })

  test('says that the mails wait, at night', async () => {
    await makeGroups(db, { Pau: ['Lou'] }, noon)
    expect(await openRound(db, movement, new Date('2026-11-22T23:00:00+01:00'))).toContain('20:00')
  })
})

test('the calendar says the next six dates at the movement’s own time', () => {
  const lines = calendarText(null, movement, noon).split('\n')
  expect(lines).toHaveLength(7)
  expect(lines[1]).toMatch(/1 \S+ 2026 .*09:00/)
})
