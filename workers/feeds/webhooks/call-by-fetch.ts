import type { Call, CallAnswer } from '#shared/actions/deliver-due.ts'
import { addressTrouble } from '#shared/domain/webhook/webhook.ts'
import { answerWithin } from '../call-out.ts'
import { secondsIn } from '../retry-after.ts'

/**
 * Calls by the platform's own `fetch`. A redirect is not followed: it is an answer, and no success. On Cloudflare nobody learns where a name
 * leads: there the network itself has no way to private addresses, and what is private as it is written is refused here.
 */
export async function callByFetch({ url, headers, body }: Call, mayBePrivate: boolean): Promise<CallAnswer> {
  const refused = addressTrouble(url, mayBePrivate)
  if (refused) return { trouble: refused }
  const signal = AbortSignal.timeout(answerWithin)
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.body?.cancel()
    return { status: response.status, retryAfter: secondsIn(response.headers.get('retry-after')) }
  } catch {
    // Whatever a platform calls it: there was no answer, and its words may hold the address
    return { trouble: signal.aborted ? 'too_slow' : 'unreachable' }
  }
}
