import type { Caps } from '#shared/movement.ts'
import type { RungName } from './round.ts'

/** Mails that somebody asked for and waits for: they leave at once, also at night. */
export type AskedKind = 'new_link' | 'sign_in'
/** Mails about what was written in a group: to its author, to the other referents, to whom was named, to whom was taken off. */
export type NewsKind = 'receipt' | 'news' | 'welcome' | 'farewell'
/** Mails beside the rounds. */
export type ApartKind = AskedKind | NewsKind | 'wrong_address'
export type MailKind = RungName | ApartKind

/** Every kind of mail. */
export const mailKinds = [
  'invitation',
  'reminder',
  'last_call',
  'silent_groups',
  'new_link',
  'sign_in',
  'receipt',
  'news',
  'welcome',
  'farewell',
  'wrong_address',
] as const satisfies readonly MailKind[]

export function isRungName(kind: MailKind): kind is RungName {
  return kind === 'silent_groups' || referentRungs.some((rung) => rung === kind)
}

export function isMailKind(value: string): value is MailKind {
  return mailKinds.includes(value as MailKind)
}

export function isNews(kind: MailKind): kind is NewsKind {
  return kind === 'receipt' || kind === 'news' || kind === 'welcome' || kind === 'farewell'
}

/** The rungs that write to referents. The last rung, `silent_groups`, writes to the coordinators. */
const referentRungs = ['invitation', 'reminder', 'last_call'] as const satisfies readonly RungName[]

const mailStates = ['pending', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'suppressed'] as const
export type MailState = (typeof mailStates)[number]

/** Why a mail is in its state. What each means, and what to do about it, is in `shared/text`. */
export type MailReason =
  // cancelled
  | 'answered'
  | 'overtaken'
  | 'nothing_owed'
  | 'trial'
  // suppressed
  | SuppressionReason
  // pending: to be tried again
  | 'unreachable'
  | 'not_secure'
  | 'lost'
  | 'busy'
  | 'login_refused'
  | 'sender_refused'
  | 'everybody_refused'
  | 'stopped'
  // unknown
  | 'lost_after_sending'
  | 'stopped_while_sending'
  // failed
  | 'address_refused'
  | 'message_refused'
  | 'came_back'
  | 'gave_up'
  | 'fault'

/** Why an address must not get mail. */
export type SuppressionReason = 'hard_bounce' | 'complaint' | 'unsubscribed'

const minute = 60_000
const hour = 60 * minute

/** How long a mail is worth trying, in milliseconds: whoever asked for a link has long asked again. */
const patience: Readonly<Record<MailKind, number>> = {
  invitation: 120 * hour,
  reminder: 120 * hour,
  last_call: 120 * hour,
  silent_groups: 120 * hour,
  new_link: 24 * hour,
  sign_in: 15 * minute,
  receipt: 48 * hour,
  news: 48 * hour,
  welcome: 120 * hour,
  farewell: 120 * hour,
  wrong_address: 120 * hour,
}

/**
 * When to try a mail again that did not leave, or null when it is not worth it any more. One minute, then twice as
 * long each time up to four hours; `chance` (0 to 1) spreads the next tries, so that they do not all come back at once.
 */
export function nextTry(
  mail: { kind: MailKind; attempts: number; createdAt: Date },
  now: Date,
  chance: number,
): Date | null {
  const wait = Math.min(minute * 2 ** Math.max(mail.attempts - 1, 0), 4 * hour)
  const next = new Date(now.getTime() + wait * (0.75 + chance / 2))
  return next.getTime() > mail.createdAt.getTime() + patience[mail.kind] ? null : next
}

/**
 * Until when to leave a server alone that lets nobody through, after `times` such times in a row: a minute, then twice as long each
 * time up to an hour, unless it said itself how long (milliseconds).
 */
export function holdUntil(times: number, said: number | null, now: Date, chance: number): Date {
  const wait = said === null ? Math.min(minute * 2 ** times, hour) * (0.75 + chance / 2) : Math.min(said, 24 * hour)
  return new Date(now.getTime() + wait)
}

/**
 * What of the caps the mails of a round may use: a twentieth is kept for those who wait for a link at that moment, the coordinators who
 * want to see what goes on among them.
 */
export function calmCaps({ hour, day }: Caps): Caps {
  return { hour: hour - Math.floor(hour / 20), day: day - Math.floor(day / 20) }
}

/** Of a server's words, so many characters are kept. */
const answerKept = 300

/** A server's answer without what is nobody's business: addresses, links, and whatever is long enough to be a token. */
export function scrub(answer: string): string {
  return answer
    .replace(/\S+:\/\/\S+/g, '…')
    .replace(/[^\s<>()[\]:;,"']+@[^\s<>()[\]:;,"']+/g, '…')
    .replace(/[\w+/=-]{24,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, answerKept)
}
