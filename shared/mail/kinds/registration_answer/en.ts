import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'The team’s answer to a group that registers',
  ifNotSent: 'The person waits for your answer: call them, if they gave a number.',
  subject: '{group}: the team has answered your registration',
  preview: 'What it says, and how to answer.',
  kicker: 'Your registration',
  title: 'The team has read your registration',
  lead: 'You registered {group}, in {town}. Here is the team’s answer.',
  after:
    'To talk about it, reply to this mail. Your registration has not been accepted, and will be deleted in 60 days.',
  open: 'Make a new request',
  why: 'You get this mail because you registered a group on our site.',
}
