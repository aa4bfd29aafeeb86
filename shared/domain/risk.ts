import { isShrinking } from './shrinking.ts'
import { silenceToCall } from './silence.ts'

/** Why a group that somebody could call may be falling asleep. */
export type Risk =
  | { why: 'orphan' }
  | { why: 'suppressed' }
  /** None of its referents has a mail address: somebody calls them. */
  | { why: 'phone_only' }
  /** `isAll`: all of its referents have; else no other address works. */
  | { why: 'unsubscribed'; people: UnsubscribedPerson[]; isAll: boolean }
  /** Their addresses do not work; others are reached. */
  | { why: 'bounced'; people: Bounced[] }
  | { why: 'silent'; rounds: number }
  | { why: 'shrinking'; from: number; to: number }

/** Somebody who wants no more mails, and since when: they said so to us, or to their mail program, for which our mails are then unwanted. */
export type UnsubscribedPerson = { name: string; since: Date; how: 'unsubscribed' | 'complaint' }

/** Somebody from whom our mails come back, and since when. */
export type Bounced = { name: string; since: Date }

export type Signs = {
  referents: number
  /** Those of them who have a mail address. */
  withAddress: number
  reachable: number
  unsubscribed: UnsubscribedPerson[]
  /** Referents whose address does not work. */
  bounced: Bounced[]
  /** Rounds that it let pass since it last answered. */
  silent: number
  members: number | null
  /** Members six rounds ago. */
  membersBefore: number | null
}

/** What worries about a group, the worst first. */
export function risksOf({
  referents,
  withAddress,
  reachable,
  unsubscribed,
  bounced,
  silent,
  members,
  membersBefore,
}: Signs): Risk[] {
  const risks: Risk[] = referents === 0 ? [{ why: 'orphan' }] : []
  // Once they were called and have answered, they are called again in the next round
  if (referents > 0 && withAddress === 0 && silent > 0) risks.push({ why: 'phone_only' })
  if (withAddress > 0 && reachable === 0)
    risks.push(
      unsubscribed.length === 0
        ? { why: 'suppressed' }
        : { why: 'unsubscribed', people: unsubscribed, isAll: unsubscribed.length === referents },
    )
  if (reachable > 0 && bounced.length > 0) risks.push({ why: 'bounced', people: bounced })
  if (silent >= silenceToCall && withAddress > 0) risks.push({ why: 'silent', rounds: silent })
  if (isShrinking(membersBefore, members)) risks.push({ why: 'shrinking', from: membersBefore ?? 0, to: members ?? 0 })
  return risks
}

/** How urgent a call is: a group that no mail reaches before one without a referent, then one that is silent, and the longest silent first. */
export function urgency(risks: readonly Risk[]): number {
  return risks.reduce((sum, risk) => sum + weights[risk.why] + (risk.why === 'silent' ? risk.rounds : 0), 0)
}

const weights: Readonly<Record<Risk['why'], number>> = {
  suppressed: 50,
  unsubscribed: 50,
  phone_only: 15,
  orphan: 20,
  silent: 10,
  bounced: 9,
  shrinking: 8,
}
