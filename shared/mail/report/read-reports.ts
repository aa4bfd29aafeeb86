import { scrub } from '#shared/domain/mail.ts'
import { causeOf } from '#shared/domain/refusal/cause-of.ts'
import type { MailReport } from '#shared/domain/report.ts'
import { addressIn, blocks } from './fields.ts'
import { isChallenge, reportInWords, saidInWords } from './in-words.ts'
import { type ReadMessage, readMessage } from './parts.ts'
import { recipientIn, uidIn } from './which-mail.ts'

/** A mail of ours has one recipient; some servers write of several mails in one report. */
const maxReports = 20

/**
 * What a mail that came back says: a delivery status (RFC 3464), somebody's complaint (RFC 5965), or what servers wrote before these and besides.
 * Nothing for any other mail: an answer, an absence, one that is only late, or one that was made to cost more than a report does.
 */
export async function readReports(source: string | Uint8Array<ArrayBuffer>): Promise<MailReport[]> {
  const reports = await reportsOf(source)
  return reports.slice(0, maxReports)
}

/** `isForwarded`: it hung on another message, which was looked into once. */
async function reportsOf(source: string | Uint8Array<ArrayBuffer>, isForwarded = false): Promise<MailReport[]> {
  const message = await readMessage(typeof source === 'string' ? new TextEncoder().encode(source) : source)
  if (!message) return []
  const feedback = message.part('message/feedback-report')
  if (feedback !== null) return complaintIn(feedback, uidIn(message))
  const status = message.part('message/delivery-status', 'message/global-delivery-status')
  const told = status === null ? null : bouncesIn(status, message)
  const reports = told ?? reportInWords(message, uidIn(message))
  const forwarded = message.part('message/rfc822')
  const isReport = /^content-type:\s{0,9}multipart\/report/im.test(forwarded?.slice(0, 10_000) ?? '')
  return status === null && forwarded !== null && isReport && !isForwarded ? reportsOf(forwarded, true) : reports
}

/** One report for each recipient that failed; one that is only late is none. Null when no recipient stands in it. */
function bouncesIn(status: string, message: ReadMessage): MailReport[] | null {
  const uid = uidIn(message)
  const recipients = blocks(status).filter(
    (fields) => fields.has('final-recipient') || fields.has('original-recipient') || fields.has('action'),
  )
  if (recipients.length === 0) return null
  return recipients.filter(hasFailed).flatMap((fields) => {
    const [code = null] = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? []
    const diagnostic = [fields.get('diagnostic-code'), fields.get('x-supplementary-info')].filter(Boolean).join(' ')
    const own = causeOf({ text: diagnostic, status: code })
    const cause = own === 'unclear' && recipients.length === 1 ? causeOf({ text: message.text, status: code }) : own
    if (diagnostic === '' && isChallenge(message.text, cause)) return []
    return {
      kind: cause === 'missing' ? 'hard_bounce' : 'soft_bounce',
      cause,
      uid,
      // What we wrote to, rather than where it was forwarded
      address:
        addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient')) ?? recipientIn(message),
      words: scrub([code, diagnostic || saidInWords(message)].filter(Boolean).join(' ')) || null,
    }
  })
}

/** Some leave the action out, and some say what failed in their own word. */
function hasFailed(fields: ReadonlyMap<string, string>): boolean {
  const action = fields.get('action')?.toLowerCase() ?? ''
  return action === '' ? /^\s?5\./.test(fields.get('status') ?? '') : /^(?:fail|undeliver|reject)/.test(action)
}

/** An address that was pressed "this is junk" for. Reports on forgery (`auth-failure`) are about somebody else's mails. */
function complaintIn(feedback: string, uid: string | null): MailReport[] {
  return blocks(feedback)
    .filter((fields) => /^(?:abuse|opt-out)/i.test(fields.get('feedback-type') ?? ''))
    .slice(0, 1)
    .map((fields) => ({
      kind: 'complaint',
      cause: null,
      uid,
      address: addressIn(fields.get('original-rcpt-to')),
      words: null,
    }))
}
