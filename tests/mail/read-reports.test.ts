import { describe, expect, test } from 'vitest'
import { brevoReports } from '#shared/mail/brevo-event.ts'
import { readReports } from '#shared/mail/report/read-reports.ts'
import { bounce, complaint } from '#tests/support/reports.ts'

const uid = 'a1'.repeat(16)

describe('a mail that came back', () => {
  test('says which address does not exist, of which mail, and in which words', async () => {
    expect(await readReports(bounce({ uid, address: 'Lou@Example.org' }))).toEqual([
      {
        kind: 'hard_bounce',
        cause: 'missing',
        uid,
        address: 'lou@example.org',
        words: '5.1.1 smtp; 550 5.1.1 <…> no such user',
      },
    ])
  })

  test('names what we wrote to, rather than where it was forwarded', async () => {
    const report = bounce({ uid, address: 'elsewhere@example.net', original: 'lou@example.org' })
    expect(await readReports(report)).toMatchObject([{ address: 'lou@example.org' }])
  })

  test.each([
    ['a full mailbox', '5.2.2', '552 5.2.2 over quota', 'full'],
    ['a policy', '5.7.1', '550 5.7.1 rejected by policy', 'policy'],
    ['a blocklist, with the code of a missing address', '5.1.1', '550 IP address blacklisted', 'blocklist'],
    ['nothing in particular', '5.0.0', '550', 'unclear'],
  ])('for %s does not say that the address is gone', async (_, status, diagnostic, cause) => {
    const report = bounce({ uid, address: 'lou@example.org', status, diagnostic })
    expect(await readReports(report)).toMatchObject([{ kind: 'soft_bounce', cause }])
  })

  test('says so in its words, whatever code stands beside, or none', async () => {
    const diagnostic = '550 5.1.1 user unknown'
    for (const status of ['5.0.0', '5.5.0', ''])
      expect(await readReports(bounce({ uid, address: 'lou@example.org', status, diagnostic }))).toMatchObject([
        { kind: 'hard_bounce' },
      ])
  })

  test('that is only late, or was read, is none', async () => {
    expect(await readReports(bounce({ uid, address: 'lou@example.org', action: 'delayed' }))).toEqual([])
    expect(await readReports(bounce({ uid, address: 'lou@example.org', action: 'delivered' }))).toEqual([])
  })

  test('without a diagnosis, as Exim writes it, gives the words that a person reads of it', async () => {
    const report = bounce({ uid, address: 'lou@example.org', status: '5.0.0' })
      .replace(/^Diagnostic-Code:.*\r\n {4}.*\r\n/m, '')
      .replace('I am sorry.', 'The following address failed:\r\n\r\n  lou@example.org\r\n    no such user here\r\n')
    expect(await readReports(report)).toMatchObject([{ kind: 'hard_bounce', words: '5.0.0 … no such user here' }])
  })

  test('with several recipients gives a report for each that failed', async () => {
    const more = '\r\nFinal-Recipient: rfc822; sam@example.org\r\nAction: failed\r\nStatus: 5.1.2\r\n'
    const reports = await readReports(bounce({ uid, address: 'lou@example.org', more }))
    expect(reports.map(({ address }) => address)).toEqual(['lou@example.org', 'sam@example.org'])
  })

  test('with the headers of ours alone is known too', async () => {
    expect(
      await readReports(bounce({ uid, address: 'lou@example.org', returned: 'text/rfc822-headers' })),
    ).toMatchObject([{ uid }])
  })
})

describe('the mail that a report is about is known by', () => {
  const address = 'lou@example.org'
  const foreign = bounce({ uid: null, address })
  test.each([
    ['its Message-ID', bounce({ uid, address })],
    [
      'our header, where a server wrote a Message-ID of its own',
      foreign.replace(/^Message-ID: <somebody.*$/m, `X-Relance-Mail: ${uid}`),
    ],
    ['the return path that it came back by', foreign.replace('To: reseau@', `To: reseau+${uid}@`)],
    [
      'the mail that it answers',
      foreign.replace('MIME-Version: 1.0', `In-Reply-To: <${uid}@archipel.example.org>\r\nMIME-Version: 1.0`),
    ],
  ])('%s', async (_, report) => {
    expect(await readReports(report)).toMatchObject([{ kind: 'hard_bounce', uid, address }])
  })

  test('whom it was written to, where the report does not say', async () => {
    expect(await readReports(bounce({ uid, address }).replace(/^Final-Recipient.*$/m, 'X: y'))).toMatchObject([
      { uid, address },
    ])
  })
})

test('a complaint says whose, and of which mail', async () => {
  expect(await readReports(complaint({ uid, address: 'lou@example.org' }))).toEqual([
    { kind: 'complaint', cause: null, uid, address: 'lou@example.org', words: null },
  ])
  expect(await readReports(complaint({ uid, address: 'lou@example.org', type: 'auth-failure' }))).toEqual([])
})

test.each([
  [
    'an answer',
    'From: lou@example.org\r\nSubject: Re: x\r\nContent-Type: text/plain\r\n\r\nFinal-Recipient: rfc822; a@b.c\r\nAction: failed\r\nStatus: 5.1.1\r\n',
  ],
  ['nothing', ''],
  ['noise', '\u0000\u0001--\r\n\r\n--x--'],
])('%s is no report', async (_, message) => {
  expect(await readReports(message)).toEqual([])
})

