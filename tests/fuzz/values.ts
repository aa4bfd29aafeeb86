import { hostileTexts } from '#tests/support/hostile-texts.ts'
import type { Network } from './network.ts'
import type { Random } from './random.ts'

/** What would show in a page, or among its headers, if it were not written as text. */
export const markedHtml = '<b id=marked>'
export const markedHeader = 'x-marked'

/** By what they try. */
const texts: readonly (readonly string[])[] = [
  [
    '',
    ' ',
    '.',
    '-',
    '*',
    '_',
    '%',
    '\\',
    '0',
    '1',
    '-1',
    '20',
    'null',
    'true',
    'NaN',
    '1e308',
    '0x10',
    '9'.repeat(30),
  ],
  [
    '2026-12-01',
    '2026-12',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    '31/12/2026',
    'dimanche dernier',
    '3 mai',
    'mars 2019',
  ],
  [
    'lou@example.org',
    'nobody@example.org',
    'Lou <lou@example.org>;',
    'camille@archipel.example.org',
    '06 12 34 56 78',
    '+32 470 12 34 56',
  ],
  ['\0', '\r', '\n', '\t', '\u0085', '\u2028', `\r\n${markedHeader}: 1`, `\n${markedHeader}: 1`],
  ['🌻', '\ud83c', '\ufffe', '\u202e', '\ufeff', 'Saint-Étienne', 'e\u0301\u0316'.repeat(40), 'ﬃ', '\u0130'],
  [
    `"'>${markedHtml}`,
    `</title>${markedHtml}`,
    `</textarea>${markedHtml}`,
    'javascript:alert(1)',
    '{{name}}{{#groups}}',
    '$&$`$1',
  ],
  [
    "' OR 1=1 --",
    '"; DROP TABLE mail',
    '=cmd|/c calc',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  [
    'https://pau.example.org',
    '//elsewhere.example.org',
    '/dashboard/..//elsewhere.example.org',
    '/..',
    '?',
    '#',
    '&a=b',
    ';',
  ],
  ['fr', 'en', 'de', 'oui', 'on', 'active', 'asleep', 'closed', 'identity', 'referents', 'environ 30', 'Pau'],
  ['add', 'save', 'stop', 'back', 'accept', 'leave', 'not_mine', 'pause', 'wake', 'hand', 'robot', '?1', 'One-Click'],
]

/** A value that somebody, or a program, may send for anything; mostly short, now and then as long as a border takes and longer. */
export function anyValue(random: Random): string {
  if (random.chance(0.9)) return random.pick(random.pick(texts))
  const size = random.pick([10, 30, 100, 300, 1000, 3000, 9000])
  return random.pick(hostileTexts).write(size)
}

/** A value, or a name of somebody or something that is there. */
export function valueFor(random: Random, network: Network): string {
  if (random.chance(0.6)) return anyValue(random)
  return random.pick([...network.groups, ...network.people, ...network.addresses, ...(network.tokens.u ?? [])])
}

/** A value that was right, with something in it, cut, or gone altogether. */
export function spoilt(random: Random, network: Network, value: string): string {
  if (random.chance(0.4)) return valueFor(random, network)
  const at = random.chance(0.5) ? value.length : random.below(value.length + 1)
  const [before, after] = [value.slice(0, at), value.slice(at)]
  return random.chance(0.9) ? before + anyValue(random) + after : before
}

/** What may stand in a request line or a header at all. */
export function printable(value: string): string {
  return value.replace(/[^\x21-\x7e\x80-\xff]+/g, '') || '-'
}

/** Names of fields and parameters, of ours and of programs. */
export const names = [
  ...[
    'page',
    'from',
    'until',
    'before',
    'since',
    'row',
    'do',
    'to',
    'by',
    'me',
    'seen',
    'nobody',
    'section',
    'group',
    'revision',
    'switch',
  ],
  ...[
    'back',
    'ask',
    'town_meant',
    'link',
    'email',
    'body',
    'lang',
    'done',
    'undone',
    'text',
    'state',
    'region',
    'department',
    'answered',
  ],
  ...[
    'checked',
    'silent',
    'reach',
    'trend',
    'act',
    'activity',
    'theme',
    'campaign',
    'role',
    'sort',
    'order',
    'column',
    'format',
    'imports',
    'round',
  ],
  ...['against_from', 'against_until', 'List-Unsubscribe', 'q', '__proto__', 'constructor', '', 'x'.repeat(300)],
]
