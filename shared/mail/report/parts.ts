import PostalMime, { type Attachment, type Email } from 'postal-mime'

/** Bytes of a message that are looked at: what was said of ours, and how ours begins, come first (RFC 6522). */
export const reportLength = 100_000
/** Lines of them: each costs fifteen microseconds, however short it is (postal-mime), and a report has some hundreds. */
const maxLines = 5000
/** A report has three parts; what came back may have some of its own. */
const maxParts = 100
/** What its parts may cost (postal-mime): 20 levels, and the headers of a mail that went a long way. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 64_000, maxRfc822NestingDepth: 0 }

/** A message that may be a report, in its parts. */
export type ReadMessage = {
  /** Names in lower case. */
  header: (name: string) => string
  /** What a person reads, without its markup. */
  text: string
  /** What its part of this type says; null when it has none. */
  part: (...types: string[]) => string | null
  /** Its beginning, as it came. */
  source: string
}

/** Null for a message that was made to cost more than a report does. */
export async function readMessage(message: Uint8Array<ArrayBuffer>): Promise<ReadMessage | null> {
  const beginning = firstLines(fromFirstLetter(message).slice(0, reportLength))
  if (countDashedLines(beginning) > maxParts) return null
  try {
    const email = await PostalMime.parse(beginning, { ...limits, forceRfc822Attachments: true })
    return readable(email, new TextDecoder('latin1').decode(beginning))
  } catch (error) {
    // One of the limits: what postal-mime throws has no class of its own
    if (error instanceof Error && error.message.startsWith('Maximum ')) return null
    throw error
  }
}

function readable({ headers, attachments, text = '', html = '' }: Email, source: string): ReadMessage {
  const parts = new Map(attachments.map((part) => [part.mimeType.toLowerCase(), part]))
  return {
    header: (name) => headers.find(({ key }) => key === name)?.value ?? '',
    text: text.trim() === '' ? withoutMarkup(html) : text,
    part: (...types) => {
      const part = types.map((type) => parts.get(type)).find((found) => found !== undefined)
      return part === undefined ? null : textOf(part)
    },
    source,
  }
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function withoutMarkup(html: string): string {
  return html
    .split(/<(?=style|script)/i)
    .map((piece, at) => (at === 0 ? piece : piece.slice(piece.search(/<\/(?:style|script)/i) + 1)))
    .join('')
    .split('<')
    .map((piece, at) => (at === 0 ? piece : piece.slice(piece.indexOf('>') + 1)))
    .join(' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => signOf(name) ?? whole)
}

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({ nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", rsquo: '’', lsquo: '‘', szlig: 'ß' }),
)

/** What an entity stands for; of a letter with an accent, which is compared without, the letter. */
function signOf(name: string): string | undefined {
  const [, base, digits = ''] = /^#(x?)([0-9a-f]+)$/i.exec(name) ?? []
  const code = Number.parseInt(digits, base === '' ? 10 : 16)
  if (digits !== '') return code === 160 || code > 0x10ffff ? ' ' : String.fromCodePoint(code)
  return signs.get(name) ?? /^([a-z])(?:acute|grave|circ|uml|cedil|tilde|ring)$/i.exec(name)?.[1]
}

/** Mails that were pasted into a file begin with empty lines, which would end their headers. */
function fromFirstLetter(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const from = bytes.findIndex((byte) => byte > 0x20)
  return from > 0 ? bytes.subarray(from) : bytes
}

function firstLines(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  let end = 0
  for (let lines = 0; lines < maxLines; lines++) {
    const next = bytes.indexOf(0x0a, end)
    if (next < 0) return bytes
    end = next + 1
  }
  return bytes.subarray(0, end)
}

/** Lines that may begin a part: each takes a hundred kilobytes while it is decoded, however short it is. */
function countDashedLines(bytes: Uint8Array): number {
  return bytes.reduce(
    (count, byte, at) =>
      byte === 0x2d && bytes[at + 1] === 0x2d && (at === 0 || bytes[at - 1] === 0x0a) ? count + 1 : count,
    0,
  )
}
