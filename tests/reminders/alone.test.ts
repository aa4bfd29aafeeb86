import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertInvitations } from '#shared/db/invitations.ts'
import { insertNews } from '#shared/db/news.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import { insertBeginning } from '#shared/db/rounds.ts'
import type { Change } from '#shared/domain/change.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// One mail that cannot be read, written or carried stops no other.

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const pau = groupUid('Pau')
const huge = 'a word that is said again and again '.repeat(60_000)

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Sète: ['Max'] }, start)
})

const arrived = () => Object.fromEntries([...world.mailbox.messages.deliveries].sort())

/** A write to Pau of so many new activities, by Lou, of which Sam is told. */
async function write(number: number, rows: number): Promise<void> {
  const changes: Change[] = Array.from({ length: rows }, (_, row) => ({
    list: 'activities',
    row: `activity-${number}-${row}`,
    added: { title: `Stand au marché de la place numéro ${row}`, held_on: '2026-11-12', kind: 'stand', attendees: 12 },
  }))
  const revision = { group: pau, number, author: 'referent' as const, person: personUid('Lou'), changes }
  const told = [
    { kind: 'receipt' as const, person: personUid('Lou') },
    { kind: 'news' as const, person: personUid('Sam') },
  ]
  await world.db.batch([
    insertRevisions(world.db, [revision], start),
    ...insertNews(world.db, { group: pau, since: number, told }, start),
  ])
}

describe('a mail alone fails', () => {
  test('whose reader’s name is longer than a mail may be; all others of its batch leave', async () => {
    await world.db
      .prepare('UPDATE person SET name = ?1 WHERE uid = ?2')
      .bind(huge.slice(0, 300_000), personUid('Noa'))
      .run()
    await makeStep(world.db, '2026-12', 'invitation', start)
    await world.tick(start)
    expect(arrived()).toEqual({ 'lou@example.org': 1, 'max@example.org': 1, 'sam@example.org': 1 })
    expect((await readStates(world.db)).join('\n')).toMatch(/invitation failed \(too_large\)/)
  })

  test('of which the database gives a value that is too large; all others of its batch leave', async () => {
    await makeStep(world.db, '2026-12', 'invitation', start)
    await write(2, 1)
    await write(3, 1)
    // D1 takes each of these values, and does not give both in one
    const large = JSON.stringify([
      { list: 'group', row: pau, field: 'note', before: null, after: huge.slice(0, 1_200_000) },
    ])
    await world.db.prepare('UPDATE revision SET changes = ?1 WHERE number > 1').bind(large).run()
    await world.tick(minutesOn(11))
    const states = await readStates(world.db)
    expect(states.filter((line) => line.includes('invitation sent'))).toHaveLength(4)
    expect(states.filter((line) => /receipt|news/.test(line))).toEqual([
      'Lou: receipt failed (too_large)',
      'Sam: news failed (too_large)',
    ])
  })
})

test('a write of thousands of rows is told in a mail of ordinary size, which says how much more there is', async () => {
  for (let number = 2; number < 8; number++) await write(number, 2500)
  await world.tick(minutesOn(11))
  expect(arrived()).toEqual({ 'lou@example.org': 1, 'sam@example.org': 1 })
  const messages = await world.mailbox.messages.list()
  for (const { size } of messages) expect(size).toBeLessThan(60_000)
  const told = messages.map(({ text }) => text).join('\n')
  expect(told).toMatch(/et 14\s?960 autres/)
  expect(told).toMatch(/et 14\s?994 autres/)
})

test('whoever is referent of five hundred groups gets a mail of ordinary size', async () => {
  const towns = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`Bourg ${n}`, ['Lou']]))
  await makeGroups(world.db, towns, start)
  await makeStep(world.db, '2026-12', 'invitation', start)
  await world.tick(start)
  const message = (await world.mailbox.messages.list('lou@example.org'))[0]
  expect(message?.size).toBeLessThan(60_000)
  expect(message?.subject).toMatch(/^Vos 501 groupes/)
  expect(message?.text).toContain('et 496 autres groupes')
  expect(message?.text).toContain('personne référente de 501 groupes.')
})

test('a step that cannot be taken keeps no mail from leaving', async () => {
  await write(2, 3)
  await insertBeginning(world.db, new Date('2026-11-01T09:00:00Z')).run()
  await world.db
    .prepare(`CREATE TRIGGER no_round BEFORE INSERT ON round BEGIN SELECT RAISE(ABORT, 'no round today'); END`)
    .run()
  await expect(world.tick(minutesOn(11))).rejects.toThrow()
  await world.db.prepare('DROP TRIGGER no_round').run()
  expect(await world.db.prepare('SELECT count(*) AS rounds FROM round').first('rounds')).toBe(0)
  expect(arrived()).toEqual({ 'lou@example.org': 1, 'sam@example.org': 1 })
})

test('invitations that cannot be ended keep no mail from leaving', async () => {
  await write(2, 3)
  const ida = {
    uid: 'row-of-ida',
    name: 'Ida',
    email: 'ida@example.org',
    phone: null,
    role: null,
    mailbox: 'i'.repeat(43),
  }
  const inviting = { group: pau, by: personUid('Lou'), invited: [ida] }
  await world.db.batch(insertInvitations(world.db, inviting, new Date('2026-10-01T09:00:00Z')))
  await world.db
    .prepare(
      `CREATE TRIGGER no_end BEFORE UPDATE OF answer ON invitation BEGIN SELECT RAISE(ABORT, 'no end today'); END`,
    )
    .run()
  await expect(world.tick(minutesOn(11))).rejects.toThrow()
  await world.db.prepare('DROP TRIGGER no_end').run()
  expect(arrived()).toMatchObject({ 'lou@example.org': 1, 'sam@example.org': 1 })
})
