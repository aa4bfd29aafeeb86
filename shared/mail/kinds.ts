import type { MailKind } from '#shared/domain/mail.ts'
import type { Language } from '#shared/text/language.ts'
import type { OwnWords } from '#shared/text/text.ts'
import type { Kind } from './kind.ts'
import { enquiry } from './kinds/enquiry/kind.ts'
import { enquiryConfirmation } from './kinds/enquiry_confirmation/kind.ts'
import { farewell } from './kinds/farewell/kind.ts'
import { invitation } from './kinds/invitation/kind.ts'
import { invitationOver } from './kinds/invitation_over/kind.ts'
import { lastCall } from './kinds/last_call/kind.ts'
import { listLink } from './kinds/list_link/kind.ts'
import { newAddress } from './kinds/new_address/kind.ts'
import { newLinkMail } from './kinds/new_link/kind.ts'
import { news } from './kinds/news/kind.ts'
import { noteAnswer } from './kinds/note_answer/kind.ts'
import { receipt } from './kinds/receipt/kind.ts'
import { registrationAnswer } from './kinds/registration_answer/kind.ts'
import { registrationConfirmation } from './kinds/registration_confirmation/kind.ts'
import { reminder } from './kinds/reminder/kind.ts'
import { signInMail } from './kinds/sign_in/kind.ts'
import { silentGroups } from './kinds/silent_groups/kind.ts'
import { teamChange } from './kinds/team_change/kind.ts'
import { teamInvitation } from './kinds/team_invitation/kind.ts'
import { welcome } from './kinds/welcome/kind.ts'
import { wrongAddress } from './kinds/wrong_address/kind.ts'
import { type OwnSaid, type Say, sayIn } from './words.ts'

/** Each kind of mail; its template pair is in `compiled.ts`, made from its folder. */
export const kinds: { readonly [Name in MailKind]: Kind<Name> } = {
  invitation,
  reminder,
  last_call: lastCall,
  silent_groups: silentGroups,
  new_link: newLinkMail,
  sign_in: signInMail,
  receipt,
  news,
  welcome,
  farewell,
  new_address: newAddress,
  invitation_over: invitationOver,
  wrong_address: wrongAddress,
  enquiry_confirmation: enquiryConfirmation,
  enquiry,
  registration_confirmation: registrationConfirmation,
  registration_answer: registrationAnswer,
  list_link: listLink,
  team_invitation: teamInvitation,
  team_change: teamChange,
  note_answer: noteAnswer,
}

/** Says the words of a kind of mail. */
export function sayOf(kind: MailKind, language: Language, own: OwnSaid = {}): Say<string> {
  return sayIn(kind, kinds[kind].words, language, own)
}

/** What the team calls a kind of mail. */
export function kindName(kind: MailKind, language: Language, own: OwnWords): string {
  return sayOf(kind, language, { nouns: own.nouns })('name')
}

/** What to do about a mail of this kind that did not arrive; null when a later one makes up for it. */
export function ifNotSent(kind: MailKind, language: Language, { nouns }: OwnWords): string | null {
  return kinds[kind].words.en.ifNotSent === undefined ? null : sayOf(kind, language, { nouns })('ifNotSent')
}
