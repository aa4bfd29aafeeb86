import type { invited as invitedInFrench } from '../fr/invited.ts'

export const invited: typeof invitedInFrench = {
  title: (group) => `Will you be a referent of ${group}?`,
  lead: (by, group) => `${by} suggests you as a referent of ${group}: one of the people to contact to reach the group.`,
  yes: 'Yes, I agree',
  no: 'No, or this is not me',
  whatFor: (movement) =>
    `If yes: a minute a month, to check what we know of the group. ${movement} writes to you, and nothing is public unless you agree.`,
  ifNo: 'If no: we erase what we were given about you, and do not write to you about this again.',
  given: 'What we were given about you',
  addressTitle: 'Is this your new address?',
  addressLead: (by, group, name) => `${by} tells us that this is now the address of ${name}, referent of ${group}.`,
  addressOwn: (group, name) => `${name}, referent of ${group}, wants to get our mails at this address.`,
  addressYes: 'Yes, it is my address',
  addressNo: 'No, or this is not me',
  addressWait: (day) => `If yes: for safety, the former address can still object until ${day}.`,
  addressNow: 'If yes: we write to you here from now on.',
  again: 'Please press once more',
  acceptedTitle: 'Thank you, noted',
  acceptedLead: (day) =>
    `For safety, the former address can still object until ${day}. After that, this same link opens the group’s record, and we write to you here.`,
  declinedTitle: 'Noted',
  declinedLead: 'We have erased what we were given about you, and will not write to you about this again.',
  declinedSlip: 'A slip? Ask the group to suggest you again: another mail will be sent.',
  endedTitle: 'This question no longer needs an answer',
  endedLead: 'The invitation was taken back, or too much time has passed. You have nothing to do.',
  keepTitle: 'What is your address?',
  keepLead: (by, group, address) =>
    `${by} (${group}) tells us that your address is now ${address}. If that is right, you have nothing to do.`,
  keepOwn: (address) =>
    `With your link, somebody asked us to write to you at ${address}. If it was you, you have nothing to do.`,
  keep: 'No, keep my address',
  keepUntil: (day) => `You can object until ${day}. Nothing changes before.`,
  keptTitle: 'Noted: your address stays the same',
  keptLead: 'Nothing has changed, and we have told the group.',
  backTitle: 'Take your address back?',
  backLead: (address) =>
    `We now write to you at ${address}: somebody asked for it with your link, or confirmed it. If it was you, you have nothing to do.`,
  back: 'No, take my address back',
  backUntil: (day) =>
    `Possible until ${day}. We will write to you here again, and the links sent elsewhere will open nothing.`,
  backDoneTitle: 'Done: we write to you here again',
  backDoneLead:
    'The links sent to the other address open nothing any more. Please check the record: its history says what was changed.',
  backNothingTitle: 'There is nothing to take back here any more',
  backNothingLead:
    'The address was taken back already, or too much time has passed. For any question, reply to one of our mails.',
  nothingTitle: 'No new address is suggested for you',
  nothingLead: 'You have nothing to do.',
  newAddressShort: (address) => `${address}: has not said yes yet`,
  askedOwn: (address) =>
    `We are writing to you at ${address}. Open that mail and say yes: it is your address from then on. Until then the old one stays.`,
  askedOf: (address, name) =>
    `We are writing to ${address} to ask whether it is ${name}’s address. Until then the old one stays.`,
  newAddress: (address) => `New address suggested: ${address}. We are waiting for whoever reads it to say yes.`,
}
