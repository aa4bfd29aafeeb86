import type { MailMessage } from '#shared/mail/message.ts'

/**
 * Messages that may go in one call: those with the same sender and headers, which Brevo takes once a call. The month's mails have a button
 * of their own to unsubscribe with (RFC 8058), hence a call each, unless `oneClick` is off.
 */
export function together(messages: readonly MailMessage[], oneClick: boolean): MailMessage[][] {
  const calls = new Map<string, MailMessage[]>()
  for (const message of messages) {
    const same = JSON.stringify([message.from, headersOf(message, oneClick)])
    calls.set(same, [...(calls.get(same) ?? []), message])
  }
  return [...calls.values()]
}

/** What Brevo is asked: one mail, or several as versions of one. */
export function bodyOf(messages: readonly MailMessage[], key: string, oneClick: boolean): object {
  const [first] = messages
  if (!first) throw new Error('a call carries messages')
  const common = {
    sender: { email: first.from.address, name: first.from.name },
    headers: {
      ...headersOf(first, oneClick),
      idempotencyKey: key,
      // Brevo says it again when it calls us; of several versions it would say the same
      ...(messages.length === 1 ? { 'X-Mailin-custom': first.uid } : {}),
    },
  }
  if (messages.length === 1) return { ...common, ...versionOf(first) }
  return {
    ...common,
    subject: first.subject,
    htmlContent: first.html,
    messageVersions: messages.map(versionOf),
  }
}

function versionOf({ to, replyTo, subject, html, text }: MailMessage) {
  return {
    to: [to.name === '' ? { email: to.address } : { email: to.address, name: to.name }],
    replyTo: { email: replyTo },
    subject,
    htmlContent: html,
    textContent: text,
  }
}

function headersOf({ headers }: MailMessage, oneClick: boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => name !== 'X-Relance-Mail' && (oneClick || !name.startsWith('List-Unsubscribe')),
    ),
  )
}

/** A UUID that the same messages always have. */
export async function keyOf(messages: readonly MailMessage[]): Promise<string> {
  const names = messages.map(({ uid, to }) => `${uid} ${to.address}`).sort()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(names.join('\n')))
  const hex = Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  // RFC 9562, §5.8: version 8, made by a rule of one's own
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-a$4-$5')
}
