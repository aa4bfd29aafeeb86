import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Somebody of the group corrected',
  ifNotSent: 'Nothing is lost: what was corrected is in the group’s history.',
  subject: '{group}: corrected by {by}',
  title: '{by} corrected your group’s record',
  lead: 'This is in short what has changed in the record of {group}. The page that opens has the details.',
  undo: 'Is it all right? Then there is nothing to do. If not, you can correct it, or take it back for thirty days.',
  open: 'See, correct or take back',
  why: 'You get this message because you are a referent of {group}.',
}
