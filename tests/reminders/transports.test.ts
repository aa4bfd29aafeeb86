import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Miniflare } from 'miniflare'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { compatibilityDate } from '#scripts/local/paths.ts'
import { writeMessage } from '#shared/mail/message.ts'
import { sampleNow as now } from '#shared/mail/sample.ts'
import { sampleLinks as links, sampleNamed } from '#shared/mail/samples.ts'
import { brevoMailer } from '#shared/mail/transports/brevo/mailer.ts'
import { cloudflareMailer, type EmailBinding } from '#shared/mail/transports/cloudflare.ts'
import { readMailUrl } from '#shared/mail/transports/mail-url.ts'
import type { Delivery } from '#shared/mail/transports/mailer.ts'
import { type Brevo, startBrevo } from '#tests/support/brevo.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const key = 'xkeysib-0123456789abcdef'
const everybody = ['Lou', 'Noa', 'Sam'].map(addressOf).sort()

async function openRound({ db }: World): Promise<void> {
  await makeGroups(db, { Pau: ['Lou'], Bayonne: ['Sam'], Nantes: ['Noa'] }, start)
  await makeStep(db, '2026-12', 'invitation', start)
}

const messageTo = (uid: string, address: string, kind = 'news') =>
  writeMessage({ uid, to: { name: 'Lou', address }, language: 'fr', ...sampleNamed(kind).mail, links }, movement, now)

