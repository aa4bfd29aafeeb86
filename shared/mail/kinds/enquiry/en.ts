import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'A visitor’s message to a group',
  ifNotSent: 'The person waits for an answer: call the group.',
  subject: '{group}: somebody writes to you from the site',
  preview: 'To answer, just reply to this mail.',
  kicker: 'A message for the group',
  title: 'Somebody writes to {group}',
  lead: 'To answer this person, reply to this mail: it goes to them directly. All referents of the group have got it.',
  from: 'From',
  words: 'Their message',
  after: 'Done? One click tells the team that the person got an answer. Nothing else is told.',
  open: 'We have answered',
  why: 'You get this mail because you are a referent of {group}, which can be reached from the site.',
}
