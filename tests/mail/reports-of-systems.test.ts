import { describe, expect, test } from 'vitest'
import { readReports } from '#shared/mail/report/read-reports.ts'
import { bounce, complaint } from '#tests/support/reports.ts'

const uid = 'c3'.repeat(16)
const address = 'lou@example.org'
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').toString('base64')

/** A mail of a server without a delivery status, in the encoding that is named. */
const inWords = (subject: string, text: string, type = 'text/plain; charset=utf-8', encoding = '8bit') =>
  [
    'From: Postmaster <postmaster@example.net>',
    `Subject: ${subject}`,
    `References: <${uid}@archipel.example.org>`,
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    text,
  ].join('\r\n')

/** A delivery status with these lines about one recipient, or about several with an empty line between. */
const status = (lines: readonly string[], text = 'Delivery failed.') =>
  bounce({ uid, address })
    .replace('I am sorry.', text)
    .replace(/Final-Recipient[\s\S]*?no such user\r\n\r\n/, `${lines.join('\r\n')}\r\n\r\n`)
const failed = (said: string, to = `rfc822; ${address}`) => [`Final-Recipient: ${to}`, 'Action: failed', said]

describe('a missing mailbox is recognised', () => {
  const userUnknown = 'Diagnostic-Code: smtp; 550 5.1.1 user unknown'
  const body = (text: string) => Buffer.from(text).toString('base64')
  const shapes: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
    'with small letters in its fields': status(failed(userUnknown).map((line) => line.toLowerCase())),
    'with fields over several lines': status(failed('Diagnostic-Code: smtp;\r\n\t550 5.1.1 user\r\n\tunknown')),
    'with a status that says the contrary': status([...failed(userUnknown), 'Status: 2.0.0']),
    'without a status': status(failed(userUnknown)),
    'without an action and a status': status([`Final-Recipient: rfc822; ${address}`, userUnknown]),
    'of a gateway to X.400': status([
      `Original-Recipient: rfc822; ${address}`,
      ...failed(
        'Diagnostic-Code: x-x400; Reason 1 (Unable-To-Transfer); Diagnostic 0 (Unrecognized OR-name)',
        'x400; /S=lou/C=FR/',
      ),
    ]),
    'of a server that writes in UTF-8 (RFC 6533)': status(failed(userUnknown, `utf-8; ${address}`)).replace(
      'message/delivery-status',
      'message/global-delivery-status',
    ),
    'within a multipart/mixed': status(failed(userUnknown)).replace(
      /multipart\/report; report-type=[^;]*/,
      'multipart/mixed',
    ),
    'by the text alone, in Dutch': status(failed('Status: 5.0.0'), 'Dit e-mailadres bestaat niet.'),
    'of Exchange, in French': inWords(
      'Non remis : Archipel',
      `Votre message à ${address} n’a pas pu être remis.\r\n\r\nlou est introuvable sur example.org.`,
    ),
    'of Exchange, in Spanish and base64': inWords(
      'No se puede entregar: Archipel',
      body(`Su mensaje a ${address} no se pudo entregar.\n\nNo se encontró lou en example.org.`),
      'text/plain; charset=utf-8',
      'base64',
    ),
    'of Domino, in French and ISO 8859-1': latin1(
      inWords(
        'ECHEC DE DISTRIBUTION',
        `n’a pas été remis à :\r\n  ${address}\r\ncar :\r\n  L'utilisateur lou n'est pas répertorié`.replaceAll(
          '’',
          "'",
        ),
        'text/plain; charset=iso-8859-1',
      ),
    ),
    'in UTF-16': inWords(
      'Non remis',
      utf16(`${address}\nL’adresse du destinataire est introuvable.`),
      'text/plain; charset=utf-16',
      'base64',
    ),
    'in HTML with entities and styles': inWords(
      'Undeliverable: Archipel',
      `<style>p{color:red}</style><p>${address}</p><p>The email address you entered couldn&#39;t be found.</p>`,
      'text/html; charset=utf-8',
    ),
  }
  test.each(Object.entries(shapes))('%s', async (_, message) => {
    expect(await readReports(message as string)).toMatchObject([
      { kind: 'hard_bounce', cause: 'missing', uid, address },
    ])
  })
})

