import { setTimeout as sleep } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectTrusting } from '#hosts/node/connect.ts'
import movement from '#sample/movement.ts'
import { main as readBounces } from '#scripts/bounces/main.ts'
import { type MailMessage, writeMessage } from '#shared/mail/message.ts'
import { sampleLinks, samples } from '#shared/mail/samples.ts'
import { openMailer } from '#shared/mail/transports/open-mailer.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { type FarServer, startFarServer } from './far-server.ts'
import { type Relay, startExim, startOpenSmtpd, startPostfix } from './relays.ts'
import { ourDomain, verify } from './signature.ts'
import { spamScores } from './spam.ts'

let dovecot: Dovecot
let far: FarServer
beforeAll(async () => {
  ;[dovecot, far] = await Promise.all([startDovecot(), startFarServer()])
})
afterAll(async () => {
  await dovecot.stop()
  await far.stop()
})

/** Tries until what is looked for is there; what is not is the test's to say. */
async function until(
  isThere: () => Promise<boolean> | boolean,
  meanwhile: () => Promise<void> = async () => undefined,
) {
  for (let tries = 0; tries < 60 && !(await isThere()); tries++) {
    await meanwhile()
    await sleep(500)
  }
}

const relays = { Postfix: startPostfix, Exim: startExim, OpenSMTPD: startOpenSmtpd }

describe.each(Object.entries(relays))('%s', (name, start) => {
  let relay: Relay
  beforeAll(async () => {
    relay = await start({ boxPort: dovecot.lmtpPort, farPort: far.port })
  })
  afterAll(() => relay.stop())

  const reader = `lecture-${name.toLowerCase()}-${process.pid}@${ourDomain}`

  test('hands on every kind of mail as it was written, signed, and as no spam', async () => {
    const written = samples.map(({ mail, reader: to }, index) =>
      writeMessage(
        {
          uid: `${name}-${index}`.toLowerCase(),
          to: { name: to, address: reader },
          language: index % 2 ? 'en' : 'fr',
          ...mail,
          links: sampleLinks,
        },
        movement,
        new Date(),
      ),
    )
    await send(relay, written)
    const box = await dovecot.open(reader)
    await until(async () => (await countIn(box)) === written.length, relay.retry)
    const read = await readAll(box)
    expect(read.map(({ subject }) => subject).toSorted()).toEqual(written.map(({ subject }) => subject).toSorted())
    for (const message of written) await expectSame(message, read)
    const sources = read.map(({ source }) => source)
    expect(await verify(sources)).toEqual(sources.map(() => 'pass'))
    const scores = await spamScores(sources)
    expect(scores.filter(({ score }) => score > 0.5)).toEqual([])
  })

  const domain = `${name.toLowerCase()}.example.net`
  const tookAll = (people: readonly string[]) =>
    people.every((who) => far.taken.some(({ to }) => to === `${who}@${domain}`))

  test('sends back what cannot arrive, which is read and shuts the missing address alone; a greylisted mail arrives', async () => {
    const world = await startWorld({ mailUrl: `smtp://127.0.0.1:${relay.port}?tls=never` })
    try {
      await openRound(
        world,
        ['missing', 'full', 'policy', 'greylisted', 'fine'].map((who) => [who, `${who}@${domain}`]),
      )
      await world.tick()
      const expected = [
        'fine: invitation sent',
        'full: invitation failed (mailbox_returned)',
        'greylisted: invitation sent',
        'missing: invitation failed (address_returned)',
        'policy: invitation failed (us_returned)',
      ]
      const hasCome = async () => {
        await readReturned(world, dovecot)
        return (await readStates(world.db)).filter((state) => !expected.includes(state)).length === 0
      }
      await until(hasCome, relay.retry)
      await until(() => tookAll(['fine', 'greylisted']), relay.retry)
      expect(await readStates(world.db)).toEqual(expected)
      expect(tookAll(['fine', 'greylisted'])).toBe(true)
      expect(await suppressed(world)).toEqual([`missing@${domain}`])
    } finally {
      await world.stop()
    }
  })
})

