import type { RawAnswer } from '#tests/support/raw-http.ts'
import { markedHeader, markedHtml } from './values.ts'

/** What no answer may be, or hold. */
export function faultOf({ status, head, body }: RawAnswer): string | null {
  if (status === 0) return 'no answer'
  // A feed that is held back says so, and when to ask again
  const isHeldBack = status === 503 && /^retry-after:/im.test(head)
  if (status >= 500 && !isHeldBack) return `status ${status}`
  if (/^\s+at .+:\d+:\d+|\bat \S+ \(\S+:\d+:\d+\)|\bD1_ERROR\b|\bSQLITE_|\bTypeError\b|\bRangeError\b/m.test(body))
    return 'a stack trace'
  if (status >= 300 && status < 400 && !/^cache-control: no-store/im.test(head)) return 'a redirection to be kept'
  if (new RegExp(`^${markedHeader}:`, 'im').test(head)) return 'a header that was sent'
  if (/^content-type: text\/html/im.test(head) && body.includes(markedHtml)) return 'code that was sent'
  return null
}
