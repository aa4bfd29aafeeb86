import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '#scripts/local/database.ts'
import type { Step } from '#scripts/mailbox/faults.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { type Entry, readOutbox } from '#tests/support/outbox.ts'
import { type RelanceProcess, startRelanceProcess } from '#tests/support/relance-process.ts'
import { makeRung } from '#tests/support/rounds.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const people = Array.from({ length: 200 }, (_, n) => `Personne ${n}`)
/** What one sender holds at the moment it dies. */
const chunk = 16
const forever = { wait: 600_000 }

let folder: string
let mailbox: Mailbox
let sender: RelanceProcess | null = null
/** Each sender comes so much later than the one before that what that one held is free. */
let now = start

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-killed-'))
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  await withDatabase(folder, async (db) => {
    await makeGroups(db, Object.fromEntries(people.map((name, n) => [`Ville ${n}`, [name]])), start)
    await makeRung(db, '2026-12', 'invitation', start)
  })
})
afterAll(async () => {
  await sender?.kill()
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
})

async function begin(): Promise<RelanceProcess> {
  now = new Date(now.getTime() + 10 * 60_000)
  sender = await startRelanceProcess({ folder, mailUrl: mailbox.smtpUrl, clock: now })
  return sender
}

/** Starts a sender, and kills it once `isTime`. */
async function killWhen(isTime: () => boolean): Promise<void> {
  const running = await begin()
  const tick = running.tick(now)
  await expect.poll(isTime, { timeout: 30_000, interval: 2 }).toBe(true)
  await running.kill()
  await tick
  sender = null
}

const arrived = () => people.map((name) => mailbox.letters.deliveriesTo(addressOf(name)))
const outbox = () => withDatabase(folder, readOutbox)
const inState = (entries: readonly Entry[], ...states: string[]) =>
  entries.filter(({ state }) => states.includes(state))

describe('a sender that is killed', () => {
  test.each<[string, Step]>([
    ['before it is connected', 'connect'],
    ['after MAIL', 'mail'],
    ['after RCPT', 'rcpt'],
    ['after DATA', 'data'],
    ['in the body', 'body'],
    ['after the final dot', 'kept'],
  ])(
    '%s leaves nobody with two mails, and no more in doubt than it held',
    async (_, at) => {
      const inDoubt = inState(await outbox(), 'sending', 'unknown').length
      mailbox.faults.add({ at, does: forever })
      await killWhen(() => mailbox.faults.met > 0)
      mailbox.faults.clear()
      expect(Math.max(...arrived())).toBeLessThanOrEqual(1)
      expect(inState(await outbox(), 'sending', 'unknown').length - inDoubt).toBeLessThanOrEqual(chunk)
    },
    90_000,
  )

  test('once the server has taken a whole chunk, before and after that is written down, writes to nobody twice either', async () => {
    for (const more of [chunk, 2 * chunk + 1]) {
      const before = mailbox.letters.deliveries.size
      await killWhen(() => mailbox.letters.deliveries.size >= before + more)
      expect(Math.max(...arrived())).toBeLessThanOrEqual(1)
    }
  }, 90_000)

  test('is followed by one that sends everything else, and says which mails are in doubt', async () => {
    const last = await begin()
    await last.tick(now)
    await last.tick(new Date(now.getTime() + 60_000))
    await last.kill()
    sender = null
    const entries = await outbox()
    expect(inState(entries, 'sent', 'unknown')).toHaveLength(people.length)
    expect(inState(entries, 'unknown').every(({ reason }) => reason === 'stopped_while_sending')).toBe(true)
    expect(inState(entries, 'sent').every(({ to }) => mailbox.letters.deliveriesTo(addressOf(to)) === 1)).toBe(true)
    expect(Math.max(...arrived())).toBe(1)
    expect(inState(entries, 'sent').length).toBeGreaterThan(people.length / 4)
  }, 90_000)
})
