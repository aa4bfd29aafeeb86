import type { Change } from './change.ts'
import type { RowNames } from './change-words.ts'
import type { NewsKind } from './mail.ts'

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
  asked: number
  silent: number
  named: readonly { uid: string; name: string; rounds: number }[]
  /** The rounds up to this one, oldest first. */
  months: readonly { round: string; asked: number; answered: number }[]
}

/** What was written in a group, by whom; `names` are what people call the rows that changes name by their uid. */
export type News = {
  uid: string
  group: string
  revisions: readonly { by: string | null; changes: readonly Change[] }[]
  names: RowNames
}

/** Whose address does not exist, in which group. */
export type WrongAddress = { uid: string; group: string; about: string }

/** What a mail is about. `name` is the reader's; `groups` are those still owed an answer, or all of theirs for a new link. */
export type MailContent =
  | { kind: 'invitation' | 'reminder' | 'last_call' | 'new_link'; name: string; groups: readonly GroupFacts[] }
  | { kind: 'sign_in'; name: string }
  | ({ kind: 'silent_groups'; name: string; round: string } & RoundEnd)
  | ({ kind: 'wrong_address'; name: string } & WrongAddress)
  | { kind: NewsKind; name: string; news: News }
