type Bounce = {
  uid: string | null
  address: string
  original?: string
  status?: string
  diagnostic?: string
  action?: string
  more?: string
  returned?: string
}

/** A mail that came back, as Postfix writes it (RFC 3464). */
export function bounce({
  uid,
  address,
  original,
  status = '5.1.1',
  diagnostic = status.startsWith('5.2.2')
    ? `552 ${status} <${address}>\r\n    mailbox full`
    : `550 ${status} <${address}>\r\n    no such user`,
  action = 'failed',
  more = '',
  returned = 'message/rfc822',
}: Bounce): string {
  return report('delivery-status', [
    part('text/plain; charset=us-ascii', 'This is the mail system at host mx.example.org.\r\n\r\nI am sorry.'),
    part(
      'message/delivery-status',
      [
        'Reporting-MTA: dns; mx.example.org',
        'X-Postfix-Queue-ID: 4f1B2c3D4e',
        '',
        `Final-Recipient: rfc822; ${address}`,
        ...(original ? [`Original-Recipient: rfc822;${original}`] : []),
        `Action: ${action}`,
        `Status: ${status}`,
        'Remote-MTA: dns; mx.example.org',
        `Diagnostic-Code: smtp; ${diagnostic}`,
        more,
      ].join('\r\n'),
    ),
    part(returned, ours(uid, address)),
  ])
}

/** Somebody pressed "this is junk" (RFC 5965). */
export function complaint({
  uid,
  address,
  type = 'abuse',
}: {
  uid: string | null
  address: string
  type?: string
}): string {
  return report('feedback-report', [
    part('text/plain', 'This is an abuse report.'),
    part(
      'message/feedback-report',
      [`Feedback-Type: ${type}`, 'User-Agent: Example/1.0', 'Version: 1', `Original-Rcpt-To: <${address}>`].join(
        '\r\n',
      ),
    ),
    part('message/rfc822', ours(uid, address)),
  ])
}

const ours = (uid: string | null, address: string) =>
  [
    'From: reseau@archipel.example.org',
    `To: <${address}>`,
    'Subject: Archipel Pau',
    `Message-ID: <${uid ?? 'somebody.elses'}@archipel.example.org>`,
    'Content-Type: text/plain',
    '',
    'Bonjour',
  ].join('\r\n')

const part = (type: string, content: string) => `Content-Type: ${type}\r\n\r\n${content}\r\n`

function report(type: string, parts: string[]): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'To: reseau@archipel.example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <20261201090000.4f1B2c3D4e@mx.example.org>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary="4f1B2c3D4e.1"`,
    '',
    ...parts.map((each) => `--4f1B2c3D4e.1\r\n${each}`),
    '--4f1B2c3D4e.1--',
    '',
  ].join('\r\n')
}
