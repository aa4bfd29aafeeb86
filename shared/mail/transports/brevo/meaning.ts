import type { Delivery } from '../mailer.ts'

/**
 * What Brevo said; `status` 0 when its answer was lost, `isAgain` when the same call was made before, `isInDoubt` when an answer
 * to it was lost, or leaves open whether it was taken.
 */
export type Answer = {
  status: number
  code: string
  text: string
  wait: number | null
  isAgain: boolean
  isInDoubt: boolean
}

/** The API is out of service (503), or was never reached by what stands before it (521 to 523, 525, 526, 530): nothing was taken. */
const notTaken: readonly number[] = [503, 521, 522, 523, 525, 526, 530]

/** Whether an answer leaves open if the call was taken. */
export function isDoubtful(status: number): boolean {
  return status === 0 || (status >= 500 && !notTaken.includes(status))
}

/** What an answer means for each message of its call. */
export function deliveryOf({ status, code, text, wait, isAgain, isInDoubt }: Answer): Delivery {
  const answer = status === 0 ? text : `${status} ${text}`
  if (status >= 200 && status < 300) return { result: 'accepted', answer }
  // It knows the key: the call whose answer was lost has been taken
  if (isAgain && /duplicat|idempot/i.test(`${code} ${text}`)) return { result: 'accepted', answer }
  // Other calls would fare like this one: of all the mails of a round, only those of one call are in doubt
  if (isInDoubt && (status === 0 || status === 429 || status >= 500))
    return { result: 'unknown', answer, everybody: true }
  const later = { result: 'later' as const, answer, everybody: true, ...(wait === null ? {} : { wait }) }
  // What leads elsewhere is something before it, such as the page to sign in of a network
  if (status >= 500 || (status >= 300 && status < 400)) return { ...later, reason: 'unreachable' }
  if (status === 401) return { ...later, reason: 'login_refused' }
  if (status === 402 || status === 429) return { ...later, reason: 'busy' }
  if (status === 403) return { ...later, reason: 'sender_refused' }
  const isAddress = /\b(to|email|recipient)\b/i.test(text) && !/sender/i.test(text)
  if (/sender/i.test(text)) return { ...later, reason: 'sender_refused' }
  // It reads addresses before it sends: one that it does not take is none
  return { result: 'refused', cause: isAddress ? 'missing' : 'content', answer }
}

/** True when it may be one message of a call that is at fault. */
export function isOfOne(delivery: Delivery): boolean {
  return delivery.result === 'refused'
}
