import type { Letter } from '#shared/mail/letter.ts'
import { mimeMessage } from '#shared/mail/mime.ts'
import type { Delivery, Mailer } from '../mailer.ts'

/** Keeps a message under a name; one of that name that was there before gives way. */
export type Save = (name: string, message: string) => Promise<void>

/** A folder of .eml files, for whoever sends them by other means, or looks at them first. A mail that is tried again is one file. */
export function folderMailer(save: Save): Mailer {
  const one = async (letter: Letter): Promise<Delivery> => {
    try {
      await save(`${letter.uid}.eml`, mimeMessage(letter))
      return { result: 'accepted', answer: 'kept in the folder' }
    } catch (error) {
      const answer = error instanceof Error ? error.message : String(error)
      return { result: 'later', reason: 'unreachable', answer, everybody: true }
    }
  }
  return {
    can: { ownMessageId: true, idempotent: true, batch: 1, bounces: [] },
    lines: 4,
    deliver: (letters) => Promise.all(letters.map(one)),
    close: () => undefined,
  }
}
