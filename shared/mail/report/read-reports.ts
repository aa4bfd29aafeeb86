import { scrub } from '#shared/domain/mail.ts'
import { causeOf } from '#shared/domain/refusal/cause-of.ts'
import type { MailReport } from '#shared/domain/report.ts'
import { addressIn, blocks, fieldsNamed } from './fields.ts'
import { isChallenge, linesAbout, maxReports, reportInWords, saidInWords } from './in-words.ts'
import { type ReadMessage, readMessage } from './parts.ts'
import { recipientIn, returnedIn, uidIn } from './which-mail.ts'

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
  if (feedback !== null) return complaintsIn(feedback, message)
  const status = message.part('message/delivery-status', 'message/global-delivery-status')
  const told = status === null ? null : bouncesIn(status, message)
  const reports = told ?? [...complaintsToSender(message), ...reportInWords(message, uidIn(message))]
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
  return recipients
    .filter(hasFailed)
    .slice(0, maxReports)
    .flatMap((fields) => {
      const [code = null] = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? []
      const diagnostic = diagnosticOf(fields)
      // What we wrote to, rather than where it was forwarded
      const address =
        addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient')) ?? recipientIn(message)
      const own = causeOf({ text: diagnostic, status: code, address })
      const text = recipients.length === 1 ? message.text : linesAbout(address, message.text)
      const cause = own === 'unclear' && text !== '' ? causeOf({ text, status: code, address }) : own
      if (diagnostic === '' && isChallenge(message.text, cause)) return []
      return {
        kind: cause === 'missing' ? 'hard_bounce' : 'soft_bounce',
        cause,
        uid,
        address,
        words: scrub([code, diagnostic || saidInWords(message)].filter(Boolean).join(' ')) || null,
      }
    })
}

function diagnosticOf(fields: ReadonlyMap<string, string>): string {
  return [fields.get('diagnostic-code'), fields.get('x-supplementary-info')].filter(Boolean).join(' ')
}

/** Some leave the action out, or the status too, and some say what failed in their own word. */
function hasFailed(fields: ReadonlyMap<string, string>): boolean {
  const action = fields.get('action')?.toLowerCase() ?? ''
  if (action !== '') return /^(?:fail|undeliver|reject)/.test(action)
  const status = fields.get('status') ?? ''
  return /^\s?5\./.test(status) || (status === '' && /(?:^|[\s;])5\d\d[\s-]/.test(diagnosticOf(fields).slice(0, 200)))
}

/** Addresses that "this is junk" was pressed for, or "this is a fraud". Reports on forgery (`auth-failure`) are about somebody else's mails. */
function complaintsIn(feedback: string, message: ReadMessage): MailReport[] {
  const [type = ''] = fieldsNamed(feedback, 'feedback-type')
  if (!/^\s{0,9}(?:abuse|fraud|opt-out)/i.test(type)) return []
  const named = fieldsNamed(feedback, 'original-rcpt-to').map(addressIn)
  return complaints([...named, ...fieldsNamed(feedback, 'removal-recipient').map(addressIn)], message)
}

/** Outlook.com's, which hang the mail on without a word. */
function complaintsToSender(message: ReadMessage): MailReport[] {
  const reporters = fieldsNamed(returnedIn(message), 'x-hmxmroriginalrecipient').map(addressIn)
  return reporters.length > 0 ? complaints(reporters, message) : []
}

/** Many leave out who complains: then it is whom our mail was written to. */
function complaints(named: readonly (string | null)[], message: ReadMessage): MailReport[] {
  const uid = uidIn(message)
  const known = [...new Set(named)].filter((address) => address !== null && !address.includes('redact'))
  const addresses = known.length > 0 ? known : [recipientIn(message)]
  return addresses
    .slice(0, maxReports)
    .map((address) => ({ kind: 'complaint', cause: null, uid, address, words: null }))
}
