import type { MailKind } from '#shared/domain/mail.ts'
import type { NewNames } from '#shared/domain/new-names.ts'
import type { ContentOf } from '#shared/domain/outgoing-mail.ts'
import { senderName } from '#shared/movement.ts'
import { isMisleading } from '#shared/record/misleading.ts'
import type { Language } from '#shared/text/language.ts'
import type { MailLinks, Setting } from './kind.ts'
import { kinds } from './kinds.ts'
import { everyMail } from './parts/every/every.ts'
import { type Rendered, renderMail } from './render.ts'

export type NamedAddress = { name: string; address: string }

/** A mail as it goes to a mail server, whichever. */
export type MailMessage = {
  /** The mail's own id: the same whenever it is sent again. */
  uid: string
  messageId: string
  date: Date
  from: NamedAddress
  to: NamedAddress
  replyTo: string
  subject: string
  html: string
  text: string
  headers: Readonly<Record<string, string>>
}

export type MessageDraft<Kind extends MailKind> = {
  /** The mail's own id: the same mail sent again has the same Message-ID. */
  uid: string
  to: NamedAddress
  /** In a trial: who gets the mail instead. */
  redirect?: string | null
  language: Language
  kind: Kind
  content: ContentOf<Kind>
  newNames?: NewNames
  links: MailLinks
}

/** Words that are written already. */
type Enveloped = { uid: string; to: NamedAddress; language: Language; rendered: Rendered; replyTo?: string | undefined }

/** Puts written words in their envelope. */
export function envelope(
  { uid, to, language, rendered, replyTo }: Enveloped,
  movement: Pick<Setting['movement'], 'sender'>,
  now: Date,
): MailMessage {
  const { sender } = movement
  const domain = sender.address.split('@').at(-1)
  return {
    uid,
    messageId: `<${uid}@${domain}>`,
    date: now,
    from: { name: senderName(movement, language), address: sender.address },
    to,
    replyTo: replyTo ?? sender.replyTo,
    ...rendered,
    headers: {
      // RFC 2919: what people filter on
      'List-ID': `<relance.${domain}>`,
      // RFC 3834: nobody's absence should answer
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      // Servers that write Message-IDs of their own, as Amazon SES does, keep it, and so does what comes back
      'X-Relance-Mail': uid,
    },
  }
}

/** A mail as somebody of the team sends it to themselves: its subject says so. */
export function markTest({ subject, html, text }: Rendered, language: Language): Rendered {
  return { subject: everyMail(language)('test', { subject }), html, text }
}

export function writeMessage<Kind extends MailKind>(
  draft: MessageDraft<Kind>,
  movement: Setting['movement'],
  now: Date,
): MailMessage {
  const { uid, redirect = null, language, kind, links } = draft
  const name = draft.newNames?.has(draft.to.name) ? (draft.newNames.get(draft.to.name) ?? '') : draft.to.name
  const to = { ...draft.to, name: isMisleading(name) ? '' : name }
  const rendered = renderMail<Kind>(draft, { movement, language, reader: to.name, links, now })
  const replyTo = kinds[kind].replyTo?.(draft.content)
  if (redirect !== null) {
    const subject = everyMail(language)('trial', { reader: to.name || to.address, subject: rendered.subject })
    const redirected = {
      uid,
      to: { name: '', address: redirect },
      language,
      rendered: { ...rendered, subject },
      replyTo,
    }
    // The button to unsubscribe would stop the mails of somebody else
    return envelope(redirected, movement, now)
  }
  // What somebody else calls a stranger leads nothing either
  const reader = kinds[kind].isToStranger === true ? { ...to, name: '' } : to
  const message = envelope({ uid, to: reader, language, rendered, replyTo }, movement, now)
  if (!kinds[kind].isStoppable) return message
  return { ...message, headers: { ...message.headers, ...unsubscribeHeaders(links.unsubscribe) } }
}

/** RFC 8058: the mail program's own button. Its POST stops the mails, opening the address only shows a page. */
export function unsubscribeHeaders(address: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
