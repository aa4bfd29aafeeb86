import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { ask } from '#shared/db/ask.ts'
import { writeConsents } from '#shared/db/consents.ts'
import { endMemberships } from '#shared/db/people.ts'
import { findPersonData } from '#shared/db/person-data.ts'
import { readOnly } from '#shared/db/read-only.ts'
import { deleteUnsubscription, insertUnsubscription, listLastReader } from '#shared/db/suppressions.ts'
import { hashToken } from '#shared/domain/link.ts'
import type { ConsentField } from '#shared/domain/public-group.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { makeLink } from '#tests/support/links.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'

const now = new Date('2026-12-01T09:00:00Z')
let db: D1Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam', 'Ada'] }, now)
  await db.batch([
    db.prepare('UPDATE local_group SET on_map = 1'),
    db.prepare("UPDATE person SET phone = '+33600000000'"),
  ])
})

const agree = (name: string, ...fields: ConsentField[]) =>
  db.batch(writeConsents(db, personUid(name), Object.fromEntries(fields.map((field) => [field, 'Oui.'])), now))
const leave = (...names: string[]) =>
  endMemberships(
    db,
    names.map((name) => ({ group: groupUid('Pau'), uid: personUid(name) })),
    now,
  ).run()
const suppress = (name: string) =>
  db
    .prepare(`INSERT INTO suppression (address, reason, since_at) VALUES (?1, 'hard_bounce', ?2)`)
    .bind(addressOf(name), now.toISOString())
    .run()
const pauOf = async (name: string) => (await findPersonData(db, movement.sections, personUid(name)))?.groups[0]

describe('of a group, everybody sees', () => {
  const whole = { name: 'Sam', email: 'sam@example.org', phone: '+33600000000' }
  const nothing = { name: null, email: null, phone: null }

  test.each<[fields: ConsentField[]]>([
    [['name']],
    [['email']],
    [['phone']],
    [['name', 'phone']],
    [['email', 'phone']],
  ])('of somebody who agreed to %j that, and nothing else', async (fields) => {
    await agree('Sam', ...fields)
    const shown = Object.fromEntries(fields.map((field) => [field, whole[field]]))
    expect((await pauOf('Lou'))?.shown?.people).toEqual([{ id: expect.any(Number), ...nothing, ...shown, own: {} }])
  })

  test('nothing of whoever took it back, or left', async () => {
    await agree('Sam', 'name', 'email', 'phone')
    await agree('Sam')
    await agree('Ada', 'name', 'email', 'phone')
    await leave('Ada')
    expect((await pauOf('Lou'))?.shown?.people).toEqual([])
  })

  test('nothing at all when it does not want to be on the map', async () => {
    await agree('Sam', 'name')
    await db.prepare('UPDATE local_group SET on_map = 0').run()
    expect((await pauOf('Lou'))?.shown).toBeNull()
  })
})

const linkHashOf = async (name: string) =>
  hashToken(await makeLink(db, name, { secret: 's'.repeat(32), expiresAt: new Date('2027-01-01T00:00:00Z') }, now))

test('whoever wants our mails again gets them, also if they came back: they have come by one', async () => {
  const suppressed = () => db.prepare('SELECT count(*) AS n FROM suppression').first<number>('n')
  const [lou, sam] = [await linkHashOf('Lou'), await linkHashOf('Sam')]
  await db.batch(insertUnsubscription(db, lou, now))
  await suppress('Sam')
  expect(await suppressed()).toBe(2)
  await db.batch([...deleteUnsubscription(db, lou), ...deleteUnsubscription(db, sam)])
  expect(await suppressed()).toBe(0)
})

describe('somebody is the last one whom we can write to', () => {
  const last = async (name: string) => {
    const hash = await linkHashOf(name)
    const { groups } = await ask(readOnly(db), { groups: listLastReader(readOnly(db), hash, movement.writesTo) })
    return [(await pauOf(name))?.isAlone, groups.length > 0]
  }

  test('not while another address works', async () => {
    await suppress('Ada')
    expect(await last('Lou')).toEqual([false, false])
  })

  test('once the others have left, or their addresses do not work', async () => {
    await leave('Sam')
    await suppress('Ada')
    expect(await last('Lou')).toEqual([true, true])
  })
})
