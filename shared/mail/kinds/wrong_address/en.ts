import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Another referent’s address to correct',
  ifNotSent: 'The group does not know that one of its addresses no longer works: call it.',
  subject: '{group}: the address of {about} no longer works',
  title: 'The address of {about} no longer works',
  lead: 'Our mails to {about} come back: the address in the record of {group} does not exist any more. Do you know another one?',
  correct:
    'Correct it on the page that opens, and we will write there again. If the person has left, take them off the list.',
  once: 'We only ask you once.',
  open: 'Correct the address',
  why: 'You get this message because you are a referent of {group} too.',
}
