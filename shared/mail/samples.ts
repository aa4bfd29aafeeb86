import type { MailKind } from '#shared/domain/mail.ts'
import { enquiry } from './kinds/enquiry/sample.ts'
import { enquiryConfirmation } from './kinds/enquiry_confirmation/sample.ts'
import { farewell } from './kinds/farewell/sample.ts'
import { invitation } from './kinds/invitation/sample.ts'
import { invitationOver } from './kinds/invitation_over/sample.ts'
import { lastCall } from './kinds/last_call/sample.ts'
import { listLink } from './kinds/list_link/sample.ts'
import { newAddress } from './kinds/new_address/sample.ts'
import { newLinkMail } from './kinds/new_link/sample.ts'
import { news } from './kinds/news/sample.ts'
import { noteAnswer } from './kinds/note_answer/sample.ts'
import { receipt } from './kinds/receipt/sample.ts'
import { registrationAnswer } from './kinds/registration_answer/sample.ts'
import { registrationConfirmation } from './kinds/registration_confirmation/sample.ts'
import { reminder } from './kinds/reminder/sample.ts'
import { signInMail } from './kinds/sign_in/sample.ts'
import { silentGroups } from './kinds/silent_groups/sample.ts'
import { teamChange } from './kinds/team_change/sample.ts'
import { teamInvitation } from './kinds/team_invitation/sample.ts'
import { welcome } from './kinds/welcome/sample.ts'
import { wrongAddress } from './kinds/wrong_address/sample.ts'
import type { Told } from './render.ts'
import type { Sample, Samples } from './sample.ts'

const samplesOf: { readonly [Kind in MailKind]: Samples<Kind> } = {
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

/** A sample by its name: `last-call`, `invitation-several`. */
export type NamedSample = { name: string; reader: string; mail: Told }

/** Every sample of every kind of mail. No worker carries them: for tests and pictures. */
export const samples: readonly NamedSample[] = Object.entries(samplesOf).flatMap(([kind, ofKind]) =>
  Object.entries<Sample<MailKind>>(ofKind).map(([of, { reader, content }]) => ({
    name: (of === '' ? kind : `${kind}-${of}`).replaceAll('_', '-'),
    reader,
    mail: { kind, content } as Told,
  })),
)

/** @throws when there is none of this name. */
export function sampleNamed(name: string): NamedSample {
  const sample = samples.find((one) => one.name === name)
  if (!sample) throw new Error(`there is no sample ${name}`)
  return sample
}

/** Where the links of samples lead. */
export const sampleLinks = {
  open: 'https://maj.example.org/u/kBv0yEwq2t0pXZ5cVm3n8sQhR7aJdL1uTfGiYoNxPzM',
  unsubscribe: 'https://maj.example.org/unsubscribe/kBv0yEwq2t0pXZ5cVm3n8sQhR7aJdL1uTfGiYoNxPzM',
}
