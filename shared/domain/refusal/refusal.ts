/** Why a mail was refused, or came back. */
export type RefusalCause =
  /** There is no such mailbox, or no such domain: beyond doubt, or in words that may mean something else. */
  | 'missing'
  | 'maybe_missing'
  /** The mailbox is full, or takes no more for now. */
  | 'full'
  /** We are refused: too much at once, not known yet (greylisting), on a blocklist, not shown to be who we are (SPF, DKIM, DMARC, DNS), a policy. */
  | 'rate'
  | 'greylist'
  | 'blocklist'
  | 'authentication'
  | 'policy'
  /** What the mail says is refused, or how long it is. */
  | 'content'
  | 'too_large'
  /** Their server, or the way to it, fails. */
  | 'route'
  | 'unclear'

/**
 * Whose fault it is that a mail did not arrive, and so who has to do something about it. `doubtful_address`: the address may be wrong; said again on another
 * day, it is.
 */
export type Fault = 'address' | 'doubtful_address' | 'mailbox' | 'us' | 'message' | 'server'

const faults: Readonly<Record<RefusalCause, Fault>> = {
  missing: 'address',
  maybe_missing: 'doubtful_address',
  full: 'mailbox',
  rate: 'us',
  greylist: 'us',
  blocklist: 'us',
  authentication: 'us',
  policy: 'us',
  content: 'message',
  too_large: 'message',
  route: 'server',
  unclear: 'server',
}

export function faultOf(cause: RefusalCause): Fault {
  return faults[cause]
}

/** Why a mail could not leave, and why it came back. */
export type RefusedReason = `${Fault}_refused`
export type ReturnedReason = `${Fault}_returned`

export function refusedReason(cause: RefusalCause): RefusedReason {
  return `${faultOf(cause)}_refused`
}

export function returnedReason(cause: RefusalCause): ReturnedReason {
  return `${faultOf(cause)}_returned`
}

/**
 * What a server said: its words, with or without codes, the status (RFC 3463) that stands beside them in a report, and the address, in lower case, that it
 * says it of.
 */
export type Said = { text: string; status?: string | null; address?: string | null }
