import type { RefusalCause } from './refusal/refusal.ts'

/** What came back about a mail. `hard_bounce`: its address does not exist; `soft_bounce`: it could not be delivered this time. */
export type MailReport = {
  kind: 'hard_bounce' | 'soft_bounce' | 'complaint'
  /** Why it came back; null for a complaint. */
  cause: RefusalCause | null
  /** The mail's own id, when the report carries its Message-ID. */
  uid: string | null
  /** In lower case; null when the report does not say whose. */
  address: string | null
  /** The server's words, scrubbed. */
  words: string | null
}