describe('a mail made to cost more than a report does', () => {
  const megabyte = (begins: string, again: string) => begins + again.repeat(1_000_000 / again.length)
  const mixed = 'Content-Type: multipart/report; boundary=b\n\n'
  const recipients = (before: string, behind: string) =>
    Array.from({ length: 1600 }, (_, n) => `${before}a${n}@b.org${behind}`).join('')
  const status = `${mixed}--b\nContent-Type: message/delivery-status\n\n`
  test.each([
    ['parts that each ask for memory', megabyte(mixed, '--b\nContent-Transfer-Encoding: quoted-printable\n\n'), 0],
    ['parts without anything', megabyte(mixed, '--b\n\n'), 0],
    ['mails in mails in mails', megabyte('', 'Content-Type: message/rfc822\n\n'), 0],
    [
      'parts in parts in parts',
      Array.from({ length: 15_000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join(''),
      0,
    ],
    ['a megabyte of headers', megabyte('', 'a: b\n'), 0],
    ['base64 that begins anew with each sign', megabyte('Content-Transfer-Encoding: base64\n\n', '=A'), 0],
    ['lines that may be folded', megabyte('Content-Type: text/plain; format=flowed\n\n', '- \n'), 0],
    [
      'recipients, with a text about each',
      `${mixed}--b\n\na0@b.org ${'user unknown, mailbox full\n'.repeat(150)}\n--b\nContent-Type: message/delivery-status\n\n${recipients('Action: failed\nFinal-Recipient: rfc822; ', '\n\n')}`,
      20,
    ],
    ['addresses', `From: mailer-daemon@b.org\nSubject: failure notice\n\n${recipients('', ': user unknown\n')}`, 20],
    [
      'addresses of failures',
      `From: mailer-daemon@b.org\nX-Failed-Recipients: ${recipients('', ', ')}\n\nuser unknown`,
      20,
    ],
    [
      'people who complain',
      `${mixed}--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n${recipients('Original-Rcpt-To: ', '\n')}`,
      20,
    ],
    ['recipients', megabyte(status, 'Action: failed\nFinal-Recipient: rfc822; a@b.org\n\n'), 20],
  ])('%s ends at once', { timeout: 10_000 }, async (_, message, reports) => {
    const before = process.memoryUsage.rss()
    expect(await readReports(message)).toHaveLength(reports)
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000)
  })

  test('is read as far as a report goes, whatever hangs on it', async () => {
    const report = bounce({ uid, address: 'lou@example.org' })
    expect(await readReports(report.replace(/--\s*$/, `\r\n\r\n${'a'.repeat(2_000_000)}`))).toMatchObject([{ uid }])
  })
})

describe('Brevo’s call', () => {
  // https://developers.brevo.com/docs/transactional-webhooks
  const call = (event: string, reason?: string) =>
    brevoReports({
      event,
      email: 'Lou@example.org',
      id: 26224,
      date: '2026-12-01 10:00:00',
      ts: 1_796_029_200,
      'message-id': '<202612011000.1@smtp-relay.example.com>',
      ts_event: 1_796_029_200,
      subject: 'Archipel Pau',
      tag: '',
      sending_ip: '192.0.2.1',
      ts_epoch: 1_796_029_200_000,
      ...(reason === undefined ? {} : { reason }),
    })

  test.each([
    ['hard_bounce', '550 5.1.1 no such user <lou@example.org>', 'hard_bounce', 'missing'],
    ['hard_bounce', undefined, 'hard_bounce', 'missing'],
    [
      'hard_bounce',
      '554 5.7.1 Service unavailable; client host [192.0.2.1] blocked using zen.spamhaus.org',
      'soft_bounce',
      'blocklist',
    ],
    ['hard_bounce', 'bounced', 'soft_bounce', 'maybe_missing'],
    ['invalid_email', 'Invalid email address', 'hard_bounce', 'missing'],
    ['soft_bounce', '552 5.2.2 mailbox full', 'soft_bounce', 'full'],
    ['soft_bounce', '450 4.1.1 user unknown', 'soft_bounce', 'maybe_missing'],
    ['error', 'Connection timed out', 'soft_bounce', 'route'],
    ['blocked', 'blocked : due to blacklist user', 'soft_bounce', 'policy'],
    ['spam', undefined, 'complaint', null],
    ['unsubscribed', undefined, 'unsubscribed', null],
  ])('of “%s” (%s) is a report of a %s: %s', (event, reason, kind, cause) => {
    expect(call(event, reason)).toMatchObject([{ kind, cause, uid: null, address: 'lou@example.org' }])
  })

  test('names the mail, where Brevo was told its name', () => {
    const event = { event: 'hard_bounce', email: 'lou@example.org', 'X-Mailin-custom': uid }
    expect(brevoReports(event)).toMatchObject([{ uid }])
    expect(brevoReports({ ...event, 'X-Mailin-custom': 'x'.repeat(32) })).toMatchObject([{ uid: null }])
  })

  test('keeps Brevo’s words, without the address', () => {
    expect(call('hard_bounce', '550 no <lou@example.org>')).toMatchObject([{ words: '550 no <…>' }])
  })

  test.each(['request', 'delivered', 'deferred', 'opened', 'unique_opened', 'proxy_open', 'click', 'list_addition'])(
    'of “%s” is none',
    (event) => expect(call(event)).toEqual([]),
  )

  test('can bring several at once, and nothing else is taken for one', () => {
    expect(
      brevoReports([
        { event: 'spam', email: 'a@b.org' },
        { event: 'hard_bounce', email: 'c@d.org' },
      ]),
    ).toHaveLength(2)
    expect(brevoReports({ event: 'spam' })).toBeNull()
    expect(brevoReports(null)).toBeNull()
  })
})
