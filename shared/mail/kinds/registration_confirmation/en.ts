import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Confirmation of a group’s registration',
  ifNotSent: 'The person can register their group again tomorrow.',
  subject: 'Register your group: was it you?',
  preview: 'One tap, and the team gets your request.',
  kicker: 'A new group',
  title: 'Please confirm your registration',
  lead: 'Somebody registered a group on our site and gave this address. If it was you, confirm within seven days: the team then reads your request and answers you.',
  open: 'Confirm the registration',
  notMe: 'Not you? Do nothing: the request will be deleted.',
  why: 'You get this mail because your address was given to register a group.',
}
