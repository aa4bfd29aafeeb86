import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Another referent’s address to correct',
  ifNotSent: 'The group does not know that one of its addresses no longer works: call it.',
  subject: '{group}: what is {about}’s address?',
  kicker: 'An address to correct',
  title: 'Do you know the right address?',
  lead: 'Our mails to {about} are coming back.',
  field: '{about}, email address',
  broken: 'no longer exists',
  preview: 'Our mails to {about} are coming back: the address no longer exists.',
  after:
    'As soon as it is corrected, we will write to them again. Has the person left? Take them off the list. We will not ask again.',
  open: 'Correct the address',
  why: 'You get this mail because you are a referent of {group} too.',
}
