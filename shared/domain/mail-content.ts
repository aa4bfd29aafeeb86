import type { Change } from './change.ts'
import type { RowNames } from './change-words.ts'

/** What a mail says that we know of a group. */
export type GroupFacts = {
  name: string
  referents: number
  activities: number
  campaigns: number
  trainings: number
  /** How many sections were ever checked, and when the one longest ago and the latest were. */
  checked: { sections: number; oldest: Date; latest: Date } | null
}

/** How a round ends: of the groups that were asked, how many are silent, and the names of those longest so (rounds in a row). */
export type RoundEnd = {
  round: string
  asked: number
  silent: number
  named: readonly { uid: string; name: string; rounds: number }[]
  /** The rounds up to this one, oldest first. */
  months: readonly { round: string; asked: number; answered: number }[]
}

/** What was written in a group, by whom; how many changes more than are told; `names` are what people call the rows that changes name by their uid. */
export type News = {
  uid: string
  group: string
  revisions: readonly { by: string | null; changes: readonly Change[] }[]
  untold: number
  names: RowNames
}

/** Whose address does not exist, in which group. */
export type WrongAddress = { uid: string; group: string; about: string }

/** What mails tell, by name. A mail that finds nothing of it to tell when it is about to leave is cancelled. */
export type MailContents = {
  /** Those still owed an answer in the mail's round; all of its reader's when it has none. */
  groups: readonly GroupFacts[]
  round_end: RoundEnd
  changes: News
  wrong_address: WrongAddress
  /** Its link is all there is to say. */
  nothing: Readonly<Record<never, never>>
}
export type ContentName = keyof MailContents
