import type { MailMessage, NamedAddress } from './message.ts'
import { escaped, quotedPrintable } from './quoted-printable.ts'

/**
 * A message as a MIME message (RFC 5322, RFC 2046): its text and its page, in lines of printable ASCII that end in CRLF.
 * `without` are names of headers that the server writes itself.
 */
export function mimeMessage(message: MailMessage, without: readonly string[] = []): string {
  // Quoted-printable never says `=_`: no part can hold this
  const boundary = `=_${message.messageId.replace(/\W/g, '').slice(0, 40)}`
  return [
    ...mimeHeaders(message)
      .filter(([name]) => !without.includes(name))
      .map(([name, value]) => fold(`${name}: ${value}`)),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part(boundary, 'text/plain', message.text),
    ...part(boundary, 'text/html', message.html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

function mimeHeaders(message: MailMessage): [name: string, value: string][] {
  return [
    ['Message-ID', message.messageId],
    ['Date', message.date.toUTCString().replace('GMT', '+0000')],
    ['From', mailbox(message.from)],
    ['To', mailbox(message.to)],
    ['Reply-To', message.replyTo],
    ['Subject', words(message.subject)],
    ...Object.entries(message.headers),
  ]
}

function part(boundary: string, type: string, content: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(content),
  ]
}

function mailbox({ name, address }: NamedAddress): string {
  const shown = plain(name)
  if (shown === '') return address
  if (!isAscii(shown) || shown.includes('=?')) return `${encodedWords(shown)} <${address}>`
  const isAtoms = /^[\w !#$%&'*+/=?^`{|}~-]+$/.test(shown)
  return `${isAtoms ? shown : `"${shown.replace(/["\\]/g, '\\$&')}"`} <${address}>`
}

/** Words of a header: as they are, or encoded. */
function words(value: string): string {
  const shown = plain(value)
  return isAscii(shown) && !shown.includes('=?') ? shown : encodedWords(shown)
}

/** Nothing that somebody typed begins a header of its own. */
function plain(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ').trim()
}

function isAscii(value: string): boolean {
  return /^[\x20-\x7e]*$/.test(value)
}

/** 75 (RFC 2047, §2) without `=?UTF-8?Q?` and `?=`. */
const wordLength = 63

/** Encoded words of whole characters (RFC 2047). */
function encodedWords(value: string): string {
  const encoded: string[] = []
  let word = ''
  for (const character of value.toWellFormed()) {
    const next = /[A-Za-z0-9!*+/-]/.test(character) ? character : inWord(character)
    if (word.length + next.length > wordLength) {
      encoded.push(word)
      word = ''
    }
    word += next
  }
  return [...encoded, word].map((each) => `=?UTF-8?Q?${each}?=`).join(' ')
}

function inWord(character: string): string {
  if (character === ' ') return '_'
  const bytes = escaped(character)
  return bytes.startsWith('=') ? bytes : `=${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** A header in lines of 78 characters where it has spaces to break at (RFC 5322, §2.1.1). */
function fold(header: string): string {
  const [first = '', ...rest] = header.split(' ')
  const lines: string[] = []
  let line = first
  for (const word of rest) {
    if (line.length + 1 + word.length > 78) {
      lines.push(line)
      line = ''
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\r\n')
}
