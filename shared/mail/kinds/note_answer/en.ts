import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'The team’s answer to a word',
  ifNotSent: 'The person waits for your answer: call them.',
  subject: 'The team answers your word',
  preview: 'The answer, and what you had written.',
  kicker: 'An answer to your word',
  title: 'The team answers you',
  lead: 'Here is what {by} answers to your word.',
  yours: 'Your word',
  after: 'To answer, reply to this mail: it goes directly to {by}.',
  open: 'Open your page',
  why: 'You get this mail because you wrote a word to the team.',
}
