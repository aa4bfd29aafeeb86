import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SmtpStage } from '#scripts/mailbox/faults.ts'
import { insertBeginning } from '#shared/db/rounds.ts'
import { updateAbandoned } from '#shared/db/sending.ts'
import type { MailState } from '#shared/domain/mail.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startSender } from '#tests/support/sender.ts'
import { type Pause, type WatchedControlSocket, watchControlSocket } from '#tests/support/watched-control-socket.ts'
import { startWorldInWorkerd, type WorldInWorkerd } from '#tests/support/world.ts'

// Senders that are processes of their own, over one database: what Cloudflare runs, where the database is apart too.

const start = new Date('2026-12-01T10:00:00+01:00')
const people = Array.from({ length: 260 }, (_, n) => `Personne ${n}`)

/** How a sender works: over how many connections mails leave, and how many are marked as leaving while its connections wait. */
type Plan = { lines: number; marking: number; vars: Record<string, string> }
const oneMachine: Plan = { lines: 4, marking: 4, vars: {} }
const freePlan: Plan = {
  lines: 1,
  marking: 4,
  vars: { MAILS_AT_ONCE: '4', MAILS_PER_RUN: '4', STATEMENTS_PER_RUN: '50' },
}

let world: WorldInWorkerd
let controlSocket: WatchedControlSocket
/** Each sender comes so much later than the one before that what that one held is free. */
let now = start

beforeAll(async () => {
  world = await startWorldInWorkerd({ clock: start.toISOString() })
  controlSocket = await watchControlSocket(world.controlSocket().port)
})
afterAll(async () => {
  await world?.stop()
  await controlSocket?.stop()
})

async function openRound(): Promise<void> {
  await world.clear()
  now = start
  await makeGroups(world.db, Object.fromEntries(people.map((name, n) => [`Ville ${n}`, [name]])), start)
  await makeStep(world.db, '2026-12', 'invitation', start)
}

