import type { MailMessage } from '#shared/mail/message.ts'
import { mimeMessage } from '#shared/mail/mime.ts'
import { allowed, always, type Delivery, type Mailer, type MayLeave } from './mailer.ts'

/** Keeps a message under a name; one of that name that was there before gives way. */
export type Save = (name: string, message: string) => Promise<void>

/** A folder of .eml files, for whoever sends them by other means, or looks at them first. A mail that is tried again is one file. */
export function folderMailer(save: Save): Mailer {
  const one = async (message: MailMessage, mayLeave: MayLeave): Promise<Delivery> => {
    if ((await allowed([message], mayLeave)).length === 0) return { result: 'untried' }
    try {
      await save(`${message.uid}.eml`, mimeMessage(message))
      return { result: 'accepted', answer: 'kept in the folder' }
    } catch (error) {
      const answer = error instanceof Error ? error.message : String(error)
      return { result: 'later', reason: 'unreachable', answer, everybody: true }
    }
  }
  return {
    can: { ownMessageId: true, idempotent: true, batch: 1, bounces: [] },
    lines: 4,
    deliver: (messages, mayLeave = always) => Promise.all(messages.map((message) => one(message, mayLeave))),
    breakOff: () => undefined,
    close: () => undefined,
  }
}
