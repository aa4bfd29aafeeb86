import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'The team’s answer to a note',
  ifNotSent: 'The person waits for your answer: call them.',
  subject: 'The team has answered your note',
  preview: 'The answer, and what you wrote.',
  kicker: 'An answer to your note',
  title: 'The team has answered you',
  lead: 'Here is {by}’s answer to your note.',
  yours: 'Your note',
  after: 'To answer, reply to this mail: it goes directly to {by}.',
  open: 'Open your page',
  why: 'You get this mail because you wrote to the team.',
}
