import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { ask } from '#shared/db/ask.ts'
import { listGroups } from '#shared/db/group-list.ts'
import { insertNews } from '#shared/db/news.ts'
import { insertNewLink } from '#shared/db/outbox.ts'
import { findPersonUid, upsertMemberships, upsertPeople } from '#shared/db/people.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { riskyGroups } from '#shared/db/risks.ts'
import { isAnybodyOwed } from '#shared/db/rounds.ts'
import { everything } from '#shared/domain/group-filter.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { answer, readOutbox, readStates, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'

const before = new Date('2026-11-01T08:00:00Z')
const now = new Date('2026-12-01T08:00:00Z')
const later = new Date('2026-12-02T08:00:00Z')
const zoe = { uid: personUid('Zoé'), email: null, name: 'Zoé', phone: '+33612345678' }

let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou'], Dax: [] }, before)
  const memberships = ['Pau', 'Dax'].map((town) => ({ group: groupUid(town), uid: zoe.uid, role: null }))
  await db.batch([upsertPeople(db, [zoe], before), upsertMemberships(db, memberships, before)])
})

const judgement = { writesTo: movement.writesTo, calendar: movement.calendar, now: later }
const worries = async () => {
  const reading = readOnly(db)
  const { risky } = await ask(reading, { risky: riskyGroups(reading, judgement, { eachKind: 9, today: '2026-12-01' }) })
  return risky.map(({ town, risks, contacts }) => [
    town,
    risks.map(({ why }) => why),
    contacts.map(({ phone }) => phone),
  ])
}

describe('somebody who has a phone and no mail address', () => {
  test('is never written to, whatever makes mails', async () => {
    await makeStep(db, '2026-12', 'invitation', now)
    const told = ['receipt', 'news', 'farewell'] as const
    await db.batch(
      told.flatMap((kind) =>
        insertNews(db, { group: groupUid('Pau'), since: 1, told: [{ kind, person: zoe.uid }] }, now),
      ),
    )
    await insertNewLink(db, { address: 'null' }, now).run()
    await suppress(db, addressOf('Lou'), 'hard_bounce', now)
    const anything = `INSERT INTO mail (kind, person_id, due_at, created_at) SELECT 'a_kind_to_come', id, '2026', '2026' FROM person`
    await db.prepare(anything).run()
    expect((await readOutbox(db)).map(({ to }) => to)).toEqual(['Lou', 'Lou'])
  })

  test('opens no round alone', async () => {
    await db.prepare('DELETE FROM person WHERE uid = ?1').bind(personUid('Lou')).run()
    expect(await isAnybodyOwed(db, '2026-12', movement.writesTo)).toBe(false)
  })

  test('is called in each round until the group has answered; not where others are written to', async () => {
    expect(await worries()).toEqual([])
    await makeStep(db, '2026-12', 'invitation', now)
    expect(await worries()).toEqual([['Dax', ['phone_only'], [zoe.phone]]])
    await answer(db, { round: '2026-12', town: 'Dax', by: 'Zoé' }, later)
    expect(await worries()).toEqual([])
  })

  test('is not asked, so that their group is not silent', async () => {
    await makeStep(db, '2026-12', 'invitation', now)
    expect(await db.prepare('SELECT sum(asked) AS asked, sum(groups) AS groups FROM round_rollup').first()).toEqual({
      asked: 1,
      groups: 2,
    })
  })

  test('is found by name, and by their number where data are asked for', async () => {
    const reading = readOnly(db)
    const filter = { ...everything, text: 'zoe' }
    const window = { offset: 0, limit: 9 }
    const { found } = await ask(reading, {
      found: listGroups(reading, filter, { sort: 'name', isDescending: false }, window, judgement),
    })
    expect(found.map(({ town }) => town)).toEqual(['Dax', 'Pau'])
    expect(await findPersonUid(db, zoe.phone)).toBe(zoe.uid)
  })

  test('is written to from when they have an address, and no more from when they have none', async () => {
    const withAddress = (email: string | null) => upsertPeople(db, [{ ...zoe, email }], later).run()
    await withAddress('zoe@example.org')
    await makeStep(db, '2026-12', 'invitation', now)
    expect(await readStates(db)).toContain('Zoé: invitation pending')
    await withAddress(null)
    expect(await readStates(db)).toContain('Zoé: invitation cancelled (no_address)')
  })

  test('has a number: without either nobody could reach them', async () => {
    await expect(upsertPeople(db, [{ ...zoe, phone: null }], later).run()).rejects.toThrow('CHECK')
  })
})
