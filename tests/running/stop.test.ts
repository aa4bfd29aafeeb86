import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startRelance } from '#hosts/node/relance.ts'
import fixed from '#sample/movement.config.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { superviseServer } from '#scripts/local/keep-serving.ts'
import type { SmtpStage } from '#scripts/mailbox/faults.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { type Entry, outboxNow, readOutbox } from '#tests/support/outbox.ts'
import { startProgram } from '#tests/support/program.ts'
import { copyDatabase } from '#tests/support/template.ts'

const people = ['Lou', 'Sam', 'Noa']
/** Whoever stops a container kills it after this many milliseconds. */
const patience = 10_000

let folder: string
let mailbox: Mailbox
let started: { end: () => Promise<unknown> }[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  await copyDatabase(folder)
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  started = []
  // What a server says of its end
  for (const output of ['log', 'error'] as const) vi.spyOn(console, output).mockReturnValue()
  await withDatabase(folder, (db) => makeGroups(db, { Pau: people }, new Date()))
})
afterEach(async () => {
  await Promise.all(started.map(({ end }) => end()))
  vi.restoreAllMocks()
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A server that has begun: from here on only pages make mails leave. `stop` asks it to end, and says how long that took. */
type Running = { url: string; stop: () => Promise<number> }

/** What `npm start` keeps running, in this process. */
async function start(place = folder): Promise<Running> {
  const relance = await startRelance({ fixed, folder: place, port: 0, mailUrl: mailbox.smtpUrl, isQuiet: true })
  const asked = Promise.withResolvers<void>()
  const ended = superviseServer(relance, asked.promise, relance.stop)
  const stop = async () => {
    asked.resolve()
    await ended
  }
  started.push({ end: () => relance.stop().then(stop) })
  await expect.poll(() => beganAt(place), { timeout: 10_000 }).not.toBeNull()
  return { url: relance.url, stop: () => took(stop) }
}

/** `npm start`, a program of its own. */
async function startAsProgram(signal: NodeJS.Signals): Promise<Running> {
  const program = startProgram('start', [], { env: { DATA: folder, PORT: '0', MAIL_URL: mailbox.smtpUrl } })
  started.push({
    end: () => {
      program.signal('SIGKILL')
      return program.ended
    },
  })
  const [, url = ''] = await program.until(/form +(http:\S+)[\s\S]*Ctrl-C/)
  await expect.poll(() => beganAt(folder), { timeout: 10_000 }).not.toBeNull()
  const stop = async () => {
    program.signal(signal)
    expect(await program.ended).toBe(0)
  }
  return { url, stop: () => took(stop) }
}

async function took(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
const beganAt = (place: string) =>
  withDatabase(place, (db) => db.prepare('SELECT began_at FROM installation').first<string>('began_at'))

async function askForLink(url: string, name: string): Promise<void> {
  const sent = await submit(await open(`${url}/new-link`), { email: addressOf(name) })
  expect(textOf(sent)).toMatch(/mail/)
}

const told = (entries: readonly Entry[]) => entries.map(({ to, state }) => `${to} ${state}`).sort()
const states = () => withDatabase(folder, async (db) => told(await readOutbox(db)))
const statesWhileStopped = () => withDatabase(folder, async (db) => told(await outboxNow(db)))
const deliveries = () => people.map((name) => mailbox.messages.deliveriesTo(addressOf(name)))

describe('a link that a page promised just before the server is stopped', () => {
  test.each([
    { how: 'asked to end', begin: () => start(), after: 0, server: 0 },
    { how: 'by SIGINT', begin: () => startAsProgram('SIGINT'), after: 30, server: 300 },
  ])(
    'leaves once: $how, $after ms after it, at a server that takes $server ms for each word',
    async ({ begin, after, server }) => {
      for (const at of ['connect', 'mail', 'rcpt', 'kept'] as const) mailbox.faults.add({ at, does: { wait: server } })
      const first = await begin()
      for (const name of people) await askForLink(first.url, name)
      await sleep(after)
      await first.stop()
      expect((await statesWhileStopped()).every((line) => /(sent|pending)$/.test(line))).toBe(true)
      mailbox.faults.clear()
      await start()
      await expect.poll(states, { timeout: 10_000 }).toEqual(people.map((name) => `${name} sent`).sort())
      expect(deliveries()).toEqual([1, 1, 1])
    },
  )

  test.each<SmtpStage>(['connect', 'rcpt'])(
    'waits for the next start when the server hangs at %s, and the stop does not wait for the server',
    async (at) => {
      mailbox.faults.add({ at, does: { wait: 600_000 } })
      const first = await start()
      for (const name of people) await askForLink(first.url, name)
      await expect.poll(() => mailbox.faults.met, { timeout: 10_000 }).toBeGreaterThan(0)
      expect(await first.stop()).toBeLessThan(patience)
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
    expect(await first.stop()).toBeLessThan(patience)
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
    // What a kill leaves: the files as they are
    const left = `${folder}-left`
    await mkdir(left)
    for (const name of ['relance.sqlite', 'relance.sqlite-wal', 'secret'])
      await copyFile(join(folder, name), join(left, name))
    await first.stop()
    mailbox.faults.clear()
    await start(left)
    await expect
      .poll(() => withDatabase(left, async (db) => told(await readOutbox(db))), { timeout: 10_000 })
      .toEqual(['Lou sent'])
    expect(deliveries()).toEqual([1, 0, 0])
    // A server that is killed again and again would have used up the hour, with nothing sent
    const counted = (db: D1Database) => db.prepare('SELECT sum(mails) AS mails FROM mail_hour').first<number>('mails')
    expect(await withDatabase(left, counted)).toBe(1)
  })
})
