import type { Language } from '#shared/text/language.ts'
import type { MailKind, mailTable, SuppressionReason } from './mail.ts'
import type { MailContents } from './mail-content.ts'
import type { NewNames } from './new-names.ts'

/** What a kind of mail tells. */
export type ContentOf<Kind extends MailKind> = MailContents[(typeof mailTable)[Kind]['tells']]

/** A mail that is about to leave, whatever it says. */
export type MailEnvelope = {
  id: number
  uid: string
  attempts: number
  createdAt: Date
  /** A coordinator is only an address. */
  to: { name: string | null; address: string; language: string | null }
  /** Why this address may not be written to. */
  suppression: SuppressionReason | null
  /** Since when a server says that this address is missing, and was not believed. */
  doubtedSince: Date | null
  /** In a trial: who gets the mail instead. */
  redirect: string | null
  /** What groups and people were called lately, by others than the reader and the team. */
  newNames: NewNames
  /** A test: as it was written. */
  test: WrittenMail | null
}

/** A mail that needs nothing any more but an envelope. */
export type WrittenMail = { subject: string; html: string; text: string; language: Language }

/** A mail of one kind that is about to leave, with all that it tells. */
export type OutgoingMailOf<Kind extends MailKind> = MailEnvelope & { kind: Kind; content: ContentOf<Kind> }

export type OutgoingMail = { [Kind in MailKind]: OutgoingMailOf<Kind> }[MailKind]

/** A mail that has nothing to tell any more. */
export type EmptyMail = MailEnvelope & { kind: MailKind; content: null }
