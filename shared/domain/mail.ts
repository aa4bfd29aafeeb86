import type { Caps } from '#shared/movement.ts'
import type { ContentName } from './mail-content.ts'
import type { RefusedReason, ReturnedReason } from './refusal/refusal.ts'

type KindRow = { tells: ContentName; stream: Queue }

/**
 * Every kind of mail: what it tells, read from the database when it is about to leave, and the stream that it leaves in. All else of a
 * kind is its folder in `shared/mail/kinds`.
 */
export const mailTable = {
  invitation: { tells: 'owed_records', stream: 'bulk' },
  reminder: { tells: 'owed_records', stream: 'bulk' },
  last_call: { tells: 'owed_records', stream: 'bulk' },
  silent_groups: { tells: 'round_end', stream: 'bulk' },
  new_link: { tells: 'own_groups', stream: 'transactional' },
  sign_in: { tells: 'nothing', stream: 'transactional' },
  receipt: { tells: 'changes', stream: 'bulk' },
  news: { tells: 'changes', stream: 'bulk' },
  welcome: { tells: 'question', stream: 'named' },
  farewell: { tells: 'membership', stream: 'named' },
  new_address: { tells: 'new_address', stream: 'named' },
  invitation_over: { tells: 'invitation_end', stream: 'bulk' },
  wrong_address: { tells: 'wrong_address', stream: 'bulk' },
  enquiry_confirmation: { tells: 'enquiry', stream: 'transactional' },
  enquiry: { tells: 'enquiry', stream: 'bulk' },
  registration_confirmation: { tells: 'registration', stream: 'transactional' },
  registration_answer: { tells: 'registration', stream: 'bulk' },
  list_link: { tells: 'list_link', stream: 'transactional' },
  team_invitation: { tells: 'team_invitation', stream: 'transactional' },
  team_change: { tells: 'team_change', stream: 'transactional' },
  note_answer: { tells: 'note_answer', stream: 'bulk' },
} as const satisfies Readonly<Record<string, KindRow>>

export type MailKind = keyof typeof mailTable
export const mailKinds = Object.keys(mailTable) as MailKind[]

export function isMailKind(value: string): value is MailKind {
  return Object.hasOwn(mailTable, value)
}

/** The kinds that tell this. */
export type KindTelling<Name extends ContentName> = {
  [Kind in MailKind]: (typeof mailTable)[Kind]['tells'] extends Name ? Kind : never
}[MailKind]

const mailStates = ['pending', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'suppressed'] as const
export type MailState = (typeof mailStates)[number]

/** Why a mail is in its state. What each means, and what to do about it, is in `shared/text`. */
export type MailReason =
  // cancelled
  | 'answered'
  | 'overtaken'
  | 'nothing_owed'
  | 'no_address'
  | 'redirect'
  // suppressed
  | SuppressionReason
  // pending: to be tried again
  | LaterReason
  | 'missing_doubted'
  | 'stopped'
  // unknown
  | 'lost_after_sending'
  | 'stopped_while_sending'
  | 'left_before_copy'
  // failed
  | RefusedReason
  | ReturnedReason
  | 'gave_up'
  | 'too_large'
  | 'fault'

/** Why a mail could not leave now, and is to be tried again. */
export type LaterReason =
  | 'unreachable'
  | 'host_unknown'
  | 'connection_refused'
  | 'connection_reset'
  | 'timed_out'
  | 'certificate_name'
  | 'certificate_issuer'
  | 'certificate_expired'
  | 'tls_failed'
  | 'not_secure'
  | 'lost'
  | 'busy'
  | 'greylisted'
  | 'login_refused'
  | 'sender_refused'
  | 'everybody_refused'

/** Why an address must not get mail. */
export type SuppressionReason = 'hard_bounce' | 'complaint' | 'unsubscribed'

/** So many mails at most about what is written in their groups reach somebody in a day, whoever writes. */
export const newsInDay = 6

const minute = 60_000
const hour = 60 * minute

/**
 * When to try a mail again that did not leave, or null when it is not worth it any more, `patience` (milliseconds) after it was put in
 * the outbox. One minute, then twice as long each time up to four hours; `chance` (0 to 1) spreads the next tries, so that they do not
 * all come back at once.
 */
export function nextTry(
  mail: { attempts: number; createdAt: Date },
  patience: number,
  now: Date,
  chance: number,
): Date | null {
  const wait = Math.min(minute * 2 ** Math.max(mail.attempts - 1, 0), 4 * hour)
  const next = new Date(now.getTime() + wait * (0.75 + chance / 2))
  return next.getTime() > mail.createdAt.getTime() + patience ? null : next
}

/**
 * When to try a mail again whose address is said to be missing, and is not believed to be: half an hour, then twice as long each time up to
 * four hours, since servers count who writes to missing addresses. Sooner when it would not be worth it any more then.
 */
export function nextTryOfDoubted(
  mail: { attempts: number; createdAt: Date },
  patience: number,
  now: Date,
  chance: number,
): Date | null {
  const later = nextTry({ ...mail, attempts: mail.attempts + 5 }, patience, now, chance)
  return later ?? nextTry(mail, patience, now, chance)
}

/**
 * When to try a mail again that a greylist wants later: most let it through after five minutes, some after hours, and all want the same sender to the same
 * recipient, which they soon forget again. Eight minutes, then twice as long each time up to an hour. Sooner when it would not be worth it any more then.
 */
export function nextTryOfGreylisted(
  mail: { attempts: number; createdAt: Date },
  patience: number,
  now: Date,
  chance: number,
): Date | null {
  const attempts = Math.min(mail.attempts + 3, 7)
  return nextTry({ ...mail, attempts }, patience, now, chance) ?? nextTry(mail, patience, now, chance)
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
 * What waits to leave: what somebody asked for and waits for, at any hour; in the calm of the day the round's mails and news; and, apart
 * from these, mails to whom a referent named or took off.
 */
export type Queue = 'transactional' | 'bulk' | 'named'

/**
 * What of the caps a queue may use. A tenth is for whom referents name, however many they are; a twentieth is kept for those who wait for a
 * link at that moment, the coordinators who want to see what goes on among them; the rest is the round's.
 */
export function capsOf(queue: Queue, { hour, day }: Caps): Caps {
  return { hour: shareOf(queue, hour), day: shareOf(queue, day) }
}

function shareOf(queue: Queue, cap: number): number {
  const named = Math.max(1, Math.floor(cap / 10))
  if (queue === 'named') return named
  return queue === 'transactional' ? cap : Math.max(1, cap - named - Math.floor(cap / 20))
}

/** Of a server's words, so many characters are looked at, and so many kept. */
const answerRead = 4000
const answerKept = 300

/** A server's answer without what is nobody's business: addresses, links, and whatever is long enough to be a token. */
export function scrub(answer: string): string {
  const words = answer.slice(0, answerRead).split(/\s+/)
  // Half of an address does not look like one
  if (answer.length > answerRead) words.splice(-1, 1, '…')
  return words.map(scrubbedWord).join(' ').trim().slice(0, answerKept)
}

function scrubbedWord(word: string): string {
  if (/.:\/\/./.test(word)) return '…'
  return word.replace(/[^<>()[\]:;,"']+/g, (part) => (/.@./.test(part) ? '…' : part.replace(/[\w+/=-]{24,}/g, '…')))
}
