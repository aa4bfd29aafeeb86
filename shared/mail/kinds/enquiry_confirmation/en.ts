import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Confirmation of a message to a group',
  ifNotSent: 'The person can write to the group again tomorrow.',
  subject: '{group}: was it you who wrote?',
  preview: 'One tap, and the group gets it.',
  kicker: 'Your message to a group',
  title: 'Please confirm your message',
  lead: 'Somebody wrote to {group} from our site and gave this address. If it was you, confirm within 24 hours: the group then gets your message, and answers you directly.',
  open: 'Confirm my message',
  notMe: 'Not you? Do nothing: the message will be deleted.',
  why: 'You get this mail because your address was given to write to {group}.',
}
