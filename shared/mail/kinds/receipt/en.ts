import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Receipt of a correction',
  ifNotSent: 'Nothing is lost: what was corrected is in the group’s history.',
  subject: '{group}: your correction is saved',
  kicker: 'Nothing to do',
  title: 'Saved, thank you',
  lead: 'What you changed in the record of {group}:',
  preview: 'Saved: {changes}',
  after: 'A mistake? You can undo it for thirty days.',
  open: 'See what changed',
  why: 'You get this receipt because you have just corrected the record of {group}.',
}
