import type { Network } from './network.ts'
import type { Random } from './random.ts'
import { anyValue, printable, spoilt } from './values.ts'

const headerNames = [
  ...[
    'accept-language',
    'accept-encoding',
    'accept',
    'origin',
    'referer',
    'sec-fetch-site',
    'sec-fetch-user',
    'sec-fetch-mode',
    'user-agent',
  ],
  ...[
    'x-forwarded-for',
    'cf-connecting-ip',
    'cf-access-jwt-assertion',
    'authorization',
    'if-none-match',
    'if-modified-since',
    'range',
  ],
  ...[
    'content-type',
    'content-encoding',
    'content-language',
    'te',
    'upgrade',
    'x-forwarded-host',
    'x-http-method-override',
    'forwarded',
  ],
]
const headerValues = [
  'none',
  'same-origin',
  'cross-site',
  '?1',
  'null',
  'http://localhost',
  'en;q=0.1, fr',
  'gzip, br;q=0',
  'bytes=0-1',
  '::1',
  '192.0.2.1, 192.0.2.2',
]
const cookieNames = [
  'lang',
  'chosen',
  'relance_session',
  'relance_browser',
  'relance_known',
  'relance_return',
  'relance_visit',
]

/** The headers of a request, for a body of this type where it has one. */
export function headersFor(random: Random, network: Network, type: string | null): [string, string][] {
  const host = random.chance(0.97)
    ? 'localhost'
    : random.pick(['[::1', 'a:b:c', 'a b', '[::1]:80', '', 'LOCALHOST:1', 'a%zz', '🌻'])
  const made = random.several(0, 2, () => `${random.pick(cookieNames)}=${printable(cookieValue(random, network))}`)
  const cookies = [...(random.chance(0.8) ? [random.pick(network.cookies)] : []), ...made]
  const more = random.several(0, 3, (): [string, string] => [
    random.pick(headerNames),
    random.chance(0.6) ? random.pick(headerValues) : printable(anyValue(random)),
  ])
  return [
    ['host', host],
    ...(cookies.length > 0 ? [['cookie', cookies.join('; ')] as [string, string]] : []),
    ...(random.chance(0.7) ? [['sec-fetch-user', '?1'] as [string, string]] : []),
    ...(random.chance(0.5) ? [['authorization', random.pick(network.authorizations)] as [string, string]] : []),
    ...more,
    ...(type === null ? [] : [['content-type', type] as [string, string]]),
  ]
}

function cookieValue(random: Random, network: Network): string {
  const right = random.pick(['fr', '/dashboard/groups?state=asleep', 'mx4guqo0.mx4guqo1', 'the-browser-that-asked'])
  const value = spoilt(random, network, right)
  return random.chance(0.7) ? encodeURIComponent(value.toWellFormed()) : value
}
