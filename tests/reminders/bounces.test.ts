import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { readBouncesUrl } from '#scripts/bounces/mailbox.ts'
import { main } from '#scripts/bounces/main.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { type ImapServer, startImapServer } from '#tests/support/imap-server.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { readStates, suppress } from '#tests/support/outbox.ts'
import { bounce, complaint } from '#tests/support/reports.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const start = new Date('2026-12-01T10:00:00+01:00')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const secret = 'only the server of mails knows this'
const noa = addressOf('Noa')

let world: World
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  world = await startWorld({ sends: true, vars: { HOOK_SECRET: secret } })
  vi.stubEnv('DATA', world.folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await world.stop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Noa'], Dax: ['Noa', 'Sam'], Sète: ['Max'] }, start)
  await makeStep(world.db, '2026-12', 'invitation', start)
  await world.tick(start)
  world.mailbox.messages.clear()
})

const post = (from: string, body: string, authorization = `Bearer ${secret}`) =>
  fetch(`${world.url}/hooks/${from}`, { method: 'POST', body, headers: { authorization } })
/** As qmail writes it. */
const inWords = (uid: string | null, address: string) =>
  [
    'From: MAILER-DAEMON@mx.example.net',
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program at mx.example.net.',
    '',
    `<${address}>:`,
    'Sorry, no mailbox here by that name. (#5.1.1)',
    '',
    '--- Below this line is a copy of the message.',
    '',
    `Message-ID: <${uid}@archipel.example.org>`,
  ].join('\r\n')
const uidOf = (name: string) =>
  world.db
    .prepare('SELECT mail.uid FROM mail JOIN person ON person.id = mail.person_id WHERE person.name = ?1')
    .bind(name)
    .first<string>('uid')
const suppressed = async () =>
  (await world.db.prepare('SELECT address, reason FROM suppression ORDER BY address').all()).results
const arrived = () => Object.fromEntries([...world.mailbox.messages.deliveries].sort())
const correct = (name: string, email: string) =>
  world.db.prepare('UPDATE person SET email = ?2 WHERE name = ?1').bind(name, email).run()

