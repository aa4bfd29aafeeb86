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
/** Of a UTF-16 unit in UTF-8. */
const octetsOfUnit = 3

/** Octets are counted and not written: a calendar of 5,000 events has 60,000 lines. */
function folded(line: string): string {
  if (line.length * octetsOfUnit <= mostOctets) return line
  let written = ''
  let [begin, octets] = [0, 0]
  for (let at = 0; at < line.length; ) {
    const point = line.codePointAt(at) ?? 0
    const size = octetsOf(point)
    if (octets + size > mostOctets) {
      written += `${line.slice(begin, at)}\r\n `
      begin = at
      octets = 1
    }
    octets += size
    at += point > 0xffff ? 2 : 1
  }
  return written + line.slice(begin)
}

function octetsOf(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point <= 0xffff ? 3 : 4
}
