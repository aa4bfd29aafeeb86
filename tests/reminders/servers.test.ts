import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '#tests/support/certificate.ts'
import { type Counter, openCounter, type Post, scriptAt, smtpAt } from '#tests/support/mail-server.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { readOutbox, readStates } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const people = ['Lou', 'Noa', 'Sam']
const certificate = makeCertificate()
const password = 'sésame, ouvre-toi'

const trusted = process.env.NODE_EXTRA_CA_CERTS
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-tls-'))
  await writeFile(join(folder, 'trusted.pem'), certificate.cert)
  process.env.NODE_EXTRA_CA_CERTS = join(folder, 'trusted.pem')
})
afterAll(async () => {
  if (trusted === undefined) delete process.env.NODE_EXTRA_CA_CERTS
  else process.env.NODE_EXTRA_CA_CERTS = trusted
  await rm(folder, { recursive: true })
})

let counter: Counter
let world: World

/** A world that writes to a counter, by the address that is made of its port. */
function atAddress(mailUrl: (port: number) => string) {
  beforeAll(async () => {
    counter = await openCounter()
    world = await startWorld({ mailUrl: mailUrl(counter.port) })
  })
  afterAll(async () => {
    await world.stop()
    await counter.stop()
  })
  beforeEach(async () => {
    await world.clear()
    await makeGroups(world.db, { Pau: ['Lou'], Bayonne: ['Sam'], Nantes: ['Noa'] }, start)
    await makeStep(world.db, '2026-12', 'invitation', start)
  })
  afterEach(() => counter.serve((socket) => socket.destroy()))
}

const signedIn: SMTPServerOptions = {
  onAuth: ({ username, password: given }, _session, done) =>
    given === password ? done(null, { user: username }) : done(new Error('no such user or password')),
}
const recipients = (posts: readonly Post[]) => posts.flatMap(({ to }) => to).sort()
const everybody = people.map(addressOf).sort()
const reasons = async () => [...new Set((await readOutbox(world.db)).map(({ state, reason }) => `${state} ${reason}`))]
const isSent = async () => (await readStates(world.db)).every((line) => line.endsWith('sent'))
const login = `reseau:${encodeURIComponent(password)}`

describe('a return path', () => {
  describe('of its own each mail has where the address says so, and it names the mail', () => {
    atAddress((port) => `smtp://127.0.0.1:${port}?tls=never&verp=on&return-path=rebonds%40archipel.example.org`)

    test('in the envelope alone', async () => {
      const posts = smtpAt(counter, { authOptional: true })
      await world.tick(start)
      const uids = await world.db.prepare('SELECT uid FROM mail ORDER BY uid').all<{ uid: string }>()
      expect(posts.map(({ from }) => from).sort()).toEqual(
        uids.results.map(({ uid }) => `rebonds+${uid}@archipel.example.org`),
      )
      for (const { message } of posts) expect(message).not.toContain('rebonds')
    })
  })

  describe('is the sender’s address elsewhere', () => {
    atAddress((port) => `smtp://127.0.0.1:${port}?tls=never`)

    test('for everybody', async () => {
      const posts = smtpAt(counter, { authOptional: true })
      await world.tick(start)
      expect([...new Set(posts.map(({ from }) => from))]).toEqual(['reseau@archipel.example.org'])
    })
  })
})

describe('over TLS from the start (465)', () => {
  atAddress((port) => `smtps://${login}@localhost:${port}?timeout=3`)

  test('everybody is written to, by whom the address names', async () => {
    const posts = smtpAt(counter, { secure: true, ...certificate, ...signedIn, authMethods: ['PLAIN'] })
    await world.tick(start)
    expect(recipients(posts)).toEqual(everybody)
    expect(posts.every(({ user, isSecure }) => user === 'reseau' && isSecure)).toBe(true)
    expect(await isSent()).toBe(true)
  })

  test('a server that cannot prove who it is is told nothing', async () => {
    const posts = smtpAt(counter, { secure: true, ...makeCertificate(), ...signedIn })
    await world.tick(start)
    expect(posts).toEqual([])
    expect(await reasons()).toContain('pending certificate_issuer')
  })

  test('a wrong password leaves the mails waiting, and says what is wrong', async () => {
    smtpAt(counter, {
      secure: true,
      ...certificate,
      onAuth: (_auth, _session, done) => done(new Error('who are you?')),
    })
    await world.tick(start)
    expect(await reasons()).toContain('pending login_refused')
    expect((await readOutbox(world.db)).map(({ answer }) => answer).join(' ')).toContain('535 who are you?')
  })
})

