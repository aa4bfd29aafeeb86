import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { findPreview } from '#shared/db/preview.ts'
import { openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { answer } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  const opened = await openDatabase()
  db = opened.db
  close = opened.close
  await makeGroups(db, { Ajaccio: ['Noa'], Bastia: ['Ada'], Brest: ['Lou'] }, new Date('2026-01-01T00:00:00Z'))
  await db.prepare(`UPDATE local_group SET region = iif(town = 'Brest', 'Bretagne', 'Corse')`).run()
  for (const month of ['10', '11', '12']) {
    const opens = new Date(`2026-${month}-01T08:00:00Z`)
    await makeStep(db, `2026-${month}`, 'invitation', opens)
    if (month !== '12') await answer(db, { round: `2026-${month}`, town: 'Ajaccio', by: 'Noa' }, opens)
  }
})
afterAll(() => close())

const all = { name: 'Camille', email: 'camille@archipel.example.org' }
const limited = { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Corse'] }

async function digest(address: string) {
  const request = { kind: 'silent_groups' as const, group: null, address, now: new Date('2026-12-20T12:00:00Z') }
  const mail = await findPreview(db, { ...request, movement: { ...movement, coordinators: [all, limited] } })
  return mail?.kind === 'silent_groups' ? mail.content : null
}

test('at the end of a round coordinators get its picture beside the last ones, and whom to call', async () => {
  expect(await digest(all.email)).toEqual({
    round: '2026-12',
    asked: 3,
    silent: 3,
    named: [
      { uid: groupUid('Bastia'), name: 'Archipel Bastia', rounds: 3 },
      { uid: groupUid('Brest'), name: 'Archipel Brest', rounds: 3 },
      { uid: groupUid('Ajaccio'), name: 'Archipel Ajaccio', rounds: 1 },
    ],
    months: [
      { round: '2026-10', asked: 3, answered: 1 },
      { round: '2026-11', asked: 3, answered: 1 },
      { round: '2026-12', asked: 3, answered: 0 },
    ],
  })
})

test('a coordinator who looks after one region is told of this one only', async () => {
  const { asked, named, months } = (await digest(limited.email)) ?? {}
  expect(asked).toBe(2)
  expect(named?.map(({ name }) => name)).toEqual(['Archipel Bastia', 'Archipel Ajaccio'])
  expect(months?.map((month) => [month.asked, month.answered])).toEqual([
    [2, 1],
    [2, 1],
    [2, 0],
  ])
})

test('its sentence counts as its picture does: whoever paused has answered, and whoever lost its referent has not', async () => {
  const now = new Date('2026-12-10T08:00:00Z')
  await answer(db, { round: '2026-12', town: 'Ajaccio', by: 'Noa', kind: 'paused' }, now)
  await db.batch([
    db.prepare(`UPDATE local_group SET state = 'asleep' WHERE uid = ?1`).bind(groupUid('Ajaccio')),
    db
      .prepare(`UPDATE referent SET until_at = ?1 WHERE group_id = (SELECT id FROM local_group WHERE town = 'Brest')`)
      .bind(now.toISOString()),
  ])
  const { asked, silent, named, months } = (await digest(all.email)) ?? {}
  expect(months?.at(-1)).toEqual({ round: '2026-12', asked: 3, answered: 1 })
  expect([asked, silent]).toEqual([3, 2])
  expect(named?.map(({ name }) => name)).toEqual(['Archipel Bastia', 'Archipel Brest'])
})
