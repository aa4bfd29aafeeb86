import type { Delivery } from '../../mailer.ts'

/** What Brevo said; `status` 0 when its answer was lost, `isAgain` when the same call was made before. */
export type Answer = { status: number; code: string; text: string; wait: number | null; isAgain: boolean }

/** What an answer means for each letter of its call. */
export function deliveryOf({ status, code, text, wait, isAgain }: Answer): Delivery {
  const answer = status === 0 ? text : `${status} ${text}`
  if (status >= 200 && status < 300) return { result: 'accepted', answer }
  // It knows the key: the call whose answer was lost has been taken
  if (isAgain && /duplicat|idempot/i.test(`${code} ${text}`)) return { result: 'accepted', answer }
  if (status === 0 || status >= 500) return { result: 'unknown', answer }
  const later = { result: 'later' as const, answer, everybody: true, ...(wait === null ? {} : { wait }) }
  if (status === 401) return { ...later, reason: 'login_refused' }
  if (status === 402 || status === 429) return { ...later, reason: 'busy' }
  if (status === 403) return { ...later, reason: 'sender_refused' }
  const isAddress = /\b(to|email|recipient)\b/i.test(text) && !/sender/i.test(text)
  if (/sender/i.test(text)) return { ...later, reason: 'sender_refused' }
  return {
    result: 'refused',
    reason: isAddress ? 'address_refused' : 'message_refused',
    answer,
    isAddressGone: false,
  }
}

/** True when it may be one letter of a call that is at fault. */
export function isOfOne(delivery: Delivery): boolean {
  return delivery.result === 'refused'
}
