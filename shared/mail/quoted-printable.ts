/** Short of the 76 of RFC 2045, §6.7: a dot that begins a line takes two more. */
const lineLength = 73

const equalsSign = 0x3d

/**
 * Text as quoted-printable, in lines that end in CRLF. Whatever is not printable ASCII is escaped; so is a space that ends a line, and a
 * dot that begins one: SMTP has none to double.
 */
export function quotedPrintable(content: string): string {
  return content
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/=/g, '=3D')
    .replace(/[^\n\x20-\x7e]+/g, (characters) => escaped(characters))
    .replace(/ \n/g, '=20\n')
    .replace(/ $/, '=20')
    .split('\n')
    .map(softly)
    .join('\r\n')
}

/** Each byte of UTF-8 as `=C3`, save what may stand anywhere (messages, digits and a few marks). */
export function escaped(characters: string): string {
  return encodeURIComponent(characters).replaceAll('%', '=')
}

/** A line in pieces that are short enough, none of which ends within an escape. */
function softly(line: string): string {
  let pieces = ''
  let start = 0
  while (line.length - start > lineLength) {
    let end = start + lineLength - 1
    if (line.charCodeAt(end - 1) === equalsSign) end -= 1
    else if (line.charCodeAt(end - 2) === equalsSign) end -= 2
    pieces += `${undotted(line.slice(start, end))}=\r\n`
    start = end
  }
  return pieces + undotted(line.slice(start))
}

function undotted(line: string): string {
  return line.startsWith('.') ? `=2E${line.slice(1)}` : line
}
