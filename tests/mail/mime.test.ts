import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { type MailMessage, writeMessage } from '#shared/mail/message.ts'
import { mimeMessage } from '#shared/mail/mime.ts'
import { sampleNow as now } from '#shared/mail/sample.ts'
import { sampleLinks as links, sampleNamed } from '#shared/mail/samples.ts'

const to = { name: 'Joëlle Dumont', address: 'joelle@example.org' }
const message = writeMessage(
  { uid: 'a1b2', to, language: 'fr', ...sampleNamed('invitation').mail, links },
  movement,
  now,
)
const write = (given: Partial<MailMessage> = {}) => mimeMessage({ ...message, ...given })
const read = (message: string) => PostalMime.parse(message)
const lines = (message: string) => message.split('\r\n')

describe('a letter as a message', () => {
  test('reads as it was written', async () => {
    const email = await read(write())
    expect(email).toMatchObject({
      messageId: '<a1b2@archipel.example.org>',
      date: now.toISOString(),
      from: { name: 'Archipel, équipe réseau', address: 'reseau@archipel.example.org' },
      to: [to],
      replyTo: [{ address: 'reseau@archipel.example.org' }],
      subject: message.subject,
      html: expect.stringContaining(message.html),
    })
    expect(email.text?.trimEnd()).toBe(message.text.trimEnd())
    const headers = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]))
    for (const [name, value] of Object.entries(message.headers)) expect(headers[name.toLowerCase()]).toBe(value)
  })

  test('is the same, byte for byte, each time that it is written', () => {
    expect(write()).toBe(write())
  })

  test('leaves out what the server writes itself', () => {
    expect(mimeMessage(message, ['Message-ID'])).not.toMatch(/^Message-ID:/m)
  })

  test('can be told from its head alone: no header has a line of more than 78 characters but for an address', () => {
    const [head = ''] = write().split('\r\n\r\n')
    expect(lines(head).filter((line) => line.length > 78 && !/^ <https:\S+>$/.test(line))).toEqual([])
  })
})

describe('whatever people typed', () => {
  const typed = fc.string({ unit: 'binary', maxLength: 200 })
  const lengthy = fc.string({ unit: fc.constantFrom('é', '=', ' ', '.', '\n', 'a', '😀', '\ud800'), maxLength: 400 })
  const asRead = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n')

  test('is in lines of printable ASCII that are short, and none of which begins with a dot', () => {
    fc.assert(
      fc.property(fc.oneof(typed, lengthy), (text) => {
        const message = write({ text, html: text, subject: text, to: { ...to, name: text } })
        expect(lines(message).filter((line) => line.length > 998 || line.startsWith('.'))).toEqual([])
        expect(message).toMatch(/^[\x20-\x7e\r\n]*$/)
        expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const [, ...parts] = message.split('quoted-printable\r\n\r\n')
        expect(parts.flatMap(lines).filter((line) => line.length > 76)).toEqual([])
      }),
    )
  })

  test('comes out of the message as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(typed, lengthy), async (text) => {
        // A mark, so that the reader trims nothing
        const email = await read(write({ text: `${text}|`, html: `${text}|` }))
        expect(email.text).toBe(`${asRead(text)}|\n`)
        expect(email.html).toBe(`${asRead(text)}|\n`)
      }),
    )
  })

  test('in a name or a subject stays there, and begins no header of its own', async () => {
    const shown = fc.string({
      unit: fc.constantFrom('é', '"', '\\', ',', '<', ' ', '=?', '_', 'a', '😀', '(', ':'),
      maxLength: 150,
    })
    await fc.assert(
      fc.asyncProperty(shown, async (text) => {
        const email = await read(write({ subject: `x${text}x`, to: { ...to, name: `x${text}x` } }))
        expect(email.subject).toBe(`x${text}x`)
        expect(email.to).toEqual([{ name: `x${text}x`, address: to.address }])
      }),
    )
    const email = await read(write({ subject: 'a\r\nBcc: b@example.org', to: { ...to, name: 'c\nX-D: e' } }))
    expect(email.bcc).toBeUndefined()
    expect(email.subject).toBe('a Bcc: b@example.org')
    expect(email.to?.[0]?.name).toBe('c X-D: e')
  })
})
