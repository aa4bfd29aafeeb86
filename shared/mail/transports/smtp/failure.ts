import type { LaterReason } from '#shared/domain/mail.ts'
import { causeOf } from '#shared/domain/refusal/cause-of.ts'
import type { Delivery } from '../mailer.ts'
import type { Reply } from './replies.ts'
import { BrokenOff } from './stream.ts'
import { type Phase, troubleInWords, troubleOf } from './trouble.ts'

/** The part of the conversation that failed. */
export type Stage = 'greeting' | 'login' | 'sender' | 'recipient' | 'message'

/** What the server's refusal at a stage means. */
export function refusal(stage: Stage, { code, text }: Reply): Delivery {
  const isPermanent = code >= 500
  // Whatever it is said to: to the size that we announce, to the recipient, to the message
  if (isTooBig(code, text)) return { result: 'refused', cause: 'too_large', answer: text }
  if (isPermanent && isOurQuota(text)) return later('busy', text, true)
  const isOfOne = stage === 'recipient' || stage === 'message'
  if (isPermanent && isOfOne) return refusalOfOne(text)
  if (isOfOne && code !== goodbye) return putOff(text)
  return later(isPermanent ? permanentReason[stage] : 'busy', text, true)
}

/**
 * What it means that the server wants this mail later. Only when it counts what we send would the next mail fare no better: a greylist wants the same
 * recipient again after a while, and knows nothing of the others yet.
 */
function putOff(answer: string): Delivery {
  const cause = causeOf({ text: answer })
  if (cause === 'greylist') return later('greylisted', answer, false)
  return later('busy', answer, cause === 'rate' && !isOfRecipient(answer))
}

/** "The user you are trying to contact is receiving mail at a rate …": that is nothing to the others. */
function isOfRecipient(answer: string): boolean {
  return /\b(?:user|recipient|mailbox|account)\b.{0,60}\b(?:receiving|received|is over|rate)\b/i.test(answer)
}

/** RFC 5321, §3.8: the server closes the connection, whoever the next mail is to. */
const goodbye = 421

/** What it means that this mail is refused, for its recipient or once the server has it whole: some look for the mailbox only then. */
function refusalOfOne(answer: string): Delivery {
  const cause = causeOf({ text: answer })
  // How fast somebody may be written to passes, whichever code it is said with
  if (cause === 'rate' || cause === 'greylist') return later(cause === 'rate' ? 'busy' : 'greylisted', answer, false)
  return { result: 'refused', cause, answer }
}

const permanentReason: Readonly<Record<Stage, LaterReason>> = {
  greeting: 'unreachable',
  login: 'login_refused',
  sender: 'sender_refused',
  recipient: 'busy',
  message: 'busy',
}

/** What a connection that broke means. `hasEnded`: the message's last byte may have left. */
export function breakage(error: unknown, hasEnded: boolean): Delivery {
  const answer = wordsOf(error)
  if (error instanceof BrokenOff && !hasEnded) return { result: 'untried' }
  return hasEnded ? { result: 'unknown', answer } : later('lost', answer, false)
}

/** A server that cannot be reached: nobody's message would leave. */
export function unreachable(error: unknown, phase: Phase): Delivery {
  if (error instanceof BrokenOff) return { result: 'untried' }
  return later(troubleOf(error, phase), troubleInWords(error), true)
}

export function later(reason: LaterReason, answer: string, everybody: boolean): Delivery {
  return { result: 'later', reason, answer, everybody }
}

/** RFC 3463's "message too big for system", or RFC 5321's 552 that speaks of the size rather than of a mailbox that is full. */
function isTooBig(code: number, text: string): boolean {
  if (/^5\d\d[ -]5\.3\.4\b/.test(text)) return true
  return (
    code === 552 && !/\b5\.2\.\d|\bmailbox\b|\bquota\b/i.test(text) && /\bsize\b|\btoo (?:big|large|long)\b/i.test(text)
  )
}

/**
 * Providers that count what we send say so with a 5xx too: Gmail's 5.4.5, others in words. It passes, and is about us, unlike a full
 * mailbox or a message that is too big.
 */
function isOurQuota(text: string): boolean {
  if (/^5\d\d[ -]5\.4\.5\b/.test(text)) return true
  return !/\b(?:mailbox|size)\b/i.test(text) && quotaWords.test(text)
}

const quotaWords =
  /\b(?:sending|submission|outgoing|hourly|daily|rate)\b.{0,40}\b(?:limit|quota)|\b(?:limit|quota)\b.{0,40}\b(?:per|a|this) (?:day|hour|minute)\b|\btoo many (?:messages|mails|emails)\b/i

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
