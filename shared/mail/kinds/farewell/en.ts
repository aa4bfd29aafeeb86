import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Taken off the list',
  ifNotSent: 'This person does not know that they were taken off: tell them if it matters.',
  subject: 'You are no longer a referent of {group}',
  kicker: 'For your information',
  title: 'You are no longer a referent',
  lead: '{by} took you off the list. We will not write to you about this group any more.',
  role: 'Referent of {group}',
  gone: 'yes → no',
  open: 'Report a mistake',
  why: 'You get this mail only once, because you were a referent of {group}.',
}
