import type { MailState } from './mail.ts'

/** What coordinators are told of mails: their states, and apart those that were tried in vain and will be again. */
export const ledgerLines = [
  'failed',
  'suppressed',
  'retry',
  'unknown',
  'pending',
  'sending',
  'sent',
  'cancelled',
] as const satisfies readonly (MailState | 'retry')[]
export type LedgerLine = (typeof ledgerLines)[number]

/** Lines that somebody should do something about. */
export const troubles: readonly LedgerLine[] = ['failed', 'suppressed', 'retry']

export function ledgerLine({ state, isRetry }: { state: MailState; isRetry: boolean }): LedgerLine {
  return state === 'pending' && isRetry ? 'retry' : state
}

export function isLedgerLine(value: unknown): value is LedgerLine {
  return ledgerLines.includes(value as LedgerLine)
}
