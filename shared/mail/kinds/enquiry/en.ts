import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'A visitor’s message to a group',
  ifNotSent: 'The person waits for an answer: call the group.',
  subject: '{group}: somebody has written to you from the site',
  preview: 'Your answer goes straight to this person.',
  kicker: 'A message for the group',
  title: 'Somebody has written to {group}',
  lead: 'To answer this person, reply to this mail: it goes to them directly. All the referents of the group have received it.',
  from: 'From',
  words: 'Their message',
  after: 'Done? One tap tells the team that the person got an answer, and nothing else.',
  open: 'We have answered',
  why: 'You get this mail because you are a referent of {group}, which can be reached from the site.',
}