const claims = /SET state = 'sending'/
const reads = /INSERT INTO link/
const marks = /SET leaving_at/
const records = /settled_at = iif\(item/

/** Steps at which the server waits while the sender goes on to the final dot. */
const marked: readonly (SmtpStage | Pause)[] = ['data', 'body', 'kept']

/** Starts a sender, and kills it once it has come to where it is kept waiting. */
async function killedAt(at: SmtpStage | Pause, { lines, marking, vars }: Plan): Promise<void> {
  now = new Date(now.getTime() + 10 * 60_000)
  const sender = await startSender({
    folder: world.folder,
    controlSocket: { ...world.controlSocket(), port: controlSocket.port },
    mailUrl: world.mailbox.smtpUrl,
    vars,
  })
  if (typeof at === 'string') world.mailbox.faults.add({ at, does: { wait: 600_000 } })
  else controlSocket.pauseAt(at)
  const isThere = async () => {
    if (typeof at !== 'string') return controlSocket.isPaused()
    return world.mailbox.faults.met === lines && (!marked.includes(at) || (await countMarked()) === marking)
  }
  const tick = sender.tick(now)
  await expect.poll(isThere, { timeout: 30_000, interval: 2 }).toBe(true)
  await sender.kill()
  await tick
  world.mailbox.faults.clear()
  controlSocket.pauseAt(null)
}

const arrived = () => people.map((name) => world.mailbox.messages.deliveriesTo(addressOf(name)))
const arrivals = () => arrived().reduce((sum, count) => sum + count, 0)
async function count(...states: MailState[]): Promise<number> {
  return (await readOutbox(world.db)).filter(({ state }) => states.includes(state)).length
}
const countMarked = () =>
  world.db
    .prepare("SELECT count(*) AS n FROM mail WHERE state = 'sending' AND leaving_at IS NOT NULL")
    .first<number>('n')

/** What a sender leaves behind: mails that arrived, mails in doubt, mails of which it is written that they arrived. */
type Remains = { arrived: number; inDoubt: number; sent: number }

async function remainsAfter(at: SmtpStage | Pause, plan: Plan): Promise<Remains> {
  const before = { arrived: arrivals(), inDoubt: await count('unknown'), sent: await count('sent') }
  await killedAt(at, plan)
  // As the next tick does once the lease has run out
  await updateAbandoned(world.db, new Date(now.getTime() + 9 * 60_000)).run()
  expect(Math.max(...arrived())).toBeLessThanOrEqual(1)
  return {
    arrived: arrivals() - before.arrived,
    inDoubt: (await count('unknown')) - before.inDoubt,
    sent: (await count('sent')) - before.sent,
  }
}

async function isFollowedByOneThatSendsTheRest(): Promise<void> {
  now = new Date(now.getTime() + 10 * 60_000)
  const last = await startSender({
    folder: world.folder,
    controlSocket: world.controlSocket(),
    mailUrl: world.mailbox.smtpUrl,
  })
  await last.tick(now)
  await last.kill()
  const entries = await readOutbox(world.db)
  const inDoubt = entries.filter(({ state }) => state === 'unknown')
  const sent = entries.filter(({ state }) => state === 'sent')
  expect(sent.length + inDoubt.length).toBe(people.length)
  expect(inDoubt.every(({ reason }) => reason === 'stopped_while_sending')).toBe(true)
  expect(sent.every(({ to }) => world.mailbox.messages.deliveriesTo(addressOf(to)) === 1)).toBe(true)
  expect(Math.max(...arrived())).toBe(1)
}

describe('a sender that is killed on one machine', () => {
  beforeAll(openRound)
  const { lines } = oneMachine

  test.each<[string, SmtpStage | Pause, Remains]>([
    ['before it has mails', { side: 'before', statement: claims }, { arrived: 0, inDoubt: 0, sent: 0 }],
    ['once mails are its own', { side: 'after', statement: claims }, { arrived: 0, inDoubt: 0, sent: 0 }],
    ['once it knows what they say', { side: 'after', statement: reads }, { arrived: 0, inDoubt: 0, sent: 0 }],
    ['before it is connected', 'connect', { arrived: 0, inDoubt: 0, sent: 0 }],
    ['after MAIL', 'mail', { arrived: 0, inDoubt: 0, sent: 0 }],
    ['after RCPT', 'rcpt', { arrived: 0, inDoubt: 0, sent: 0 }],
    ['before the first may leave', { side: 'before', statement: marks }, { arrived: 0, inDoubt: 0, sent: 0 }],
    ['once the server took the message', 'data', { arrived: 0, inDoubt: lines, sent: 0 }],
    ['once the server reads the message', 'body', { arrived: 0, inDoubt: lines, sent: 0 }],
    ['after the final dot', 'kept', { arrived: lines, inDoubt: lines, sent: 0 }],
  ])(
    '%s leaves in doubt only what may have arrived',
    async (_, at, expected) => {
      expect(await remainsAfter(at, oneMachine)).toEqual(expected)
    },
    60_000,
  )

  // How many mails a write is about hangs on which connection is quicker
  test.each<[string, Pause]>([
    ['once the first may leave', { side: 'after', statement: marks }],
    ['before the first record', { side: 'before', statement: records }],
    ['after the first record', { side: 'after', statement: records }],
  ])(
    '%s leaves in doubt one mail for each connection at most, and knows of all others',
    async (_, at) => {
      const { arrived, inDoubt, sent } = await remainsAfter(at, oneMachine)
      expect(inDoubt).toBeLessThanOrEqual(lines)
      expect(sent).toBeLessThanOrEqual(arrived)
      expect(arrived).toBeLessThanOrEqual(sent + inDoubt)
    },
    60_000,
  )

  test(
    'is followed by one that sends everything else, and says which mails are in doubt',
    isFollowedByOneThatSendsTheRest,
  )
})

describe('a sender that is killed on the free plan, where statements count,', () => {
  beforeAll(openRound)
  const { marking: chunk } = freePlan

  test.each<[string, SmtpStage | Pause, Remains]>([
    ['before it has mails', { side: 'before', statement: claims }, { arrived: 0, inDoubt: 0, sent: 0 }],
    ['once mails are its own', { side: 'after', statement: claims }, { arrived: 0, inDoubt: 0, sent: 0 }],
    ['before they may leave', { side: 'before', statement: marks }, { arrived: 0, inDoubt: 0, sent: 0 }],
    ['once they may leave', { side: 'after', statement: marks }, { arrived: 0, inDoubt: chunk, sent: 0 }],
    ['before it is connected', 'connect', { arrived: 0, inDoubt: chunk, sent: 0 }],
    ['after DATA', 'data', { arrived: 0, inDoubt: chunk, sent: 0 }],
    ['after the final dot', 'kept', { arrived: 1, inDoubt: chunk, sent: 0 }],
    ['before the record of it', { side: 'before', statement: records }, { arrived: chunk, inDoubt: chunk, sent: 0 }],
    ['after the record of it', { side: 'after', statement: records }, { arrived: chunk, inDoubt: 0, sent: chunk }],
  ])(
    '%s leaves in doubt exactly what it held',
    async (_, at, expected) => {
      expect(await remainsAfter(at, freePlan)).toEqual(expected)
    },
    60_000,
  )

  test(
    'is followed by one that sends everything else, and says which mails are in doubt',
    isFollowedByOneThatSendsTheRest,
  )
})

test('a round whose sender is killed before and after each of its slices is written by the next, and everybody gets one mail', async () => {
  await world.clear()
  now = start
  await makeGroups(world.db, Object.fromEntries(people.map((name, n) => [`Ville ${n}`, [name]])), start)
  await insertBeginning(world.db, new Date(start.getTime() - 86_400_000)).run()
  // 260 people are two slices: one with the round, and one after it
  const first = /INSERT INTO round /
  const second = /^(?![\s\S]*INSERT INTO round )[\s\S]*SET written_until/
  for (const statement of [first, second])
    for (const side of ['before', 'after'] as const) {
      await killedAt({ side, statement }, oneMachine)
      expect(arrivals()).toBe(0)
    }
  now = new Date(now.getTime() + 10 * 60_000)
  const both = await Promise.all(
    [1, 2].map(() =>
      startSender({ folder: world.folder, controlSocket: world.controlSocket(), mailUrl: world.mailbox.smtpUrl }),
    ),
  )
  for (let tick = 0; tick < 2; tick++) await Promise.all(both.map((sender) => sender.tick(now)))
  await Promise.all(both.map((sender) => sender.kill()))
  expect(arrived()).toEqual(people.map(() => 1))
  expect(await count('sent')).toBe(people.length)
  const counted = 'SELECT (SELECT count(*) FROM round_snapshot) AS groups, (SELECT count(*) FROM event) AS events'
  expect(await world.db.prepare(counted).first()).toEqual({ groups: people.length, events: 1 })
}, 60_000)

describe('senders that come at once', () => {
  test.each([2, 8])(
    '%i of them write to everybody once, between them',
    async (howMany) => {
      await openRound()
      const senders = await Promise.all(
        Array.from({ length: howMany }, (_, n) =>
          startSender({
            folder: world.folder,
            controlSocket: world.controlSocket(),
            mailUrl: world.mailbox.smtpUrl,
            // Its letters say which one wrote them
            vars: { PUBLIC_URL: `https://sender-${n}.example.org` },
          }),
        ),
      )
      // Nobody is done before the others have begun
      world.mailbox.faults.add({ at: 'rcpt', does: { wait: 20 } })
      const ends = await Promise.all(senders.map(({ tick }) => tick(start)))
      await Promise.all(senders.map(({ kill }) => kill()))
      expect(ends).toEqual(senders.map(() => true))
      expect(arrived()).toEqual(people.map(() => 1))
      expect(await count('sent')).toBe(people.length)
      const messages = await world.mailbox.messages.list()
      const writers = new Set(messages.map((message) => /sender-\d/.exec(message.text)?.[0]))
      expect(writers.size).toBeGreaterThan(1)
    },
    60_000,
  )
})
