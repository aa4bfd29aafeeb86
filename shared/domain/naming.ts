/**
 * How many people may be written to because a referent wrote their address in a group's record; whoever is named beyond that waits for the
 * team. Of the same mailbox so many namings count, whatever the groups and the spelling of its address.
 */
export const namingLimits = { save: 10, groupInDay: 20, referentInDay: 20, mailboxInMonth: 3 } as const

/** Milliseconds for which a naming counts. */
export const namingDay = 86_400_000
export const namingMonth = 30 * namingDay

/** Days for which an invitation waits for an answer, and in which somebody whose address another referent corrected can object. */
export const invitationDays = 30
export const objectionDays = 7

/** Days for which whoever has moved to a new address can take the old one back, by the mail that went there: time ends both in one look. */
export const takeBackDays = invitationDays

/** What was named in the last day and passed: by the group, and by the referent who writes now, whatever the group. */
export type Namings = { group: number; referent: number }

/** How many more may pass, with one save. */
export function namingsLeft({ group, referent }: Namings): number {
  const { save, groupInDay, referentInDay } = namingLimits
  return Math.max(0, Math.min(save, groupInDay - group, referentInDay - referent))
}

/** Who (uids) of a group will wait for the team once these were named, as far as it can be told before. */
export function waitingAfter(waiting: readonly string[], named: readonly string[], namings: Namings): string[] {
  return [...waiting.filter((uid) => !named.includes(uid)), ...named.slice(namingsLeft(namings))]
}

/**
 * A mailbox, however its address is spelled: mail to `lou+pau@` comes to `lou@` (RFC 5233), and to some servers a point before the @ is
 * nothing. For counting alone: where it takes two people for one, they wait for the team a little sooner.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  const local = address.slice(0, at).toLowerCase()
  const base = local.split('+')[0] || local
  return `${base.replaceAll('.', '') || base}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`
}