describe('over STARTTLS (587)', () => {
  atAddress((port) => `smtp://${login}@localhost:${port}?timeout=3&tls=required`)

  test('everybody is written to, once the connection is safe', async () => {
    const posts = smtpAt(counter, { ...certificate, ...signedIn, authMethods: ['LOGIN'] })
    await world.tick(start)
    expect(recipients(posts)).toEqual(everybody)
    expect(posts.every(({ user, isSecure }) => user === 'reseau' && isSecure)).toBe(true)
    expect(await isSent()).toBe(true)
  })

  test('a server that offers no TLS does not hear the password, and the mails wait', async () => {
    const heard = scriptAt(counter, '220 here\r\n', () => () => '250-here\r\n250 AUTH PLAIN LOGIN\r\n')
    await world.tick(start)
    expect(heard.every((line) => line.startsWith('EHLO') || line === 'QUIT')).toBe(true)
    expect(await reasons()).toContain('pending not_secure')
  })

  test('words that somebody slipped in before TLS began end the connection', async () => {
    const heard = scriptAt(
      counter,
      '220 here\r\n',
      () => (line) =>
        line === 'STARTTLS' ? '220 go ahead\r\n250-here\r\n250 AUTH PLAIN\r\n' : '250-here\r\n250 STARTTLS\r\n',
    )
    await world.tick(start)
    expect(heard.filter((line) => line.startsWith('AUTH'))).toEqual([])
    expect(await reasons()).toContain('pending tls_failed')
  })
})

