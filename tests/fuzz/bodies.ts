import type { SentFile } from './files.ts'
import type { Network } from './network.ts'
import type { Random } from './random.ts'
import { anyValue, names, printable, valueFor } from './values.ts'

/** What a request carries, in Latin-1, and as what. */
export type Body = { type: string | null; body: string }

export function anyBody(random: Random, network: Network): Body {
  if (random.chance(0.6)) return encoded(random, pairsFor(random, network))
  return random.pick([
    {
      type: 'application/json',
      body: JSON.stringify({ event: 'spam', email: valueFor(random, network), reason: anyValue(random) }),
    },
    { type: 'application/json', body: anyValue(random) },
    { type: 'message/rfc822', body: bounceOf(random, network) },
    { type: 'text/plain', body: anyValue(random) },
    { type: 'application/x-www-form-urlencoded', body: '&'.repeat(random.below(100_000)) },
    { type: 'application/x-www-form-urlencoded', body: 'a&'.repeat(random.below(20_000)) },
    { type: 'application/x-www-form-urlencoded', body: `row=${'x'.repeat(random.below(600_000))}` },
    { type: printable(anyValue(random)), body: anyValue(random) },
    { type: null, body: '' },
  ])
}

function pairsFor(random: Random, network: Network): [string, string][] {
  const rows = random.several(0, 3, () => random.pick([...network.people, ...network.groups, 'new-row-1', 'short']))
  const fields = [
    'name',
    'email',
    'phone',
    'role',
    'town',
    'held_on',
    'title',
    'kind',
    'attendees',
    'remove',
    'theme',
    'people',
  ]
  return [
    ...random.several(0, 5, (): [string, string] => [random.pick(names), valueFor(random, network)]),
    ...rows.flatMap((row): [string, string][] => [
      ['row', row],
      ...random.several(0, 4, (): [string, string] => [`${row}.${random.pick(fields)}`, valueFor(random, network)]),
    ]),
  ]
}

/** Pairs as a form sends them, in one of its two ways; now and then not quite. With a file there is one way. */
export function encoded(random: Random, pairs: readonly [string, string][], file?: NamedFile): Body {
  if (!file && random.chance(0.75)) {
    const body = pairs.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join('=')).join('&')
    const type = random.chance(0.95) ? '' : random.pick(['; charset=utf-7', '; charset=latin1', ';', ' x'])
    return { type: `application/x-www-form-urlencoded${type}`, body: random.chance(0.97) ? body : `${body}%` }
  }
  const boundary = file ? 'of-these-parts' : random.pick(['x', '--', 'a b', '', 'x'.repeat(70)])
  const called = random.chance(0.1) ? '; filename="a.csv"' : ''
  const parts = [
    ...pairs.map(([name, value]) => partOf(`name="${latin(name)}"${called}`, latin(value))),
    ...(file ? [partOf(`name="${latin(file.field)}"; filename="${latin(file.name)}"`, file.bytes)] : []),
  ].map((part) => `--${boundary}\r\n${part}`)
  const end = random.chance(0.9) ? `--${boundary}--\r\n` : ''
  return { type: `multipart/form-data; boundary=${boundary}`, body: parts.join('') + end }
}

type NamedFile = SentFile & { field: string }

const partOf = (disposition: string, content: string) =>
  `Content-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`

/** The bytes of a text, each as a character. */
function latin(text: string): string {
  return Buffer.from(text.toWellFormed(), 'utf8').toString('latin1')
}

function bounceOf(random: Random, network: Network): string {
  const value = () => latin(valueFor(random, network))
  const type = `multipart/report; report-type=delivery-status; boundary="b"`
  return [
    `Content-Type: ${random.chance(0.8) ? type : value()}`,
    `Subject: ${value()}`,
    '',
    '--b',
    `Content-Type: ${random.pick(['message/delivery-status', 'message/feedback-report', 'text/plain', 'message/rfc822'])}`,
    '',
    `Final-Recipient: rfc822; ${value()}`,
    'Action: failed',
    `Status: ${random.pick(['5.1.1', '4.2.2', value()])}`,
    `Diagnostic-Code: smtp; ${value()}`,
    '',
    '--b--',
    '',
  ].join('\r\n')
}
