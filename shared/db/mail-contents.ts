import { type MailKind, mailKinds, mailTable } from '#shared/domain/mail.ts'
import type { ContentName, MailContents } from '#shared/domain/mail-content.ts'
import type { ContentOf } from '#shared/domain/outgoing-mail.ts'
import type { Movement } from '#shared/movement.ts'
import type { Sections } from '#shared/record/sections.ts'
import { enquiryColumn, enquiryFrom } from './enquiries.ts'
import {
  invitationEndColumn,
  invitationEndFrom,
  newAddressColumn,
  newAddressFrom,
  questionColumn,
  questionFrom,
} from './invitation-mails.ts'
import { listLinkColumn, listLinkFrom } from './list-subscribers.ts'
import { membershipColumn, membershipFrom } from './membership.ts'
import { newsColumn, newsFrom } from './news.ts'
import { noteAnswerColumn, noteAnswerFrom } from './notes.ts'
import { owedRecordsColumn, owedRecordsFrom } from './owed-records.ts'
import { ownGroupsColumn, ownGroupsFrom } from './own-groups.ts'
import { registrationColumn, registrationContentFrom } from './registrations.ts'
import { roundEndColumn, roundEndFrom } from './round-end.ts'
import { teamChangeColumn, teamChangeFrom } from './team-changes.ts'
import { teamInvitationColumn, teamInvitationFrom } from './team-invitations.ts'
import { wrongAddressColumn, wrongAddressFrom } from './wrong-address.ts'

/** What of a movement decides what mails tell. */
export type MailSources = Pick<Movement, 'sections' | 'feeds'>

/** How what mails tell is read for a row of `mail`: an SQL expression that gives JSON, and what the JSON says; null when there is nothing to tell. */
type Reading<Content> = {
  column: (told: MailSources) => string
  from: (json: string, sections: Sections) => Content | null
}

const readings: { readonly [Name in ContentName]: Reading<MailContents[Name]> } = {
  owed_records: { column: owedRecordsColumn, from: owedRecordsFrom },
  own_groups: { column: () => ownGroupsColumn, from: ownGroupsFrom },
  round_end: { column: () => roundEndColumn, from: roundEndFrom },
  changes: { column: ({ sections }) => newsColumn(sections), from: newsFrom },
  question: { column: () => questionColumn, from: questionFrom },
  new_address: { column: () => newAddressColumn, from: newAddressFrom },
  invitation_end: { column: () => invitationEndColumn, from: invitationEndFrom },
  membership: { column: () => membershipColumn, from: membershipFrom },
  wrong_address: { column: () => wrongAddressColumn, from: wrongAddressFrom },
  enquiry: { column: () => enquiryColumn, from: enquiryFrom },
  registration: { column: () => registrationColumn, from: registrationContentFrom },
  list_link: { column: () => listLinkColumn, from: listLinkFrom },
  team_invitation: { column: () => teamInvitationColumn, from: teamInvitationFrom },
  team_change: { column: () => teamChangeColumn, from: teamChangeFrom },
  note_answer: { column: () => noteAnswerColumn, from: noteAnswerFrom },
  nothing: { column: () => `'{}'`, from: () => ({}) },
}

/** SQL: what a row of `mail` tells; `?3` holds a JSON array of the states of groups that are written to, `?4` what `limitsOf` gives. */
export function contentColumn(told: MailSources): string {
  const cases = Object.entries(readings).map(([name, { column }]) => {
    const kinds = mailKinds.filter((kind) => mailTable[kind].tells === name).map((kind) => `'${kind}'`)
    return `WHEN mail.kind IN (${kinds.join(', ')}) THEN ${column(told)}`
  })
  return `CASE ${cases.join('\n')} END`
}

/** What a mail of this kind tells; null when there is nothing, or nothing any more. */
export function contentFrom<Kind extends MailKind>(
  kind: Kind,
  json: string | null,
  sections: Sections,
): ContentOf<Kind> | null {
  const tells: (typeof mailTable)[Kind]['tells'] = mailTable[kind].tells
  return json === null ? null : readings[tells].from(json, sections)
}
