import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertNewLink } from '#shared/db/outbox.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// A machine whose clock was ahead, and was set right.

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true })
})
afterAll(() => world.stop())

const start = new Date('2026-12-01T10:00:00+01:00')
const ahead = new Date('2027-03-05T10:00:00+01:00')
const hoursOn = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const states = async () => (await readOutbox(world.db)).map(({ to, state }) => `${to} ${state}`).sort()

beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'], Bayonne: ['Sam'] }, start)
  await makeStep(world.db, '2026-12', 'invitation', start)
})

test('a server that had enough then is tried again now, and nobody waits for that month', async () => {
  world.mailbox.faults.add({ at: 'rcpt', does: { answer: '421 4.7.0 come back later' } })
  await world.tick(start)
  expect(await states()).toEqual(['Lou pending', 'Sam pending'])
  // As if that had been three months later
  const later = "strftime('%Y-%m-%dT%H:%M:%fZ', due_at, '+90 days')"
  await world.db.batch([
    world.db.prepare(`UPDATE mail SET due_at = ${later}`),
    world.db.prepare(`UPDATE mail_control SET backoff_until = ${later.replace('due_at', 'backoff_until')}`),
  ])
  world.mailbox.faults.clear()
  await world.tick(hoursOn(1))
  await world.tick(hoursOn(25))
  expect(await states()).toEqual(['Lou sent', 'Sam sent'])
})

test('a link that was asked for then leaves now, and so does what a sender that died had taken', async () => {
  await world.tick(start)
  await insertNewLink(world.db, { address: addressOf('Lou') }, ahead).run()
  await world.db.batch([
    world.db.prepare(
      "UPDATE mail SET state = 'sending', lease_id = 'gone', lease_until = '2027-03-05T09:02:00.000Z', leaving_at = NULL, settled_at = NULL WHERE person_id = (SELECT id FROM person WHERE name = 'Sam')",
    ),
  ])
  await world.tick(hoursOn(1))
  expect(await states()).toEqual(['Lou sent', 'Lou sent', 'Sam sent'])
})

test('what was counted in the hours to come is not held against the caps', async () => {
  await world.db.prepare("INSERT INTO mail_hour (hour, mails, named) VALUES ('2027-03-05T09', 100000, 0)").run()
  await world.tick(start)
  expect(await states()).toEqual(['Lou sent', 'Sam sent'])
})

test('a round opens although the sender first looked in a month to come', async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'] }, start)
  await world.tick(new Date('2026-11-10T10:00:00+01:00'))
  await world.db.prepare("UPDATE installation SET began_at = '2027-03-05T09:00:00.000Z'").run()
  await world.tick(new Date('2026-11-30T10:00:00+01:00'))
  await world.tick(start)
  expect(await states()).toEqual(['Lou sent'])
})
