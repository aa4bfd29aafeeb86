import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Receipt of a correction',
  ifNotSent: 'Nothing is lost: what was corrected is in the group’s history.',
  subject: '{group}: what you corrected',
  title: 'Saved',
  lead: 'This is what you corrected in the record of {group}. Thank you!',
  undo: 'A mistake? You can take it back for thirty days.',
  open: 'See it, or take it back',
  why: 'You get this message because you have just corrected the record of {group}.',
}
