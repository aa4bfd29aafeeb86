import type { RefusalCause } from './refusal/refusal.ts'

/** Whether so few of the reports that were read are about a mail of ours that something takes its name away on the way. */
export function areHardlyOurs({ read, known }: { read: number; known: number }): boolean {
  return read >= 5 && known * 5 < read
}

/**
 * What came back about a mail. `hard_bounce`: its address does not exist; `soft_bounce`: it could not be delivered this time; `unsubscribed`: somebody stopped
 * our mails at a provider of ours.
 */
export type MailReport = {
  kind: 'hard_bounce' | 'soft_bounce' | 'complaint' | 'unsubscribed'
  /** Why it came back; null for what a person says. */
  cause: RefusalCause | null
  /** The mail's own id, when the report carries its Message-ID. */
  uid: string | null
  /** In lower case; null when the report does not say whose. */
  address: string | null
  /** The server's words, scrubbed. */
  words: string | null
}
