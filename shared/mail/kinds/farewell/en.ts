import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Taken off the list',
  ifNotSent: 'This person does not know that they were taken off: tell them if it matters.',
  subject: 'You are no longer a referent of {group}',
  title: 'You are no longer a referent of {group}',
  lead: '{by} took you off the list: we will not write to you about this group any more. Thank you for what you did.',
  mistake: 'Is that a mistake? Say so on the page that opens, or answer this message.',
  open: 'It is a mistake, say so',
  why: 'You get this message once only, because you were a referent of {group}.',
}