describe('an address that does not exist', () => {
  test('is shut by the mail that came back, and the others of each group are told once', async () => {
    const report = bounce({ uid: await uidOf('Noa'), address: noa })
    for (let times = 0; times < 2; times++) expect((await post('bounces', report)).status).toBe(200)
    await world.tick(minutesOn(1))
    await world.tick(minutesOn(2))
    expect(await suppressed()).toEqual([{ address: noa, reason: 'hard_bounce' }])
    expect(await readStates(world.db)).toContain('Noa: invitation failed (address_returned)')
    expect(arrived()).toEqual({ [addressOf('Lou')]: 1, [addressOf('Sam')]: 1 })
    const [message] = await world.mailbox.messages.list('lou')
    expect(message?.subject).toBe('Archipel Pau\u00a0: quelle est l’adresse de Noa\u00a0?')
    expect(message?.text).toMatch(new RegExp(`/u/[\\w-]{43}/${groupUid('Pau')}/referents$`, 'm'))
  })

  test('is shown with its reason, its date and the server’s words', async () => {
    await post('bounces', bounce({ uid: await uidOf('Noa'), address: noa }))
    const page = textOf(await look(world, await signIn(world), `/dashboard/groups/${groupUid('Pau')}`))
    const mails = textOf(await look(world, await signIn(world), '/dashboard/mails?state=failed'))
    expect(mails).toContain('Le serveur a répondu : « 5.1.1 smtp; 550 5.1.1 <…> no such user »')
    expect(page).toMatch(/l’adresse n’existe plus : demandez-en une autre, depuis le mardi 1er décembre \(« 5.1.1/)
  })

  test('is told in one mail for one group when SMTP said it at once, and nobody is told who is shut too', async () => {
    await makeStep(world.db, '2026-12', 'reminder', minutesOn(5))
    await suppress(world.db, addressOf('Sam'), 'complaint', start)
    world.mailbox.faults.add({ at: 'rcpt', to: noa, does: { answer: '550 5.1.1 nobody' } })
    await world.tick(minutesOn(5))
    await world.tick(minutesOn(6))
    const told = (await readStates(world.db)).filter((line) => line.includes('wrong_address'))
    expect(told).toEqual(['Lou: wrong_address sent'])
  })

  test('that was corrected before they could be told is not told of', async () => {
    await post('bounces', bounce({ uid: await uidOf('Noa'), address: noa }))
    await correct('Noa', 'noa@new.example.org')
    await world.tick(minutesOn(1))
    expect(arrived()).toEqual({ 'noa@new.example.org': 1 })
    expect(await readStates(world.db)).toContain('Lou: wrong_address cancelled (nothing_owed)')
  })

  test('once corrected is tried again, once, unless the groups have answered', async () => {
    await post('bounces', bounce({ uid: await uidOf('Max'), address: addressOf('Max') }))
    await correct('Max', 'max@new.example.org')
    await world.tick(minutesOn(1))
    await world.tick(minutesOn(2))
    expect(arrived()).toEqual({ 'max@new.example.org': 1 })
    // A report that comes late is about the old address
    await post('bounces', bounce({ uid: await uidOf('Max'), address: addressOf('Max') }))
    expect(await suppressed()).toEqual([{ address: addressOf('Max'), reason: 'hard_bounce' }])
  })

  test('is not believed without the name of a mail of ours: anybody can write such a report', async () => {
    await post('bounces', bounce({ uid: null, address: noa }))
    await post('bounces', bounce({ uid: 'f'.repeat(32), address: noa }))
    await post('bounces', bounce({ uid: await uidOf('Lou'), address: noa }))
    expect(await suppressed()).toEqual([])
  })
})

test('a complaint ends the mails to that person, and is shown as one even after a bounce', async () => {
  await post('bounces', bounce({ uid: await uidOf('Noa'), address: noa }))
  await post('bounces', complaint({ uid: await uidOf('Noa'), address: noa }))
  expect(await suppressed()).toEqual([{ address: noa, reason: 'complaint' }])
})

describe('somebody who had unsubscribed', () => {
  beforeEach(() => suppress(world.db, noa, 'unsubscribed', start))

  test('and whose mail comes back is known as an address that does not exist, with the server’s words', async () => {
    await post('bounces', bounce({ uid: await uidOf('Noa'), address: noa }))
    expect(await suppressed()).toEqual([{ address: noa, reason: 'hard_bounce' }])
    const words = await world.db.prepare('SELECT explanation FROM suppression').first<string>('explanation')
    expect(words).toContain('no such user')
  })

  test('and who complains is known as one who complained, whatever comes back after that', async () => {
    await post('bounces', complaint({ uid: await uidOf('Noa'), address: noa }))
    await post('bounces', bounce({ uid: await uidOf('Noa'), address: noa }))
    expect(await suppressed()).toEqual([{ address: noa, reason: 'complaint' }])
  })
})

test('a full mailbox shuts nothing, and the mail says that it came back', async () => {
  await post('bounces', bounce({ uid: await uidOf('Noa'), address: noa, status: '5.2.2' }))
  expect(await suppressed()).toEqual([])
  expect(await readStates(world.db)).toContain('Noa: invitation failed (mailbox_returned)')
})

describe('a blocklist', () => {
  const diagnostic = '550 5.1.1 your IP address is blacklisted'

  test('is our trouble: nobody’s address is shut, nor another one asked for', async () => {
    await post('bounces', bounce({ uid: await uidOf('Noa'), address: noa, diagnostic }))
    await world.tick(minutesOn(1))
    expect([await suppressed(), arrived()]).toEqual([[], {}])
    expect(await readStates(world.db)).toContain('Noa: invitation failed (us_returned)')
    const mails = textOf(await look(world, await signIn(world), '/dashboard/mails?state=failed'))
    expect(mails).toMatch(/est revenu : le serveur nous refuse/)
  })

  test('that many mails meet is what Today says first', async () => {
    const today = async () => textOf(await look(world, await signIn(world), '/dashboard'))
    expect(await today()).not.toContain('à cause de nous')
    for (const name of ['Noa', 'Sam', 'Max'])
      await post('bounces', bounce({ uid: await uidOf(name), address: addressOf(name), diagnostic }))
    expect(await today()).toContain('3 mails mensuels ont été refusés, ou sont revenus, à cause de nous')
  })
})

describe('Brevo', () => {
  const call = (event: string) =>
    JSON.stringify({ event, email: noa, reason: '550 5.1.1 no such user', 'message-id': '<x@brevo>' })

  test('calls until it hears 200; what it says twice counts once', async () => {
    for (let times = 0; times < 3; times++) expect((await post('brevo', call('hard_bounce'))).status).toBe(200)
    await world.tick(minutesOn(1))
    expect(await suppressed()).toEqual([{ address: noa, reason: 'hard_bounce' }])
    expect(Object.values(arrived())).toEqual([1, 1])
  })

  test.each([
    ['soft_bounce', '552 5.2.2 mailbox full', 'mailbox_returned'],
    ['blocked', 'blocked : due to blacklist user', 'us_returned'],
    ['hard_bounce', '554 5.7.1 client host blocked using zen.spamhaus.org', 'us_returned'],
    ['error', 'Connection timed out', 'server_returned'],
  ])(
    'says “%s” (%s) of whoever was written to last: nobody is shut, and the mail says why',
    async (event, reason, why) => {
      await post('brevo', JSON.stringify({ event, email: noa, reason, 'message-id': '<x@brevo>' }))
      expect(await suppressed()).toEqual([])
      expect(await readStates(world.db)).toContain(`Noa: invitation failed (${why})`)
      expect((await readStates(world.db)).filter((line) => line.includes('returned'))).toHaveLength(1)
    },
  )

  test('says who stopped our mails there: they stay stopped, are asked for no other address, and whoever it is may come back', async () => {
    for (let times = 0; times < 2; times++) await post('brevo', JSON.stringify({ event: 'unsubscribed', email: noa }))
    await post('brevo', call('hard_bounce'))
    await post('brevo', JSON.stringify({ event: 'unsubscribed', email: noa }))
    const { results } = await world.db.prepare('SELECT address, reason FROM suppression').all()
    expect(results).toEqual([{ address: noa, reason: 'unsubscribed' }])
    expect(await readStates(world.db)).toContain('Noa: invitation failed (address_returned)')
    await submit(await open((await world.linkOf('Noa')).replace('/u/', '/unsubscribe/')), { do: 'back' })
    expect((await world.db.prepare('SELECT address FROM suppression').all()).results).toEqual([])
  })

  test('says nothing new of who complained, when they unsubscribe too', async () => {
    await post('brevo', call('spam'))
    await post('brevo', JSON.stringify({ event: 'unsubscribed', email: noa }))
    expect((await world.db.prepare('SELECT reason FROM suppression').all()).results).toEqual([{ reason: 'complaint' }])
  })

  test('says nothing of a mail that left long ago', async () => {
    await world.setClock(minutesOn(9 * 24 * 60).toISOString())
    await post('brevo', JSON.stringify({ event: 'soft_bounce', email: noa, reason: '552 5.2.2 mailbox full' }))
    await world.setClock(start.toISOString())
    expect(await readStates(world.db)).toContain('Noa: invitation sent')
  })

  test('may call about anything else', async () => {
    expect((await post('brevo', call('delivered'))).status).toBe(200)
    expect(await suppressed()).toEqual([])
  })
})

test.each([
  ['brevo', 'Bearer wrong', 401],
  ['brevo', '', 401],
  ['bounces', 'Basic x', 401],
  ['nobody', `Bearer ${secret}`, 400],
])('whoever calls /hooks/%s with “%s” is refused', async (from, authorization, status) => {
  const response = await post(from, JSON.stringify({ event: 'hard_bounce', email: noa }), authorization)
  expect(response.status).toBe(status)
  expect(await suppressed()).toEqual([])
})

test('a body that is no report is refused in few words', async () => {
  expect((await post('brevo', '{')).status).toBe(400)
  expect((await post('bounces', 'x'.repeat(1_000_001))).status).toBe(413)
})

test('the command reads a folder, an mbox and a mail, and says what it found', async () => {
  const mbox = [
    bounce({ uid: await uidOf('Noa'), address: noa }),
    complaint({ uid: await uidOf('Sam'), address: addressOf('Sam') }),
  ]
  await writeFile(
    join(folder, 'a.mbox'),
    mbox.map((mail) => `From MAILER-DAEMON Tue Dec  1 10:00:00 2026\n${mail}\n`).join(''),
  )
  await writeFile(join(folder, 'b.eml'), bounce({ uid: null, address: 'other@example.org' }))
  await writeFile(join(folder, 'c.eml'), 'From: lou@example.org\r\n\r\nMerci !')
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  await main([folder], fixed, minutesOn(1)).finally(() => log.mockRestore())
  expect(lines.join()).toMatch(/^4 .* 3 .* 2 /)
  expect(await suppressed()).toEqual([
    { address: noa, reason: 'hard_bounce' },
    { address: addressOf('Sam'), reason: 'complaint' },
  ])
  await expect(main([join(folder, 'nothing.eml')], fixed)).rejects.toMatchObject({ name: 'Stop' })
})

test('reports of which hardly any is about a mail of ours are told of, by the command and on Today', async () => {
  for (let n = 0; n < 6; n++)
    await writeFile(join(folder, `strange-${n}.eml`), bounce({ uid: null, address: `p${n}@example.org` }))
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  const paths = Array.from({ length: 6 }, (_, n) => join(folder, `strange-${n}.eml`))
  await main(paths, fixed, minutesOn(1)).finally(() => log.mockRestore())
  expect(lines.join('\n')).toContain('verp=on')
  expect(textOf(await look(world, await signIn(world), '/dashboard'))).toContain('6 mails revenus ont été lus')
})

describe('a mailbox that is read by IMAP', () => {
  let imap: ImapServer
  beforeAll(async () => {
    imap = await startImapServer()
  })
  afterAll(() => imap.stop())
  const read = async (url = imap.url) => {
    vi.stubEnv('BOUNCES_URL', url)
    const lines: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
    await main([], fixed, minutesOn(1)).finally(() => {
      log.mockRestore()
      vi.stubEnv('BOUNCES_URL', undefined)
    })
    return lines.join()
  }

  test('gives its unread reports, once; what people wrote is neither fetched nor marked as read', async () => {
    const answer = 'From: lou@example.org\r\nContent-Type: text/plain\r\n\r\nMerci ! (multipart/report)'
    imap.messages.push(
      { source: answer, isSeen: false },
      { source: bounce({ uid: await uidOf('Noa'), address: noa }), isSeen: false },
      { source: bounce({ uid: await uidOf('Max'), address: addressOf('Max') }), isSeen: true },
      { source: complaint({ uid: await uidOf('Sam'), address: addressOf('Sam') }), isSeen: false },
      { source: inWords(await uidOf('Lou'), addressOf('Lou')), isSeen: false },
    )
    expect(await read()).toMatch(/^3 .* 3 .* 3 /)
    expect(await suppressed()).toEqual([
      { address: addressOf('Lou'), reason: 'hard_bounce' },
      { address: noa, reason: 'hard_bounce' },
      { address: addressOf('Sam'), reason: 'complaint' },
    ])
    expect(imap.messages.map(({ isSeen }) => isSeen)).toEqual([false, true, true, true, true])
    expect(imap.fetched).toEqual([2, 4, 5])
    expect(await read()).toMatch(/^0 /)
  })

  test.each([
    ['a wrong password', () => imap.url.replace('secret', 'guess'), /wrong name or password/],
    ['another folder', () => `${imap.url}/Nowhere`, /no such mailbox/],
    ['a server that is not there', () => imap.url.replace(/:\d+$/, ':1'), /ECONNREFUSED/],
    ['no mailbox', () => 'https://example.org', /imaps:\/\//],
  ])('that cannot be read says so in words: %s', async (_, url, words) => {
    await expect(read(url())).rejects.toMatchObject({ name: 'Stop', message: expect.stringMatching(words) })
  })

  test('is told the password in TLS only, unless it is on this machine', () => {
    const { options } = readBouncesUrl('imap://reseau:secret@imap.example.org')
    expect(options).toMatchObject({ port: 143, secure: false, doSTARTTLS: true })
    expect(readBouncesUrl('imaps://reseau:secret@imap.example.org').options).toMatchObject({ port: 993, secure: true })
  })
})
