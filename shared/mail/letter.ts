import type { MailContent } from '#shared/domain/mail-content.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { renderMail } from './render.ts'
import type { MailLinks } from './slots.ts'

export type Mailbox = { name: string; address: string }

/** A mail as it goes to a mail server, whichever. */
export type Letter = {
  /** The mail's own id: the same whenever it is sent again. */
  uid: string
  messageId: string
  date: Date
  from: Mailbox
  to: Mailbox
  replyTo: string
  subject: string
  html: string
  text: string
  headers: Readonly<Record<string, string>>
}

export type Draft = {
  /** The mail's own id: the same mail sent again has the same Message-ID. */
  uid: string
  to: Mailbox
  /** In a trial: who gets the mail instead. */
  trial?: string | null
  language: Language
  content: MailContent
  links: MailLinks
}

export function writeLetter(draft: Draft, movement: Pick<Movement, 'name' | 'sender'>, now: Date): Letter {
  const { uid, to, trial = null, language, content, links } = draft
  const rendered = renderMail(content, { movement, language, links, now })
  const domain = movement.sender.address.split('@').at(-1)
  return {
    uid,
    messageId: `<${uid}@${domain}>`,
    date: now,
    from: { name: movement.sender.name, address: movement.sender.address },
    to: trial === null ? to : { name: '', address: trial },
    replyTo: movement.sender.replyTo,
    ...rendered,
    ...(trial === null ? {} : { subject: textIn(language).mail.trial(to.name, rendered.subject) }),
    headers: {
      // RFC 2919: what people filter on
      'List-ID': `<relance.${domain}>`,
      // RFC 3834: nobody's absence should answer
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      // In a trial, the button would stop the mails of somebody else
      ...(isOfRound(content) && trial === null ? unsubscribeHeaders(links.unsubscribe) : {}),
    },
  }
}

function isOfRound({ kind }: MailContent): boolean {
  return kind === 'invitation' || kind === 'reminder' || kind === 'last_call'
}

/** RFC 8058: the mail program's own button. Its POST stops the mails, opening the address only shows a page. */
export function unsubscribeHeaders(address: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
