import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Invitation without a yes',
  ifNotSent: 'The group does not know that this invitation has ended: tell it if that is useful.',
  subject: '{name} said no for {group}',
  subjectExpired: '{name} did not answer for {group}',
  subjectObjected: '{name} keeps their address',
  subjectNoAddress: 'The new address of {name} is not confirmed',
  subjectReturned: 'The address of {name} does not exist',
  subjectReturnedAddress: 'The new address of {name} does not exist',
  kicker: 'For your information',
  title: '{name} said no',
  titleExpired: '{name} did not answer',
  titleObjected: '{name} keeps their address',
  titleNoAddress: 'The new address is not confirmed',
  titleReturned: 'The address of {name} does not exist',
  titleReturnedAddress: 'The new address does not exist',
  lead: 'The person whom the group suggested as a referent does not want to, or it was not the right address.',
  leadExpired:
    'The group suggested this person as a referent. They did not answer in thirty days: the invitation ends.',
  leadObjected: 'Somebody in the group wrote another address. {name} says that theirs has not changed.',
  leadNoAddress: 'Whoever reads the address that the group wrote did not say yes. We keep the former one.',
  leadReturned: 'Our mail came back: the address that the group wrote for {name} does not exist. The invitation ends.',
  leadReturnedAddress: 'Our mail came back: the address that the group wrote does not exist. We keep the former one.',
  row: 'Suggested person',
  rowAddress: 'Address of {name}',
  gone: '{name} → removed from the record',
  same: 'unchanged',
  after: 'There is nothing to do. You can suggest somebody else, or the same person at another address.',
  afterAddress:
    'There is nothing to do. If the address really has changed, the person can write it themselves, with their link.',
  afterReturned: 'Ask them for the right address, then write it among the referents of the group.',
  open: 'See the referents',
  why: 'You get this mail because you are a referent of {group}.',
}
