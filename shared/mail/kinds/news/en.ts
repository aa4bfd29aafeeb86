import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'What changed in the group',
  ifNotSent: 'Nothing is lost: what was corrected is in the group’s history.',
  subject: { one: '{by} corrected the record of {group}', other: '{by} corrected the record of {group}' },
  kicker: 'For your information',
  title: { one: '{by} corrected the record', other: '{by} corrected the record' },
  lead: 'What changed for {group}:',
  after: 'Is everything correct? There is nothing to do. If not, you can correct it, or take it back for thirty days.',
  open: 'See what changed',
  why: 'You get this mail because you are a referent of {group}.',
}
