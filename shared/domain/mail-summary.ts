import type { MailState } from './mail.ts'

/** What coordinators are told of mails: their states, and apart those that were tried in vain and will be again. */
export const summaryLines = [
  'failed',
  'suppressed',
  'retry',
  'unknown',
  'pending',
  'sending',
  'sent',
  'cancelled',
] as const satisfies readonly (MailState | 'retry')[]
export type SummaryLine = (typeof summaryLines)[number]

/** Lines that somebody should do something about. */
export const troubles: readonly SummaryLine[] = ['failed', 'suppressed', 'retry']

export function summaryLine({ state, isRetry }: { state: MailState; isRetry: boolean }): SummaryLine {
  return state === 'pending' && isRetry ? 'retry' : state
}

export function isSummaryLine(value: unknown): value is SummaryLine {
  return summaryLines.includes(value as SummaryLine)
}
