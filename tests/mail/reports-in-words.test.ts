import { describe, expect, test } from 'vitest'
import { readReports } from '#shared/mail/report/read-reports.ts'

const uid = 'b2'.repeat(16)
const ours = [
  'Return-Path: <reseau@archipel.example.org>',
  'Subject: Archipel Pau : virus',
  `Message-ID: <${uid}@archipel.example.org>`,
]
const mail = (headers: readonly string[], body: readonly string[]) => [...headers, '', ...body].join('\r\n')

const shapes: Readonly<Record<string, string>> = {
  Exim: mail(
    [
      'X-Failed-Recipients: lou@example.org',
      'Auto-Submitted: auto-replied',
      'From: Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'Subject: Mail delivery failed: returning message to sender',
    ],
    [
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      '',
      '  lou@example.org',
      '    SMTP error from remote mail server after RCPT TO:<lou@example.org>:',
      '    host mx.example.org [192.0.2.1]: 550 Requested action not taken:',
      '    mailbox unavailable',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      '',
      ...ours,
    ],
  ),
  qmail: mail(
    ['From: MAILER-DAEMON@mx.example.net', 'Subject: failure notice'],
    [
      'Hi. This is the qmail-send program at mx.example.net.',
      'I’m afraid I wasn’t able to deliver your message to the following addresses.',
      'This is a permanent error; I’ve given up. Sorry it didn’t work out.',
      '',
      '<lou@example.org>:',
      'Sorry, no mailbox here by that name. (#5.1.1)',
      '',
      '--- Below this line is a copy of the message.',
      '',
      ...ours,
    ],
  ),
  sendmail: mail(
    [
      'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.net>',
      'Subject: Returned mail: see transcript for details',
    ],
    [
      'The original message was received at Tue, 1 Dec 2026 10:00:00 +0100',
      '',
      '   ----- The following addresses had permanent fatal errors -----',
      '<lou@example.org>',
      '    (reason: 550 5.1.1 User unknown)',
      '',
      '   ----- Transcript of session follows -----',
      '<<< 550 5.1.1 User unknown',
      '   ----- Message header follows -----',
      ...ours,
    ],
  ),
  'an old Exchange': mail(
    ['From: System Administrator <postmaster@example.org>', 'Subject: Undeliverable: Archipel Pau'],
    [
      'Your message',
      '',
      '  To:      lou@example.org',
      '  Subject: Archipel Pau : virus',
      '',
      'did not reach the following recipient(s):',
      '',
      'lou@example.org on Tue, 1 Dec 2026 10:00:00 +0100',
      '    The recipient name is not recognized',
      '    MSEXCH:IMS:EXAMPLE:SITE:SERVER 0 (000C05A6) Unknown Recipient',
    ],
  ),
  MDaemon: mail(
    ['From: MDaemon@mx.example.org', 'Subject: Warning: lou@example.org - User unknown!'],
    ['lou@example.org - no such user here.', '', 'There is no user by that name at this server.'],
  ),
  'a gateway, in HTML': mail(
    [
      'From: Mail Delivery System <noreply@example.org>',
      'Subject: Non remis : Archipel Pau',
      'Content-Type: text/html; charset=utf-8',
    ],
    ['<p>Votre message à <b>lou@example.org</b> n’a pas été remis.</p><p>Utilisateur&nbsp;inconnu</p>'],
  ),
}

describe('a report that knows no RFC 3464 is read by its words:', () => {
  test.each(Object.entries(shapes))('%s', async (_, message) => {
    expect(await readReports(message)).toMatchObject([
      { kind: 'hard_bounce', cause: 'missing', address: 'lou@example.org' },
    ])
  })

  test('with the server’s own words, and none of what it writes every time', async () => {
    const [report] = await readReports(shapes.qmail ?? '')
    expect(report?.words).toBe('<…>: Sorry, no mailbox here by that name. (#5.1.1)')
  })
})

const nothing: Readonly<Record<string, string>> = {
  'a person who has left, and whose program says so': mail(
    ['Return-Path: <>', 'Auto-Submitted: auto-replied', 'From: Lou <lou@example.org>', 'Subject: Undeliverable'],
    ['This address is no longer in use, the account will be closed.'],
  ),
  'a person who is away': mail(
    ['From: Lou <lou@example.org>', 'Subject: Automatic reply: message status'],
    ['I am away. lou@example.org is not available.'],
  ),
  'a server that is late': mail(
    ['From: Mail Delivery System <Mailer-Daemon@mx.example.net>', 'Subject: Warning: message 1GdV3O delayed 72 hours'],
    [
      'A message has not yet been delivered to lou@example.org: 550 user unknown.',
      'No action is required on your part.',
    ],
  ),
  'a program that asks who writes': mail(
    ['From: postmaster@example.org', 'Subject: Delivery status: waitlisted'],
    ['Please add yourself to my guest list, lou@example.org is protected from unknown senders.'],
  ),
  'a person’s answer': mail(
    ['From: Lou <lou@example.org>', 'Subject: Re: Archipel Pau'],
    ['The address noa@example.org does not exist any more.'],
  ),
}

test.each(Object.entries(nothing))('%s is no report', async (_, message) => {
  expect(await readReports(message)).toEqual([])
})
