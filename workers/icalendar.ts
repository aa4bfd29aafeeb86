/** A line of iCalendar: its name with parameters, and its value as it stands. */
export type ContentLine = readonly [name: string, value: string]

/** Text as a value (RFC 5545 §3.3.11). Control characters may not stand in one. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' ? '\n' : ' '))
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** `20261214`, of a day. */
export const dayValue = (day: string) => day.replaceAll('-', '')
/** `20261201T090000Z`, of an instant. */
export const instantValue = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** Lines end with CRLF, and none is longer than 75 octets (RFC 5545 §3.1). */
export function writeLines(lines: readonly ContentLine[]): string {
  return lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('')
}

const mostOctets = 75
const bytes = new TextEncoder()

function folded(line: string): string {
  let written = ''
  let octets = 0
  for (const sign of line) {
    const size = bytes.encode(sign).length
    if (octets + size > mostOctets) {
      written += '\r\n '
      octets = 1
    }
    written += sign
    octets += size
  }
  return written
}
