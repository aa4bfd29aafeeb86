import PostalMime, { type Attachment } from 'postal-mime'
import { scrub } from '#shared/domain/mail.ts'
import { isAddressGone, type MailReport } from '#shared/domain/report.ts'

/** Bytes of a message that are looked at: what was said of ours, and how ours begins, come first (RFC 6522). */
export const reportLength = 100_000
/** Lines of them: each costs fifteen microseconds, however short it is (postal-mime), and a report has some hundreds. */
const maxLines = 5000
/** A report has three parts; what came back may have some of its own. */
const maxParts = 100
/** What its parts may cost (postal-mime): 20 levels, and the headers of a mail that went a long way. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 64_000, maxRfc822NestingDepth: 0 }
/** A mail of ours has one recipient; some servers write of several mails in one report. */
const maxReports = 20

/**
 * What a mail that came back says: a delivery status (RFC 3464) or somebody's complaint (RFC 5965). Nothing for any other mail: an answer,
 * an absence, or one that was made to cost more than a report does.
 */
export async function readReports(message: string | Uint8Array<ArrayBuffer>): Promise<MailReport[]> {
  const attachments = await partsOf(typeof message === 'string' ? new TextEncoder().encode(message) : message)
  const parts = new Map(attachments.map((part) => [part.mimeType.toLowerCase(), textOf(part)]))
  const uid = uidIn(parts.get('message/rfc822') ?? parts.get('text/rfc822-headers') ?? '')
  const status = parts.get('message/delivery-status') ?? parts.get('message/global-delivery-status')
  if (status !== undefined) return bouncesIn(status, uid).slice(0, maxReports)
  const feedback = parts.get('message/feedback-report')
  return feedback === undefined ? [] : complaintIn(feedback, uid)
}

async function partsOf(message: Uint8Array<ArrayBuffer>): Promise<Attachment[]> {
  const beginning = firstLines(message.slice(0, reportLength))
  if (countDashedLines(beginning) > maxParts) return []
  try {
    return (await PostalMime.parse(beginning, { ...limits, forceRfc822Attachments: true })).attachments
  } catch (error) {
    // One of the limits: what postal-mime throws has no class of its own
    if (error instanceof Error && error.message.startsWith('Maximum ')) return []
    throw error
  }
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

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** A mail's own id, by the Message-ID that `message.ts` makes of it. */
function uidIn(headers: string): string | null {
  return /^message-id:\s*<?([0-9a-f]{32})@/im.exec(headers)?.[1] ?? null
}

/** One report for each recipient that failed; one that is only late is none. */
function bouncesIn(status: string, uid: string | null): MailReport[] {
  return blocks(status)
    .filter((fields) => fields.get('action')?.toLowerCase() === 'failed')
    .map((fields) => {
      const [code = ''] = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? []
      const words = [code, fields.get('diagnostic-code')].filter(Boolean).join(' ')
      return {
        kind: isAddressGone(code) ? 'hard_bounce' : 'soft_bounce',
        uid,
        // What we wrote to, rather than where it was forwarded
        address: addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient')),
        words: scrub(words) || null,
      }
    })
}

/** An address that was pressed "this is junk" for. Reports on forgery (`auth-failure`) are about somebody else's mails. */
function complaintIn(feedback: string, uid: string | null): MailReport[] {
  return blocks(feedback)
    .filter((fields) => fields.get('feedback-type')?.toLowerCase() === 'abuse')
    .slice(0, 1)
    .map((fields) => ({ kind: 'complaint', uid, address: addressIn(fields.get('original-rcpt-to')), words: null }))
}

/** Groups of `Name: value` lines, folded ones joined (RFC 822); names in lower case. */
function blocks(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(
      (block) =>
        new Map(
          block.split('\n').flatMap((line) => {
            const [name = ''] = /^[\w-]+(?=:)/.exec(line) ?? []
            return name === '' ? [] : [[name.toLowerCase(), line.slice(name.length + 1).trim()] as const]
          }),
        ),
    )
}

/** `rfc822; Somebody@Example.org`, `<somebody@example.org>` */
function addressIn(field: string | undefined): string | null {
  const parts = (field ?? '').split(/[\s<>;,]+/)
  return parts.find((part) => /.@./.test(part))?.toLowerCase() ?? null
}
