/** What came back about a mail. `hard_bounce`: its address does not exist; `soft_bounce`: it could not be delivered this time. */
export type MailReport = {
  kind: 'hard_bounce' | 'soft_bounce' | 'complaint'
  /** The mail's own id, when the report carries its Message-ID. */
  uid: string | null
  /** In lower case; null when the report does not say whose. */
  address: string | null
  /** The server's words, scrubbed. */
  words: string | null
}

/**
 * True when a status (RFC 3463) says that there is no such mailbox or domain: 5.1.1, 5.1.2, 5.1.3, 5.1.6, 5.1.10, 5.2.1. All others may be
 * about the message, or about us.
 */
export function isAddressGone(status: string): boolean {
  return /^5\.(1\.(1|2|3|6|10)|2\.1)$/.test(status)
}
