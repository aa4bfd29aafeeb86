import { describe, expect, test } from 'vitest'
import { brevoReports } from '#shared/mail/brevo-event.ts'
import { readReports } from '#shared/mail/read-report.ts'
import { bounce, complaint } from '#tests/support/reports.ts'

const uid = 'a1'.repeat(16)

describe('a mail that came back', () => {
  test('says which address does not exist, of which mail, and in which words', async () => {
    expect(await readReports(bounce({ uid, address: 'Lou@Example.org' }))).toEqual([
      { kind: 'hard_bounce', uid, address: 'lou@example.org', words: '5.1.1 smtp; 550 5.1.1 <…> no such user' },
    ])
  })

  test('names what we wrote to, rather than where it was forwarded', async () => {
    const report = bounce({ uid, address: 'elsewhere@example.net', original: 'lou@example.org' })
    expect(await readReports(report)).toMatchObject([{ address: 'lou@example.org' }])
  })

  test.each([
    ['a full mailbox', '5.2.2'],
    ['a policy', '5.7.1'],
    ['nothing in particular', '5.0.0'],
  ])('for %s does not say that the address is gone', async (_, status) => {
    expect(await readReports(bounce({ uid, address: 'lou@example.org', status }))).toMatchObject([
      { kind: 'soft_bounce' },
    ])
  })

  test('that is only late, or was read, is none', async () => {
    expect(await readReports(bounce({ uid, address: 'lou@example.org', action: 'delayed' }))).toEqual([])
    expect(await readReports(bounce({ uid, address: 'lou@example.org', action: 'delivered' }))).toEqual([])
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

test('a complaint says whose, and of which mail', async () => {
  expect(await readReports(complaint({ uid, address: 'lou@example.org' }))).toEqual([
    { kind: 'complaint', uid, address: 'lou@example.org', words: null },
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
  test('about an address that does not exist, or a complaint, is a report; about anything else it is none', () => {
    const call = (event: string) =>
      brevoReports({ event, email: 'Lou@example.org', 'message-id': '<x@brevo>', reason: '550 no <lou@example.org>' })
    expect(call('hard_bounce')).toEqual([
      { kind: 'hard_bounce', uid: null, address: 'lou@example.org', words: '550 no <…>' },
    ])
    expect(call('spam')).toMatchObject([{ kind: 'complaint' }])
    for (const event of ['delivered', 'soft_bounce', 'deferred', 'blocked', 'opened', 'click'])
      expect(call(event)).toEqual([])
  })

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
