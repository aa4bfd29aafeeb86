import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withDatabase } from '#scripts/local/database.ts'
import type { SmtpStage } from '#scripts/mailbox/faults.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { type Entry, outboxNow, readOutbox } from '#tests/support/outbox.ts'
import { type Program, startProgram } from '#tests/support/program.ts'

const people = ['Lou', 'Sam', 'Noa']
/** Whoever stops a container kills it after this many milliseconds. */
const patience = 10_000

let folder: string
let mailbox: Mailbox
let started: Program[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  started = []
  await withDatabase(folder, (db) => makeGroups(db, { Pau: people }, new Date()))
})
afterEach(async () => {
  for (const program of started) program.signal('SIGKILL')
  await Promise.all(started.map(({ ended }) => ended))
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
})

/** `npm start`, once its first tick is over: from here on only pages make mails leave. */
async function start(): Promise<{ program: Program; url: string }> {
  const program = startProgram('start', [], { env: { DATA: folder, PORT: '0', MAIL_URL: mailbox.smtpUrl } })
  started.push(program)
  const [, url = ''] = await program.until(/form +(http:\S+)[\s\S]*Ctrl-C/)
  await expect.poll(beganAt, { timeout: 10_000 }).not.toBeNull()
  return { program, url }
}
const beganAt = () =>
  withDatabase(folder, (db) => db.prepare('SELECT began_at FROM installation').first<string>('began_at'))

async function askForLink(url: string, name: string): Promise<void> {
  const sent = await submit(await open(`${url}/new-link`), { email: addressOf(name) })
  expect(textOf(sent)).toMatch(/mail/)
}

const told = (entries: readonly Entry[]) => entries.map(({ to, state }) => `${to} ${state}`).sort()
const states = () => withDatabase(folder, async (db) => told(await readOutbox(db)))
const statesWhileStopped = () => withDatabase(folder, async (db) => told(await outboxNow(db)))
const deliveries = () => people.map((name) => mailbox.messages.deliveriesTo(addressOf(name)))

/** Asks it to end, as whoever runs it does, and says how long that took. */
async function stop(program: Program, signal: NodeJS.Signals): Promise<number> {
  const asked = performance.now()
  program.signal(signal)
  expect(await program.ended).toBe(0)
  return performance.now() - asked
}

describe('a link that a page promised just before the server is stopped', () => {
  test.each<[signal: NodeJS.Signals, after: number, server: number]>([
    ['SIGTERM', 0, 0],
    ['SIGINT', 30, 300],
  ])('leaves once: %s %i ms after it, at a server that takes %i ms for each word', async (signal, after, server) => {
    for (const at of ['connect', 'mail', 'rcpt', 'kept'] as const) mailbox.faults.add({ at, does: { wait: server } })
    const first = await start()
    for (const name of people) await askForLink(first.url, name)
    await sleep(after)
    await stop(first.program, signal)
    expect((await statesWhileStopped()).every((line) => /(sent|pending)$/.test(line))).toBe(true)
    mailbox.faults.clear()
    await start()
    await expect.poll(states, { timeout: 10_000 }).toEqual(people.map((name) => `${name} sent`).sort())
    expect(deliveries()).toEqual([1, 1, 1])
  })

  test.each<SmtpStage>(['connect', 'rcpt'])(
    'waits for the next start when the server hangs at %s, and the stop does not wait for the server',
    async (at) => {
      mailbox.faults.add({ at, does: { wait: 600_000 } })
      const first = await start()
      for (const name of people) await askForLink(first.url, name)
      await expect.poll(() => mailbox.faults.met, { timeout: 10_000 }).toBeGreaterThan(0)
      expect(await stop(first.program, 'SIGTERM')).toBeLessThan(patience)
      expect(await statesWhileStopped()).toEqual(people.map((name) => `${name} pending`).sort())
      mailbox.faults.clear()
      await start()
      await expect.poll(deliveries, { timeout: 10_000 }).toEqual([1, 1, 1])
    },
  )

  test('is in doubt only if its last byte has left, and the server says nothing', async () => {
    mailbox.faults.add({ at: 'kept', does: { wait: 600_000 }, times: 1 })
    const first = await start()
    await askForLink(first.url, 'Lou')
    await expect.poll(() => mailbox.faults.met, { timeout: 10_000 }).toBe(1)
    expect(await stop(first.program, 'SIGTERM')).toBeLessThan(patience)
    expect(await statesWhileStopped()).toEqual(['Lou unknown'])
    const { url } = await start()
    await askForLink(url, 'Sam')
    await expect.poll(states, { timeout: 10_000 }).toEqual(['Lou unknown', 'Sam sent'])
    expect(deliveries()).toEqual([1, 1, 0])
  })

  test('leaves at the next start when everything was killed before it did', async () => {
    mailbox.faults.add({ at: 'rcpt', does: { wait: 600_000 } })
    const first = await start()
    await askForLink(first.url, 'Lou')
    await expect.poll(() => mailbox.faults.met, { timeout: 10_000 }).toBe(1)
    first.program.signal('SIGKILL')
    await first.program.ended
    mailbox.faults.clear()
    await start()
    await expect.poll(states, { timeout: 10_000 }).toEqual(['Lou sent'])
    expect(deliveries()).toEqual([1, 0, 0])
  })
})
