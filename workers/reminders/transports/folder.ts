import type { Letter } from '#shared/mail/letter.ts'
import { mimeMessage } from '#shared/mail/mime.ts'
import { allowed, always, type Delivery, type Mailer, type MayLeave } from '../mailer.ts'

/** Keeps a message under a name; one of that name that was there before gives way. */
export type Save = (name: string, message: string) => Promise<void>

/** A folder of .eml files, for whoever sends them by other means, or looks at them first. A mail that is tried again is one file. */
export function folderMailer(save: Save): Mailer {
  const one = async (letter: Letter, mayLeave: MayLeave): Promise<Delivery> => {
    if ((await allowed([letter], mayLeave)).length === 0) return { result: 'untried' }
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
    deliver: (letters, mayLeave = always) => Promise.all(letters.map((letter) => one(letter, mayLeave))),
    breakOff: () => undefined,
    close: () => undefined,
  }
}