describe('a server that is not like the others', () => {
  atAddress((port) => `smtp://localhost:${port}?timeout=3`)

  test('takes one command at a time', async () => {
    const posts = smtpAt(counter, { hidePIPELINING: true, hideSTARTTLS: true, authOptional: true })
    await world.tick(start)
    expect(recipients(posts)).toEqual(everybody)
    expect(await isSent()).toBe(true)
  })

  test('offers TLS with a certificate that nobody knows: no secret is at stake, but no word is said in clear', async () => {
    const posts = smtpAt(counter, { ...makeCertificate(), authOptional: true })
    await world.tick(start)
    expect(posts).toEqual([])
    expect(await reasons()).toContain('pending certificate_issuer')
  })

  /** An old server, but for some answers. */
  const script = (
    answers: Partial<Record<'EHLO' | 'HELO' | 'MAIL' | 'RCPT' | 'DATA' | 'RSET' | 'message', string | null>>,
  ) =>
    scriptAt(counter, '220-welcome\r\n220 to you\r\n', () => (line) => {
      const verb = /^(EHLO|HELO|MAIL|RCPT|DATA|RSET|QUIT)\b/.exec(line)?.[1] ?? 'message'
      const usual = verb === 'DATA' ? '354 go ahead\r\n' : verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n'
      const given = answers[verb as keyof typeof answers]
      return given === undefined ? usual : given
    })
  const messages = (heard: readonly string[]) => heard.filter((line) => line.startsWith('Message-ID:'))

  test('knows only HELO', async () => {
    const heard = script({ EHLO: '502 what?\r\n' })
    await world.tick(start)
    expect(messages(heard)).toHaveLength(3)
    expect(await isSent()).toBe(true)
  })

  test('goes ahead although it refused the recipient: it gets an empty message, and the next letter is not lost', async () => {
    const heard = scriptAt(counter, '220 here\r\n', () => (line) => {
      if (line.startsWith('EHLO')) return '250-here\r\n250 PIPELINING\r\n'
      if (line === `RCPT TO:<${addressOf('Noa')}>`) return '550 5.1.1 nobody\r\n'
      return line === 'DATA' ? '354 go ahead\r\n' : '250 ok\r\n'
    })
    await world.tick(start)
    expect(await readStates(world.db)).toEqual([
      'Lou: invitation sent',
      'Noa: invitation failed (address_refused)',
      'Sam: invitation sent',
    ])
    expect(messages(heard)).toHaveLength(2)
    expect(heard.filter((line) => line === '')).toHaveLength(1)
  })

  test('says goodbye after each letter: the next one takes another connection', async () => {
    const heard = scriptAt(counter, '220 here\r\n', () => {
      let messages = 0
      return (line) => {
        if (line.startsWith('MAIL') && messages > 0) return '421 one is enough\r\n'
        if (line.startsWith('Message-ID')) messages += 1
        return line === 'DATA' ? '354 go ahead\r\n' : '250 ok\r\n'
      }
    })
    await makeGroups(
      world.db,
      Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`Ville ${n}`, [`P ${n}`]])),
      start,
    )
    await makeStep(world.db, '2026-12', 'reminder', new Date(start.getTime() + 1000))
    await world.tick(new Date(start.getTime() + 1000))
    expect(messages(heard)).toHaveLength(12)
    expect(await reasons()).toEqual(['cancelled overtaken', 'sent null'])
  })

  test('refuses every message once it has it all: it is us that it refuses', async () => {
    script({ message: '554 5.6.0 no such thing\r\n' })
    await world.tick(start)
    expect(await reasons()).toEqual(['pending everybody_refused'])
  })

  test('hangs up in the middle of a command', async () => {
    script({ RCPT: null })
    await world.tick(start)
    expect(await reasons()).toEqual(['pending lost'])
  })

  test('answers by bare codes', async () => {
    const heard = scriptAt(counter, '220\r\n', () => (line) => (line === 'DATA' ? '354\r\n' : '250\r\n'))
    await world.tick(start)
    expect(messages(heard)).toHaveLength(3)
    expect(await isSent()).toBe(true)
  })

  test('refuses our address, and goes ahead all the same: nobody gets an empty message', async () => {
    const heard = scriptAt(counter, '220 here\r\n', () => (line) => {
      if (line.startsWith('EHLO')) return '250-here\r\n250 PIPELINING\r\n'
      if (line.startsWith('MAIL')) return '550 5.7.1 not you\r\n'
      return line === 'DATA' ? '354 go ahead\r\n' : '250 ok\r\n'
    })
    await world.tick(start)
    expect([...new Set(heard.map((line) => line.split(' ')[0]))].sort()).toEqual(['DATA', 'EHLO', 'MAIL', 'RCPT'])
    expect(await reasons()).toContain('pending sender_refused')
    expect((await reasons()).every((reason) => reason.startsWith('pending'))).toBe(true)
  })

  test.each([
    ['the size that we announce', 'MAIL'],
    ['a recipient', 'RCPT'],
  ])('says of %s that the message is too big: that is about this message, not about us', async (_, verb) => {
    let said = false
    scriptAt(counter, '220 here\r\n', () => (line) => {
      if (line.startsWith('EHLO')) return '250-here\r\n250 SIZE 1000\r\n'
      if (line.startsWith(verb) && !said) {
        said = true
        return '552 5.3.4 Message size exceeds fixed limit\r\n'
      }
      return line === 'DATA' ? '354 go ahead\r\n' : '250 ok\r\n'
    })
    await world.tick(start)
    expect((await reasons()).sort()).toEqual(['failed message_refused', 'sent null'])
  })

  test.each([
    ['and hangs up', true],
    ['and waits for what follows', false],
  ])('refuses a message in its middle %s: that is heard, and it is not in doubt', async (_, hangsUp) => {
    let refused = false
    counter.serve((socket) => {
      let isMessage = false
      socket.write('220 here\r\n')
      socket.on('data', (chunk: Buffer) => {
        for (const line of isMessage ? [] : chunk.toString().split('\r\n').filter(Boolean)) {
          isMessage = line === 'DATA'
          socket.write(isMessage ? '354 go ahead\r\n' : '250 ok\r\n')
        }
        if (isMessage && !refused && chunk.includes('Message-ID')) {
          refused = true
          socket.write('554 5.7.1 spam\r\n')
          if (hangsUp) socket.end()
        } else if (isMessage && chunk.toString().endsWith('\r\n.\r\n')) {
          isMessage = false
          socket.write('250 kept\r\n')
        } else if (isMessage && chunk.toString() === '.\r\n') {
          isMessage = false
          socket.write('250 kept\r\n')
        }
      })
    })
    await world.tick(start)
    expect((await reasons()).sort()).toEqual(['failed message_refused', 'sent null'])
    const refusal = (await readOutbox(world.db)).find(({ state }) => state === 'failed')
    expect(refusal?.answer).toBe('554 5.7.1 spam')
  })

  test.each([
    ['twice', '250 kept\r\n250 kept\r\n'],
    ['and something else', '250 kept\r\n550 5.1.1 by the way\r\n'],
    ['and goodbye', '250 kept\r\n421 4.4.2 idle for too long\r\n'],
  ])('answers a message %s: the next one is not taken for that', async (_, answer) => {
    const heard = script({ message: answer })
    await makeGroups(
      world.db,
      Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`Ville ${n}`, [`P ${n}`]])),
      start,
    )
    await makeStep(world.db, '2026-12', 'reminder', new Date(start.getTime() + 1000))
    await world.tick(new Date(start.getTime() + 1000))
    expect(messages(heard)).toHaveLength(12)
    expect(await reasons()).toEqual(['cancelled overtaken', 'sent null'])
  })

  test('answers something else than what it is asked: that is no reason', async () => {
    script({ DATA: '250 ok\r\n' })
    await world.tick(start)
    expect(await reasons()).toEqual(['pending lost'])
    expect((await readOutbox(world.db)).map(({ answer }) => answer).join()).not.toContain('250')
  })

  test('talks without an end', async () => {
    script({ EHLO: '250-more\r\n'.repeat(20_000) })
    await world.tick(start)
    expect(await reasons()).toContain('pending unreachable')
  })
})
