import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Signing up for a mailing list',
  ifNotSent: 'The person can ask for this mail again tomorrow.',
  subject: '{list}: was it you?',
  preview: 'One button puts you on the list, another takes you off.',
  kicker: 'Mailing list',
  title: 'Join or leave “{list}”',
  lead: 'Somebody gave this address on the page of the list “{list}”. If it was you, open your page within 24 hours: one button puts you on the list, another takes you off.',
  open: 'Open my page',
  notMe: 'Not you? Do nothing: the address will be deleted in two days.',
  why: 'You get this mail because your address was given for the list “{list}”.',
}
