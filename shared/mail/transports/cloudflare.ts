import type { RefusalCause } from '#shared/domain/refusal/refusal.ts'
import type { MailMessage } from '#shared/mail/message.ts'
import { allowed, always, type Delivery, type Mailer, type MayLeave } from './mailer.ts'

/** What we use of Cloudflare's `send_email` binding; its errors have a `code`. */
export type EmailBinding = {
  send: (message: {
    from: { email: string; name: string }
    to: string
    replyTo: string
    subject: string
    html: string
    text: string
    headers: Record<string, string>
  }) => Promise<{ messageId: string }>
}

/**
 * Cloudflare's Email Service: it writes its own Message-ID, and has no key against sending twice, so an error whose meaning nobody knows
 * leaves the mail `unknown`.
 */
export function cloudflareMailer(email: EmailBinding): Mailer {
  return {
    can: { ownMessageId: false, idempotent: false, batch: 1, bounces: ['answer'] },
    lines: 4,
    deliver: (messages, mayLeave = always) => Promise.all(messages.map((message) => deliver(email, message, mayLeave))),
    breakOff: () => undefined,
    close: () => undefined,
  }
}

async function deliver(email: EmailBinding, message: MailMessage, mayLeave: MayLeave): Promise<Delivery> {
  if ((await allowed([message], mayLeave)).length === 0) return { result: 'untried' }
  const all = { ...message.headers }
  const first = await attempt(email, message, all)
  // It takes headers from a list of its own: those of RFC 8058 are on it
  if (first !== 'headers') return first
  const few = Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith('List-Unsubscribe')))
  const second = await attempt(email, message, few)
  return second === 'headers' ? refused('content', 'E_HEADER_NOT_ALLOWED') : second
}

async function attempt(
  email: EmailBinding,
  { from, to, replyTo, subject, html, text }: MailMessage,
  headers: Record<string, string>,
): Promise<Delivery | 'headers'> {
  try {
    const { messageId } = await email.send({
      from: { email: from.address, name: from.name },
      to: to.address,
      replyTo,
      subject,
      html,
      text,
      headers,
    })
    return { result: 'accepted', answer: messageId }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const words = error instanceof Error ? error.message : String(error)
    return code === 'E_HEADER_NOT_ALLOWED' ? 'headers' : meaning(code, `${code} ${words}`.trim())
  }
}

// https://developers.cloudflare.com/email-service/api/send-emails/workers-api/
function meaning(code: string, answer: string): Delivery {
  switch (code) {
    case 'E_RECIPIENT_SUPPRESSED':
      return refused('missing', answer)
    case 'E_RECIPIENT_NOT_ALLOWED':
      return refused('policy', answer)
    case 'E_RATE_LIMIT_EXCEEDED':
      return { result: 'later', reason: 'busy', answer, everybody: true }
    case 'E_DAILY_LIMIT_EXCEEDED':
      return { result: 'later', reason: 'busy', answer, everybody: true, wait: 3_600_000 }
    case 'E_SENDER_NOT_VERIFIED':
    case 'E_SENDER_DOMAIN_NOT_AVAILABLE':
      return { result: 'later', reason: 'sender_refused', answer, everybody: true }
    case 'E_DELIVERY_FAILED':
    case 'E_INTERNAL_SERVER_ERROR':
    case '':
      return { result: 'unknown', answer }
    default:
      return code.startsWith('E_')
        ? refused(code === 'E_CONTENT_TOO_LARGE' ? 'too_large' : 'content', answer)
        : { result: 'unknown', answer }
  }
}

function refused(cause: RefusalCause, answer: string) {
  return { result: 'refused' as const, cause, answer }
}
