import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import movement from '#sample/movement.ts'
import { checkServer } from '#scripts/mails/check.ts'
import { makeCertificate } from '#tests/support/certificate.ts'
import { type Counter, openCounter, smtpAt } from '#tests/support/mail-server.ts'

let counter: Counter
beforeAll(async () => {
  counter = await openCounter()
})
afterAll(() => counter.stop())
afterEach(() => {
  vi.unstubAllEnvs()
  counter.serve((socket) => socket.destroy())
})

const check = async (mailUrl: string) => {
  vi.stubEnv('MAIL_URL', mailUrl)
  return checkServer({ movement })
}

describe('the way to the mail server is tried step by step:', () => {
  test('what works is said, and nobody is written to', async () => {
    const posts = smtpAt(counter, { authOptional: true })
    const said = await check(`smtp://127.0.0.1:${counter.port}?tls=never`)
    expect(said).toMatch(/^✓ 127\.0\.0\.1 exists/m)
    expect(said).toMatch(/^✓ The server answers at port \d+, not encrypted/m)
    expect(posts).toEqual([])
  })

  test.each([
    ['a name that is nobody’s', () => 'smtp://nowhere.invalid', /✗ No server is called nowhere\.invalid/],
    ['a port at which nothing listens', () => 'smtp://127.0.0.1:1', /refuses the connection: check the port/],
    ['a server that hangs up', () => `smtp://127.0.0.1:${counter.port}`, /hangs up at once/],
  ])('%s is told in words', async (_, mailUrl, words) => {
    expect(await check(mailUrl())).toMatch(words)
  })

  test.each([
    ['is signed by nobody whom we know', {}, 'localhost', /signed by an unknown authority/],
    ['has expired', { now: new Date('2020-01-01') }, 'localhost', /has expired|unknown authority/],
  ])('a certificate that %s is told in words', async (_, { now }: { now?: Date }, host, words) => {
    smtpAt(counter, { secure: true, ...makeCertificate(now), authOptional: true })
    expect(await check(`smtps://${host}:${counter.port}?timeout=5`)).toMatch(words)
  })

  test('a server that does not offer TLS, though we have a password to say, is told in words', async () => {
    smtpAt(counter, { disabledCommands: ['STARTTLS'], authOptional: true })
    expect(await check(`smtp://a:b@localhost:${counter.port}?tls=required&timeout=5`)).toMatch(
      /✗ .*(?:encrypt|STARTTLS)/,
    )
  })

  test('what DNS says of the sender’s domain is said too', async () => {
    smtpAt(counter, { authOptional: true })
    expect(await check(`smtp://127.0.0.1:${counter.port}?tls=never`)).toMatch(/SPF[\s\S]*DMARC[\s\S]*MX[\s\S]*DKIM/)
  })
})
