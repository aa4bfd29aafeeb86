import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { rawRequest, sendRaw } from '#tests/support/raw-http.ts'

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
})
afterAll(() => mailbox.stop())
beforeEach(() => {
  mailbox.messages.clear()
  mailbox.faults.clear()
})

const mail = {
  from: 'Archipel <reseau@archipel.example.org>',
  to: 'Zoé Martin <zoe@example.org>',
  subject: 'Tout est-il toujours juste ?',
  text: 'Bonjour',
  html: '<!doctype html><html lang="fr"><head><title>x</title></head><body><a href="https://maj.example.org/u/x">Ouvrir</a></body></html>',
}
const send = (changes: object = {}) => createTransport(mailbox.smtpUrl).sendMail({ ...mail, ...changes })
const get = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(mailbox.webUrl + path, init)
  return { status: response.status, headers: response.headers, body: await response.text() }
}
const json = async (path: string, init?: RequestInit) => JSON.parse((await get(path, init)).body)

describe('a mail that arrives', () => {
  test('is told to programs in maildev’s shape', async () => {
    await send()
    const [message] = await json('/email')
    expect(message).toMatchObject({
      subject: mail.subject,
      from: [{ address: 'reseau@archipel.example.org', name: 'Archipel' }],
      to: [{ address: 'zoe@example.org', name: 'Zoé Martin' }],
      text: 'Bonjour\n',
      envelope: { to: [{ address: 'zoe@example.org' }] },
    })
    expect(message.headers['content-type']).toContain('multipart/alternative')
    expect(await json(`/email/${message.id}`)).toEqual(message)
    expect((await get(`/email/${message.id}/html`)).body).toContain('Ouvrir')
    expect((await get(`/email/${message.id}/source`)).body).toMatch(/^Subject: Tout est-il/m)
  })

  test('is on the page, newest first, and found by its reader’s name or address', async () => {
    await send()
    await send({ to: 'noa@example.org', subject: 'Deuxième' })
    const { body } = await get('/')
    expect(body.indexOf('Deuxième')).toBeLessThan(body.indexOf('Zoé Martin'))
    expect((await get('/?q=ZOÉ')).body).not.toContain('Deuxième')
    expect((await get('/?q=noa@')).body).not.toContain('Zoé Martin')
    expect((await get('/?q=nobody')).body).toContain('Aucun mail')
  })

  test('opens on a page that shows it without running anything of it, its links leading out of the frame', async () => {
    await send({ html: mail.html.replace('<body>', '<body><script>alert(1)</script>'), subject: '<b>gras</b>' })
    const [{ id }] = await json('/email')
    const page = await get(`/mail/${id}`)
    expect(page.body).toContain('&lt;b&gt;gras&lt;/b&gt;')
    expect(page.body).toMatch(/<iframe[^>]* sandbox="(?![^"]*allow-scripts)/)
    const shown = await get(`/mail/${id}/shown`)
    expect(shown.body).toContain('<head><base target="_top">')
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('speaks English to who prefers it', async () => {
    const english = await get('/', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(english.body).toContain('<html lang="en">')
    expect(english.body).toContain('Mailbox')
  })

  test('can be deleted, alone or with all the others', async () => {
    for (const subject of ['a', 'b', 'c']) await send({ subject })
    const [{ id }] = await json('/email')
    expect(await json(`/email/${id}`, { method: 'DELETE' })).toBe(true)
    expect(await json('/email')).toHaveLength(2)
    expect(await json('/email/all', { method: 'DELETE' })).toBe(true)
    expect(await json('/email')).toEqual([])
    expect((await get(`/email/${id}`)).status).toBe(404)
    expect((await get(`/mail/${id}`)).status).toBe(404)
  })
})

describe('a mailbox that is told to fail', () => {
  test('refuses an address, with its words', async () => {
    mailbox.faults.add({ at: 'rcpt', to: 'zoe@example.org', does: { answer: '550 5.1.1 No such user' } })
    await expect(send()).rejects.toThrow('550 5.1.1 No such user')
    await send({ to: 'noa@example.org' })
    expect(mailbox.messages.deliveriesTo('zoe@example.org')).toBe(0)
    expect(mailbox.messages.deliveriesTo('noa@example.org')).toBe(1)
  })

  test.each(['connect', 'mail', 'rcpt', 'data', 'body'] as const)(
    'hangs up at %s, once, and keeps nothing',
    async (at) => {
      mailbox.faults.add({ at, does: 'drop', times: 1 })
      await expect(send()).rejects.toThrow()
      expect(mailbox.messages.deliveriesTo('zoe@example.org')).toBe(0)
      await send()
      expect(mailbox.messages.deliveriesTo('zoe@example.org')).toBe(1)
    },
  )

  test('hangs up after the last byte, and keeps the mail', async () => {
    mailbox.faults.add({ at: 'kept', does: 'drop' })
    await expect(send()).rejects.toThrow()
    expect(mailbox.messages.deliveriesTo('zoe@example.org')).toBe(1)
  })
})

test('a port that is taken is said in words', async () => {
  const port = Number(new URL(mailbox.smtpUrl).port)
  await expect(startMailbox({ smtpPort: port, webPort: 0 })).rejects.toThrow(`Port ${port} is taken`)
})

test('what no browser asks is refused, and ends nothing', async () => {
  const port = Number(new URL(mailbox.webUrl).port)
  for (const [line, host] of [
    ['GET /', 'a:b:c'],
    ['GET /', '[::1'],
    ['GET *', 'localhost'],
    ['GET http://elsewhere.example.org/', 'localhost'],
    ['TRACE /', 'localhost'],
  ] as const)
    expect([line, (await sendRaw(port, rawRequest(line, { host }))).status]).toEqual([line, 400])
  expect((await get('/')).status).toBe(200)
})