test('a relay that says of everybody that they are missing shuts nobody', async () => {
  const relay = await startPostfix({ boxPort: dovecot.lmtpPort, farPort: far.port })
  const world = await startWorld({ mailUrl: `smtp://127.0.0.1:${relay.wrongPort}?tls=never` })
  try {
    await openRound(
      world,
      Array.from({ length: 12 }, (_, index) => [`p${index}`, `p${index}@wrong.example.net`]),
    )
    await world.tick()
    expect(await suppressed(world)).toEqual([])
    expect(await readStates(world.db)).toContain('p0: invitation pending (missing_doubted)')
  } finally {
    await world.stop()
    await relay.stop()
  }
})

/** By our own connections, encrypted where the relay offers it. */
async function send(
  { signing: { port, atOnce }, certificate }: Relay,
  messages: readonly MailMessage[],
): Promise<void> {
  const connect = connectTrusting(certificate === null ? [] : [certificate])
  const tls = certificate === null ? 'never' : 'required'
  const mailer = openMailer(`smtp://127.0.0.1:${port}?tls=${tls}`, ourDomain, { connect, email: null, save: null })
  try {
    for (let from = 0; from < messages.length; from += atOnce)
      for (const delivery of await mailer.deliver(messages.slice(from, from + atOnce)))
        expect(delivery, JSON.stringify(delivery)).toMatchObject({ result: 'accepted' })
  } finally {
    mailer.close()
  }
}

async function countIn(box: ImapFlow): Promise<number> {
  // Without it, Dovecot tells of an open mailbox what it was
  await box.noop()
  const status = await box.status('INBOX', { messages: true })
  return status === false ? 0 : (status.messages ?? 0)
}

type Read = Awaited<ReturnType<typeof readAll>>[number]

/** What Dovecot has understood of each message, and the message. */
async function readAll(box: ImapFlow) {
  const messages = await box.fetchAll('1:*', { envelope: true, bodyStructure: true, source: true })
  await box.logout()
  return messages.map(({ envelope, bodyStructure, source }) => ({
    subject: envelope?.subject ?? '',
    messageId: envelope?.messageId,
    from: envelope?.from?.map(({ name, address }) => ({ name, address })),
    to: envelope?.to?.map(({ address }) => address),
    parts: bodyStructure?.childNodes?.map(({ type, parameters }) => `${type} ${parameters?.charset}`.toLowerCase()),
    type: bodyStructure?.type,
    source: String(source),
  }))
}

async function expectSame(message: MailMessage, all: readonly Read[]): Promise<void> {
  const read = all.find(({ messageId }) => messageId === message.messageId)
  expect(read).toMatchObject({
    subject: message.subject,
    from: [message.from],
    to: [message.to.address],
    type: 'multipart/alternative',
    parts: ['text/plain utf-8', 'text/html utf-8'],
  })
  const { headers, text, html } = await PostalMime.parse(read?.source ?? '')
  const kept = Object.fromEntries(headers.map(({ key, value }) => [key, value]))
  for (const [name, value] of Object.entries(message.headers)) expect(kept[name.toLowerCase()], name).toBe(value)
  expect(text?.trim()).toBe(message.text.trim())
  expect(html?.trim()).toBe(message.html.trim())
}

/** A group each, so that nobody's answer counts for another. */
async function openRound(world: World, people: readonly string[][]): Promise<void> {
  await makeGroups(world.db, Object.fromEntries(people.map(([who = '']) => [`Ville ${who}`, [who]])), world.now())
  for (const [who, address] of people)
    await world.db.prepare('UPDATE person SET email = ?2 WHERE name = ?1').bind(who, address).run()
  await makeStep(world.db, '2026-12', 'invitation', world.now())
}

/** As `npm run bounces` does. */
async function readReturned(world: World, { urlOf }: Dovecot): Promise<void> {
  vi.stubEnv('DATA', world.folder)
  vi.stubEnv('BOUNCES_URL', urlOf(movement.sender.address))
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await readBounces([], {}, world.now())
  said.mockRestore()
  vi.unstubAllEnvs()
}

async function suppressed({ db }: World): Promise<unknown[]> {
  const { results } = await db.prepare('SELECT address FROM suppression').all<{ address: string }>()
  return results.map(({ address }) => address)
}
