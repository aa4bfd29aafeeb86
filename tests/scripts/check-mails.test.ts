import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import movement from '#sample/movement.ts'
import { checkServer, type Dns } from '#scripts/mails/check.ts'
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

/** A DNS that knows these records, and the top-level domains. */
const dnsWith = (records: Readonly<Record<string, readonly string[]>>, fault = 'ENOTFOUND'): Dns => {
  const nothing = () => Object.assign(new Error(fault), { code: fault })
  const find = async (name: string) => records[name] ?? Promise.reject(nothing())
  return {
    lookup: async (host) => ({ address: host === 'localhost' ? '127.0.0.1' : ((await find(host))[0] ?? '') }),
    resolveTxt: async (name: string) => (await find(name)).map((record) => [record.slice(0, 5), record.slice(5)]),
    resolveMx: async (name: string) => (await find(`mx ${name}`)).map((exchange) => ({ exchange, priority: 10 })),
    resolveNs: async (name: string) => [...(await find(`ns ${name}`))],
    reverse: async (address: string) => [...(await find(address))],
  }
}
const known = { '127.0.0.1': ['127.0.0.1'], 'ns org': ['a0.org.example.net'] }

const check = async (mailUrl: string, dns?: Dns) => {
  vi.stubEnv('MAIL_URL', mailUrl)
  return checkServer({ movement }, dns)
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

  const certificates = [
    ['is signed by nobody whom we know', new Date(), /signed by an unknown authority/],
    ['has expired', new Date('2020-01-01'), /has expired|unknown authority/],
  ] as const
  test.each(certificates)('a certificate that %s is told in words', async (_, made, said) => {
    smtpAt(counter, { secure: true, ...makeCertificate(made), authOptional: true })
    expect(await check(`smtps://localhost:${counter.port}?timeout=5`)).toMatch(said)
  })

  test.each(certificates)('a certificate that %s is told in words after STARTTLS too', async (_, made, said) => {
    smtpAt(counter, { ...makeCertificate(made), authOptional: true })
    expect(await check(`smtp://localhost:${counter.port}?tls=required&timeout=5`)).toMatch(said)
  })

  test('a port for TLS that is spoken to without, and a password that is refused, are told with what to do', async () => {
    counter.serve(() => undefined)
    expect(await check(`smtp://localhost:${counter.port}?timeout=1`)).toMatch(/one for smtps:/)
    smtpAt(counter, { allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(new Error('no')) })
    expect(await check(`smtp://a:b@127.0.0.1:${counter.port}?tls=never&timeout=5`)).toMatch(/correct them in MAIL_URL/)
  })

  test('a server that does not offer TLS, though we have a password to say, is told in words', async () => {
    smtpAt(counter, { disabledCommands: ['STARTTLS'], authOptional: true })
    expect(await check(`smtp://a:b@localhost:${counter.port}?tls=required&timeout=5`)).toMatch(
      /✗ .*(?:encrypt|STARTTLS)/,
    )
  })
})

describe('what DNS says of the sender’s domain', () => {
  const domain = movement.sender.address.split('@').at(-1) ?? ''
  const said = async (dns: Dns) => {
    smtpAt(counter, { authOptional: true })
    return check(`smtp://127.0.0.1:${counter.port}?tls=never`, dns)
  }

  test('is said, line by line', async () => {
    const spf = 'v=spf1 include:example.net -all'
    const text = await said(dnsWith({ ...known, [domain]: [spf], [`mx ${domain}`]: ['mx.example.net'] }))
    expect(text).toContain(`✓ SPF of ${domain}: ${spf}`)
    expect(text).toMatch(/^✗ .* has no DMARC[\s\S]*^✓ .*\(MX\)[\s\S]*^· DKIM/m)
  })

  test('holds of the domain that it is in too', async () => {
    const parent = domain.split('.').slice(1).join('.')
    expect(await said(dnsWith({ ...known, [`_dmarc.${parent}`]: ['v=DMARC1; p=reject'] }))).toMatch(/^✓ DMARC/m)
  })

  test('is not well with two SPF, nor where it takes no mail (RFC 7505)', async () => {
    const text = await said(dnsWith({ ...known, [domain]: ['v=spf1 -all', 'v=spf1 mx -all'], [`mx ${domain}`]: [''] }))
    expect(text).toMatch(/^✗ .* has 2 SPF[\s\S]*^✗ .* receives no mail/m)
  })

  test.each([
    ['does not answer', 'ECONNREFUSED'],
    ['is too slow', 'ETIMEOUT'],
    ['knows its own network only', 'ENOTFOUND'],
  ])('is told as what it should be, where DNS %s: nothing is said to be missing', async (_, fault) => {
    const text = await said(dnsWith({ '127.0.0.1': ['127.0.0.1'] }, fault))
    expect(text).not.toMatch(/has no SPF|receives no mail/)
    expect(text).toMatch(/^· The DNS of this machine does not answer[\s\S]*SPF [\s\S]*DKIM [\s\S]*DMARC [\s\S]*PTR /m)
  })

  test('does not tell of a server that it is nobody’s, where DNS does not answer', async () => {
    expect(await check('smtp://mail.example.org', dnsWith({}, 'EAI_AGAIN'))).toMatch(
      /✗ DNS does not answer: nobody can say/,
    )
  })
})
