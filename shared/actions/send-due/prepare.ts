import type { ReadMail } from '#shared/db/outgoing-mails.ts'
import type { Outcome } from '#shared/db/sending.ts'
import { linkPath } from '#shared/domain/link.ts'
import { type MailKind, scrub } from '#shared/domain/mail.ts'
import type { OutgoingMailOf, WrittenMail } from '#shared/domain/outgoing-mail.ts'
import { kinds } from '#shared/mail/kinds.ts'
import { mailLanguage } from '#shared/mail/mail-language.ts'
import { envelope, type MailMessage, writeMessage } from '#shared/mail/message.ts'
import type { Movement } from '#shared/movement.ts'

/** A message in its envelope, or why there is none. */
export type Prepared = { mail: ReadMail; message: MailMessage } | { outcome: Outcome }

export type SenderContext = { movement: Movement; publicUrl: string }

/** Writes a mail, unless it should not leave any more. An error of ours ends this mail, not the others. */
export function prepare(mail: ReadMail, token: string, desk: SenderContext, now: Date): Prepared {
  const ended = { mail: mail.id, answer: null, dueAt: null, tried: false }
  const { kind, suppression } = mail
  if (suppression && !kinds[kind].reachesSuppressed.includes(suppression))
    return { outcome: { ...ended, state: 'suppressed', reason: suppression } }
  if ('fault' in mail)
    return { outcome: { ...ended, state: 'failed', reason: 'fault', answer: mail.fault, tried: true } }
  if (mail.test) return { mail, message: testMessage(mail, mail.test, desk, now) }
  if (mail.content === null) return { outcome: { ...ended, state: 'cancelled', reason: 'nothing_owed' } }
  try {
    const message = write(mail, token, desk, now)
    return lengthOf(message) > longest
      ? { outcome: { ...ended, state: 'failed', reason: 'too_large', tried: true } }
      : { mail, message }
  } catch (error) {
    const answer = scrub(error instanceof Error ? error.message : String(error))
    return { outcome: { ...ended, state: 'failed', reason: 'fault', answer, tried: true } }
  }
}

function testMessage(
  { uid, to }: ReadMail,
  { language, ...rendered }: WrittenMail,
  { movement }: SenderContext,
  now: Date,
) {
  const { email, name } = movement.coordinators.find(({ email }) => email === to.address) ?? {
    email: to.address,
    name: '',
  }
  return envelope({ uid, to: { name, address: email }, language, rendered }, movement, now)
}

/** Characters of a message: ours have some twenty thousand, and mail programs cut what is longer than a hundred thousand. */
const longest = 200_000

function lengthOf({ subject, html, text, to }: MailMessage): number {
  return subject.length + html.length + text.length + to.name.length
}

function write<Kind extends MailKind>(
  { uid, to, redirect, kind, content, newNames }: OutgoingMailOf<Kind>,
  token: string,
  { movement, publicUrl }: SenderContext,
  now: Date,
): MailMessage {
  const coordinator = movement.coordinators.find(({ email }) => email === to.address)
  const draft = {
    uid,
    to: { name: to.name ?? coordinator?.name ?? '', address: to.address },
    redirect,
    language: mailLanguage(kind, movement, to.language ?? coordinator?.language),
    kind,
    content,
    newNames,
    links: {
      open: publicUrl + kinds[kind].link.path(token, content),
      unsubscribe: publicUrl + linkPath.unsubscribe(token),
    },
  }
  return writeMessage(draft, movement, now)
}
