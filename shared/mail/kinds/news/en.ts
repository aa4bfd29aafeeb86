import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'What changed in the group',
  ifNotSent: 'Nothing is lost: what was corrected is in the group’s history.',
  subject: { one: '{by} corrected the record of {group}', other: '{by} corrected the record of {group}' },
  kicker: 'For your information',
  title: { one: '{by} corrected the record', other: '{by} corrected the record' },
  lead: 'What changed for {group}:',
  after: 'Is everything correct? There is nothing to do. If not, you can correct it, or undo it for thirty days.',
  open: 'See what changed',
  subjectAdded: { one: '{by} added you as a referent of {group}', other: '{by} added you as a referent of {group}' },
  previewAdded: 'It takes one minute a month. Nothing is public unless you agree.',
  kickerAdded: 'Welcome',
  titleAdded: 'Welcome among the referents',
  leadAdded:
    'You are now one of the people to contact to reach {group}. Each month a mail asks you whether its record is correct: it takes one minute.',
  afterAdded: 'Is this not you, or do you not want to? Say so on the page that opens: you can leave the group there.',
  openAdded: 'See the group’s record',
  why: 'You get this mail because you are a referent of {group}.',
}