describe('Brevo', () => {
  let brevo: Brevo
  let world: World
  beforeAll(async () => {
    brevo = await startBrevo(key)
    world = await startWorld({ mailUrl: brevo.url() })
  })
  afterAll(async () => {
    await world.stop()
    await brevo.stop()
  })
  beforeEach(async () => {
    brevo.clear()
    await world.clear()
    await openRound(world)
  })
  const counts = () =>
    Object.fromEntries([...brevo.sent].map(([address, versions]) => [address, versions.length]).sort())
  const onceEach = Object.fromEntries(everybody.map((address) => [address, 1]))

  test('takes each of the month’s mails with its own button to unsubscribe', async () => {
    await world.tick(start)
    expect(counts()).toEqual(onceEach)
    const unsubscribe = brevo.calls.map(({ headers }) => headers['List-Unsubscribe'])
    expect(new Set(unsubscribe).size).toBe(3)
    expect(brevo.calls.every(({ headers }) => /^[0-9a-f]{8}-[0-9a-f]{4}-8/.test(headers.idempotencyKey ?? ''))).toBe(
      true,
    )
    expect((await readStates(world.db)).every((line) => line.endsWith('sent'))).toBe(true)
  })

  test.each(['drop', 'drop_after', { status: 503, body: {} }] as const)(
    'whose answer is lost (%j) is asked again with the same key, and nobody gets two',
    async (fault) => {
      brevo.faults.push(fault)
      await world.tick(start)
      await world.tick(minutesOn(5))
      expect(counts()).toEqual(onceEach)
      expect((await readStates(world.db)).every((line) => line.endsWith('sent'))).toBe(true)
    },
  )

  test.each([301, 302, 307])(
    'that leads elsewhere (%d) is not followed: no mail and no key goes there, and the mails wait',
    async (status) => {
      const asked: string[] = []
      const elsewhere = createServer((request, response) => {
        asked.push(`${request.method} ${request.headers['api-key']}`)
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in to this network</h1>')
      }).listen(0, '127.0.0.1')
      await once(elsewhere, 'listening')
      const { port } = elsewhere.address() as AddressInfo
      try {
        const headers = { location: `http://127.0.0.1:${port}/` }
        brevo.faults.push(...Array.from({ length: 9 }, () => ({ status, body: {}, headers })))
        await world.tick(start)
        expect(asked).toEqual([])
        expect((await readOutbox(world.db)).every(({ state }) => state === 'pending')).toBe(true)
        brevo.faults.length = 0
        for (const minutes of [5, 60]) await world.tick(minutesOn(minutes))
        expect(counts()).toEqual(onceEach)
      } finally {
        elsewhere.close()
      }
    },
  )

  test('whose answer has no end is heard as far as it matters', async () => {
    brevo.faults.push(...(Array(3).fill('endless') as 'endless'[]))
    await world.tick(start)
    expect(counts()).toEqual(onceEach)
    expect((await readStates(world.db)).every((line) => line.endsWith('sent'))).toBe(true)
  })

  test('whose answers are all lost leaves one mail in doubt, never sent twice, and the others wait for it', async () => {
    brevo.faults.push(...(Array(60).fill('drop') as 'drop'[]))
    await world.tick(start)
    const states = async () => (await readStates(world.db)).map((line) => line.replace(/^.* invitation /, '')).sort()
    expect(await states()).toEqual(['pending', 'pending', 'unknown (lost_after_sending)'])
    brevo.faults.length = 0
    for (const minutes of [5, 60, 600]) await world.tick(minutesOn(minutes))
    expect(await states()).toEqual(['sent', 'sent', 'unknown (lost_after_sending)'])
    expect(Object.values(counts()).every((count) => count === 1)).toBe(true)
  })

  test('that is out of service for hours keeps every mail waiting, and then takes each', async () => {
    const minutes = [0, 5, 20, 60, 120]
    brevo.faults.push(...Array.from({ length: 3 * minutes.length }, () => ({ status: 503, body: {} })))
    for (const minute of minutes) await world.tick(minutesOn(minute))
    expect((await readOutbox(world.db)).every(({ state }) => state === 'pending')).toBe(true)
    expect(await readStates(world.db)).toContainEqual(expect.stringContaining('pending (unreachable)'))
    await world.tick(minutesOn(240))
    await world.tick(minutesOn(480))
    expect(counts()).toEqual(onceEach)
  })

  test('whose first answer is lost and then limits us leaves the mail in doubt: its key is soon forgotten there', async () => {
    brevo.faults.push('drop', { status: 429, body: { code: 'too_many_requests' } })
    await world.tick(start)
    expect((await readStates(world.db)).filter((line) => line.includes('unknown'))).toHaveLength(1)
    await world.tick(minutesOn(60))
    expect(brevo.sent.size).toBe(2)
  })

  test('that limits us is left alone for as long as it says, and nothing is lost', async () => {
    const limit = { status: 429, body: { code: 'too_many_requests' }, headers: { 'x-sib-ratelimit-reset': '1800' } }
    brevo.faults.push(limit)
    await world.tick(start)
    const left = brevo.sent.size
    await world.tick(minutesOn(29))
    expect(brevo.sent.size).toBe(left)
    await world.tick(minutesOn(31))
    expect(counts()).toEqual(onceEach)
  })

  test.each([
    [{ status: 401, body: { code: 'unauthorized', message: 'Key not found' } }, 'login_refused'],
    [{ status: 402, body: { code: 'not_enough_credits' } }, 'busy'],
    [{ status: 400, body: { code: 'invalid_parameter', message: 'sender is not valid' } }, 'sender_refused'],
  ])('that refuses us (%j) keeps the mails waiting', async (fault, reason) => {
    brevo.faults.push(fault)
    await world.tick(start)
    expect((await readOutbox(world.db)).every(({ state }) => state === 'pending')).toBe(true)
    expect((await readStates(world.db)).some((line) => line.includes(reason))).toBe(true)
    await world.tick(minutesOn(120))
    expect(counts()).toEqual(onceEach)
  })

  test('takes many personal mails in one call; one that it refuses does not keep the others from leaving', async () => {
    const route = readMailUrl(brevo.url())
    if (route.to !== 'brevo') throw new Error('a route of Brevo’s')
    const mailer = brevoMailer(route)
    const messages = ['a', 'b', 'c'].map((name) => messageTo(name, `${name}@example.org`))
    expect((await mailer.deliver(messages)).map(({ result }) => result)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(brevo.calls).toHaveLength(1)
    expect(brevo.calls[0]?.messageVersions?.map(({ to }) => to[0]?.email)).toEqual(messages.map(({ to }) => to.address))
    const mixed = [
      messageTo('d', 'd@example.org'),
      messageTo('e', 'refused@example.org'),
      messageTo('f', 'f@example.org'),
    ]
    expect((await mailer.deliver(mixed)).map(({ result }) => result)).toEqual(['accepted', 'refused', 'accepted'])
    expect(counts()).toMatchObject({ 'd@example.org': 1, 'f@example.org': 1 })
    const monthly = ['g', 'h'].map((name) => messageTo(name, `${name}@example.org`, 'invitation'))
    const off = readMailUrl(brevo.url('?one-click=off'))
    if (off.to === 'brevo') await brevoMailer(off).deliver(monthly)
    expect(brevo.calls.at(-1)?.messageVersions).toHaveLength(2)
  })
})

describe('a folder', () => {
  test('keeps each mail as a file that a mail program opens, once each, and waits when it cannot be written to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relance-mails-'))
    const path = join(folder, 'leaving')
    const world = await startWorld({ mailUrl: `file://${path}` })
    try {
      await openRound(world)
      await world.tick(start)
      await world.tick(minutesOn(5))
      const names = (await readdir(path)).filter((name) => name.endsWith('.eml'))
      const mails = await Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(path, name)))))
      expect(mails.flatMap(({ to }) => (to ?? []).map(({ address }) => address)).sort()).toEqual(everybody)
      expect((await readStates(world.db)).every((line) => line.endsWith('sent'))).toBe(true)
      await rm(path, { recursive: true })
      await makeStep(world.db, '2026-12', 'reminder', minutesOn(10))
      await world.tick(minutesOn(10))
      const reminders = (await readOutbox(world.db)).filter(({ kind }) => kind === 'reminder')
      expect(reminders.every(({ state }) => state === 'pending')).toBe(true)
    } finally {
      await world.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('Cloudflare’s Email Service', () => {
  type Sent = Parameters<EmailBinding['send']>[0]
  /** A binding that behaves as Cloudflare documents it: headers from a list, errors with a code. Its own local one (below) has neither. */
  const binding = (code?: string) => {
    const sent: Sent[] = []
    const send = async (message: Sent) => {
      const strange = Object.keys(message.headers).find((name) => !/^(List-Unsubscribe(-Post)?|X-.*)$/.test(name))
      if (strange) throw Object.assign(new Error(`${strange} is not allowed`), { code: 'E_HEADER_NOT_ALLOWED' })
      if (code !== undefined) throw Object.assign(new Error('no'), code === '' ? {} : { code })
      sent.push(message)
      return { messageId: '<x@cloudflare>' }
    }
    return { sent, email: { send } }
  }
  const deliver = async (code?: string): Promise<[Delivery | undefined, Sent[]]> => {
    const { sent, email } = binding(code)
    const [delivery] = await cloudflareMailer(email).deliver([messageTo('a', 'lou@example.org', 'invitation')])
    return [delivery, sent]
  }

  test('is given no header that it refuses, and keeps the button to unsubscribe', async () => {
    const [delivery, sent] = await deliver()
    expect(delivery).toEqual({ result: 'accepted', answer: '<x@cloudflare>' })
    expect(sent).toHaveLength(1)
    expect(Object.keys(sent[0]?.headers ?? {})).toEqual(['List-Unsubscribe', 'List-Unsubscribe-Post'])
    expect(sent[0]).toMatchObject({ to: 'lou@example.org', replyTo: movement.sender.replyTo })
  })

  test('takes our mails by the binding that wrangler runs, whole', async () => {
    const said: string[] = []
    const miniflare = new Miniflare({
      modules: true,
      script: 'export default { fetch: () => new Response() }',
      compatibilityDate,
      email: { send_email: [{ name: 'EMAIL', allowed_sender_addresses: [movement.sender.address] }] },
      handleRuntimeStdio: (out: Readable) => out.on('data', (chunk: Buffer) => said.push(chunk.toString())),
    })
    try {
      const { EMAIL } = await miniflare.getBindings<{ EMAIL: EmailBinding }>()
      const message = messageTo('a', 'lou@example.org', 'invitation')
      const [accepted] = await cloudflareMailer(EMAIL).deliver([message])
      expect(accepted).toMatchObject({ result: 'accepted', answer: expect.stringMatching(/^<.+@.+>$/) })
      await expect.poll(() => said.join(''), { timeout: 10_000 }).toContain(`Subject: ${message.subject}`)
      const file = /Text: (\S+)/.exec(said.join(''))?.[1] ?? expect.fail('no file')
      expect(await readFile(file, 'utf8')).toBe(message.text)
      const stranger = { ...message, from: { name: '', address: 'stranger@example.org' } }
      expect((await cloudflareMailer(EMAIL).deliver([stranger]))[0]?.result).not.toBe('accepted')
    } finally {
      await miniflare.dispose()
    }
  })

  test.each([
    ['E_RECIPIENT_SUPPRESSED', { result: 'refused', cause: 'missing' }],
    ['E_RECIPIENT_NOT_ALLOWED', { result: 'refused', cause: 'policy' }],
    ['E_CONTENT_TOO_LARGE', { result: 'refused', cause: 'too_large' }],
    ['E_RATE_LIMIT_EXCEEDED', { result: 'later', reason: 'busy', everybody: true }],
    ['E_DAILY_LIMIT_EXCEEDED', { result: 'later', reason: 'busy', everybody: true, wait: 3_600_000 }],
    ['E_SENDER_NOT_VERIFIED', { result: 'later', reason: 'sender_refused', everybody: true }],
    ['E_INTERNAL_SERVER_ERROR', { result: 'unknown' }],
    ['', { result: 'unknown' }],
  ])('that says “%s” is understood', async (code, meaning) => {
    expect((await deliver(code))[0]).toMatchObject(meaning)
  })
})

test.each([
  ['brevo://api.brevo.com', 'key'],
  ['brevo+http://key@api.brevo.com', 'this machine'],
  ['smtp://', 'server'],
  ['pigeon://x', 'pigeon'],
  ['smtp://x?tls=perhaps', 'tls'],
])('%s is no way for mails', (url, words) => {
  expect(() => readMailUrl(url)).toThrow(words)
})
