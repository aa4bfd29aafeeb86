/** One thing over and over, of each kind that patterns, splits and normal forms stumble over. */
const units: Readonly<Record<string, string>> = {
  spaces: ' ',
  'no-break spaces': '\u00a0',
  tabs: '\t',
  'new lines': '\n',
  'ends of lines': '\r\n',
  'folded lines': '\r\n ',
  slashes: '/',
  'back slashes': '\\',
  commas: ',',
  semicolons: ';',
  'spaced semicolons': ' ; ',
  dots: '.',
  'dotted letters': 'a.',
  dashes: '-',
  quotes: '"',
  apostrophes: "'",
  ats: '@',
  'addresses without an end': 'a@',
  'colons and slashes': '://',
  digits: '1',
  'spaced digits': '1 ',
  'dotted digits': '1.',
  messages: 'a',
  'words of one letter': 'a ',
  'marks above and below': '\u0301\u0316',
  'one mark': '\u0301',
  'marked letters': 'e\u0301',
  'open tags': '<a',
  brackets: '([',
  'equals signs': '=',
  'tabs and equals signs': '\t=',
  percents: '%',
  ampersands: '&',
  zeros: '\0',
  joiners: '\u200d',
  flowers: '🌻',
  'halves of flowers': '\ud83c',
  'encoded words': '=?utf-8?q?a?= ',
  'long words': `${'a'.repeat(70)} `,
}

/** A hostile text: `write` makes one of so many characters. The plainest are tried up to 1 MB wherever they go. */
export type HostileText = { name: string; write: (size: number) => string; isPlainest: boolean }

const plainest = [
  'spaces',
  'new lines',
  'slashes',
  'commas',
  'dots',
  'quotes',
  'ats',
  'digits',
  'marks above and below',
]

/** Each unit alone, and between two letters, where what reads to the end fails at the last. */
export const hostileTexts: readonly HostileText[] = [
  ...Object.entries(units).flatMap(([name, unit]): HostileText[] => [
    { name, write: repeated(unit), isPlainest: plainest.includes(name) },
    { name: `${name} between letters`, write: (size) => `a${repeated(unit)(size - 2)}b`, isPlainest: false },
  ]),
  { name: 'all of them in turn', write: repeated(Object.values(units).join('')), isPlainest: true },
]

function repeated(unit: string): HostileText['write'] {
  return (size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
}