describe('an address is read', () => {
  const of = async (to: string) => (await readReports(status([...failed('Status: 5.1.1', to)])))[0]?.address
  test.each([
    ['as it was handed over, with a plus (RFC 3461)', 'rfc822;lou+2Bpau@example.org', 'lou+pau@example.org'],
    ['with a plus of its own', 'rfc822;lou+pau@example.org', 'lou+pau@example.org'],
    ['with a name of the internet in other letters', 'utf-8; lou@exämple.org', 'lou@xn--exmple-cua.org'],
    ['with such a letter as a number (RFC 6533)', 'utf-8; lou@ex\\x{E4}mple.org', 'lou@xn--exmple-cua.org'],
  ])('%s', async (_, to, read) => {
    expect(await of(to)).toBe(read)
  })
})

describe('of several in one report', () => {
  test('each recipient has its own reason, where only the text gives it', async () => {
    const lines = [...failed('Status: 5.0.0'), '', ...failed('Status: 4.4.1', 'rfc822; sam@example.org')]
    const text = `<${address}>: user unknown\r\n\r\n<sam@example.org>: connection timed out`
    expect(await readReports(status(lines, text))).toMatchObject([
      { address, cause: 'missing' },
      { address: 'sam@example.org', cause: 'route' },
    ])
  })

  test('each address has its own reason, where a server writes in words', async () => {
    const text = `<${address}>:\r\nno mailbox here by that name (#5.1.1)\r\n\r\n<sam@example.org>:\r\nmailbox is full (#5.2.2)`
    expect(await readReports(inWords('failure notice', text))).toMatchObject([
      { address, cause: 'missing' },
      { address: 'sam@example.org', cause: 'full' },
    ])
  })

  test('each person who complains is heard', async () => {
    const two = complaint({ uid, address }).replace(
      /(Original-Rcpt-To: .*)/,
      '$1\r\nOriginal-Rcpt-To: <sam@example.org>',
    )
    expect((await readReports(two)).map((report) => report.address)).toEqual([address, 'sam@example.org'])
  })
})

describe('a complaint is heard', () => {
  const of = complaint({ uid, address })
  const outlook = `Subject: complaint about message from 192.0.2.1\r\nContent-Type: message/rfc822\r\n\r\nX-HmXmrOriginalRecipient: ${address}\r\nMessage-ID: <${uid}@archipel.example.org>\r\n\r\nBonjour`
  test.each([
    ['that does not say whose', of.replace(/Original-Rcpt-To.*/, '')],
    ['that hides whose', of.replace(/Original-Rcpt-To.*/, 'Original-Rcpt-To: <redacted@example.net>')],
    ['about a fraud', of.replace('Feedback-Type: abuse', 'Feedback-Type: fraud')],
    ['of Outlook.com', outlook],
  ])('%s', async (_, message) => {
    expect(await readReports(message)).toMatchObject([{ kind: 'complaint', uid, address }])
  })

  test('only where it is one', async () => {
    for (const type of ['not-spam', 'virus', 'other'])
      expect(await readReports(of.replace('Type: abuse', `Type: ${type}`))).toEqual([])
  })
})

test.each([
  ['a person’s answer to what a server wrote', 'Re: Undeliverable: Archipel', `I got this: ${address} user unknown`],
  ['an absence in Portuguese', 'Resposta automática: Archipel', `Estou ausente; o endereço ${address} não existe.`],
  ['an absence in Japanese', '自動応答: Archipel', `不在です。アドレスは存在しません ${address}`],
])('%s is no report', async (_, subject, text) => {
  expect(
    await readReports(inWords(subject, text).replace('Postmaster <postmaster@example.net>', 'Lou <lou@example.org>')),
  ).toEqual([])
})

test('a server that is only late is no report in other languages either', async () => {
  for (const text of [
    'n’a pas encore été remis',
    'wurde noch nicht zugestellt',
    'non è stato ancora consegnato',
    'ainda não foi entregue',
  ])
    expect(await readReports(inWords('Delivery status', `${address} ${text}: user unknown`))).toEqual([])
})
