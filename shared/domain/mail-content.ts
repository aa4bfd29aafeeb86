import type { ListName } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import type { Announcement } from './announcement.ts'
import type { Change } from './change.ts'
import type { RowNames } from './change-words.ts'
import type { Day } from './day.ts'
import type { Role } from './role.ts'

/** A referent as the month's mails name them: `lacks` are the fields that everybody is expected to tell, and they have not. */
export type ReferentFacts = { name: string; isReader: boolean; isInvited: boolean; lacks: readonly string[] }

/** Of a list of the record: its latest row, and how many there are. */
export type LatestRow = { list: ListName; name: string; on: Day; rows: number }

/** What the month's mails say of a group. */
export type GroupFacts = {
  name: string
  referents: readonly ReferentFacts[]
  /** What every group is expected to tell of itself, by field; null when it has not. */
  values: Readonly<Record<string, Value>>
  latest: readonly LatestRow[]
  /** How many sections were ever checked, and when the one longest ago and the latest were. */
  checked: { sections: number; oldest: Date; latest: Date } | null
}

/** What is near a group, of what everybody may see: the nearest groups, and what those around plan, by day. */
export type Nearby = {
  groups: readonly { name: string; kilometres: number }[]
  planned: readonly { on: Day; title: string; group: string }[]
}

/** The groups that somebody is owed a mail about in a round (its key), those first by name; `count` is of all. */
export type OwedRecords = {
  /** Null for a mail of no round. */
  round: string | null
  groups: readonly GroupFacts[]
  count: number
  /** How many of the round's groups have answered. */
  network: { asked: number; answered: number }
  /** The team's words of the month. */
  announcement: Announcement | null
  /** What is near the first of them, where the movement's mails say so. */
  nearby?: Nearby | null
}

/** All groups of somebody, those first by name; `count` is of all. `isStopped`: somebody stopped their link, by its own page. */
export type OwnGroups = { groups: readonly { name: string }[]; count: number; isStopped?: boolean }

/** How a round ends: of the groups that were asked, how many are silent, and the names of those longest so (rounds in a row). */
export type RoundEnd = {
  round: string
  asked: number
  silent: number
  named: readonly { uid: string; name: string; rounds: number }[]
  /** The rounds up to this one, oldest first. */
  months: readonly { round: string; asked: number; answered: number }[]
}

/**
 * What was written in a group within a digest window, all in all, and by whom, as far as we know them by name; `passedBy` are the coordinators
 * who passed on a link by which somebody wrote; `untold` is how many changes there are beside, `names` what people call the rows that changes
 * name by their uid.
 */
export type News = {
  uid: string
  group: string
  authors: readonly string[]
  passedBy: readonly string[]
  changes: readonly Change[]
  untold: number
  names: RowNames
  /** Whoever reads has become a referent by it, and has not heard of the group from us before. */
  isNewcomer?: boolean
}

/** Of which group somebody is no referent any more, and who wrote that; null for somebody whom we do not know by name. */
export type MembershipNews = { uid: string; group: string; by: string | null }

/** Of what a mail to a stranger names: the names that only a link gave, and nobody of the team has written or imported. */
export type Unvouched = { unvouched?: readonly string[] }

/**
 * What is asked of whoever reads an address that a referent wrote: whether they are a referent of this group; or, where one was corrected
 * (`of`), whether it is now that of somebody whom the group knows: their own doing, or a colleague's.
 */
export type InvitationQuestion = Unvouched & {
  uid: string
  group: string
  by: string | null
  of: 'nobody' | 'themselves' | 'colleague'
  /** The mail is the second one, and the last. */
  isAgain?: boolean
}

/** To the address that somebody has: which one would be theirs, who wrote that (null when it is not known by name), and until when they can object. */
export type AddressNotice = {
  uid: string
  group: string
  by: string | null
  isOwn: boolean
  address: string
  until: Date
  /** It is theirs already, by a yes: until when they can take the old one back. */
  isMoved?: true
}

/** What became of an invitation that got no yes, and of whom; `isAddress`: it was about a new address of theirs. */
export type InvitationEnd = {
  uid: string
  group: string
  name: string
  isAddress: boolean
  /** `returned`: the mail that asked came back, since there is no such address. */
  answer: 'declined' | 'expired' | 'objected' | 'returned'
}

/** Whose address does not exist, in which group. */
export type WrongAddress = { uid: string; group: string; about: string }

/** A visitor's words to a group, and who they say that they are. */
export type EnquiryContent = Unvouched & { uid: string; group: string; name: string; email: string; body: string }

/** What somebody says of a new group, and what the team answers to it; null as long as it does not. */
export type RegistrationContent = { group: string; town: string; answer: string | null }

/** The mailing list (its key) to whose page a mail leads. */
export type ListLinkContent = { list: string }

/** Who invites somebody to the team (an address), as whom, and to do what; `regions` null: everywhere. */
export type TeamInvitationContent = { by: string; name: string; role: Role; regions: readonly string[] | null }

/** What was done to somebody of the team, and the address of who did it. */
export type TeamChange = { what: TeamChangeName; by: string | null }

/** What somebody of the team is told of at once: whoever did it may not be who they should be. */
export const teamChanges = [
  'remove_coordinator',
  'change_coordinator',
  'set_up_factor',
  'use_recovery_code',
  'renew_recovery_codes',
  'remove_factor',
  'reset_factor',
  'block_factor',
] as const
export type TeamChangeName = (typeof teamChanges)[number]
/** What a coordinator (`by`, their address) answers to somebody's word to the team, and that word. */
export type NoteAnswer = { by: string; answer: string; body: string }

/** What mails tell, by name. A mail that finds nothing of it to tell when it is about to leave is cancelled. */
export type MailContents = {
  owed_records: OwedRecords
  own_groups: OwnGroups
  round_end: RoundEnd
  changes: News
  membership: MembershipNews
  question: InvitationQuestion
  new_address: AddressNotice
  invitation_end: InvitationEnd
  wrong_address: WrongAddress
  enquiry: EnquiryContent
  registration: RegistrationContent
  list_link: ListLinkContent
  team_invitation: TeamInvitationContent
  team_change: TeamChange
  note_answer: NoteAnswer
  /** Its link is all there is to say. */
  nothing: Readonly<Record<never, never>>
}
export type ContentName = keyof MailContents
