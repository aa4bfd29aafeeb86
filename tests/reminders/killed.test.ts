import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withDatabase } from '#scripts/local/database.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { type RelanceProcess, startRelanceProcess } from '#tests/support/relance-process.ts'
import { makeRung } from '#tests/support/rounds.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const people = Array.from({ length: 70 }, (_, n) => `Personne ${n}`)

let folder: string
let mailbox: Mailbox
let running: RelanceProcess | null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-killed-'))
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  await withDatabase(folder, async (db) => {
    await makeGroups(db, Object.fromEntries(people.map((name, n) => [`Ville ${n}`, [name]])), start)
    await makeRung(db, '2026-12', 'invitation', start)
  })
})
afterEach(async () => {
  await running?.kill()
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
})

const begin = async () => {
  running = await startRelanceProcess({ folder, mailUrl: mailbox.smtpUrl, clock: start })
  return running
}

/** Kills the sender once the server has kept so many mails. */
async function killAfter(kept: number): Promise<void> {
  const sender = await begin()
  const tick = sender.tick(start)
  while (mailbox.letters.deliveries.size < kept) await wait(2)
  await sender.kill()
  await tick
  running = null
}

async function outcome() {
  const entries = await withDatabase(folder, readOutbox)
  const counts = people.map((name) => mailbox.letters.deliveriesTo(addressOf(name)))
  return {
    twice: counts.filter((count) => count > 1).length,
    sentAndArrived: entries.filter(
      ({ state, to }) => state === 'sent' && mailbox.letters.deliveriesTo(addressOf(to)) === 1,
    ).length,
    unknown: entries.filter(({ state, reason }) => state === 'unknown' && reason === 'stopped_while_sending').length,
    forgotten: entries.filter(({ state }) => state !== 'sent' && state !== 'unknown').length,
  }
}

describe('a sender that is killed while it sends', () => {
  test.each([
    ['in the middle of its work', 12, 40],
    ['between the last bytes and the server’s answers', 4, 5000],
  ])(
    '%s, and started again, writes to nobody twice and forgets nobody',
    async (_, kept, answersAfter) => {
      mailbox.faults.add({ at: 'kept', does: { wait: answersAfter } })
      await killAfter(kept)
      mailbox.faults.clear()
      const again = await begin()
      for (const minutes of [1, 2, 3, 4, 30]) await again.tick(minutesOn(minutes))
      await again.kill()
      running = null
      const { twice, sentAndArrived, unknown, forgotten } = await outcome()
      expect({ twice, forgotten }).toEqual({ twice: 0, forgotten: 0 })
      // What one sender held at the moment it died: one chunk
      expect(unknown).toBeLessThanOrEqual(30)
      expect(unknown).toBeGreaterThan(0)
      expect(sentAndArrived).toBe(people.length - unknown)
    },
    90_000,
  )
})
