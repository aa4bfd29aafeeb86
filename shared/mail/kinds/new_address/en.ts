import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'New address: a notice to the former one',
  ifNotSent: 'This person does not know that somebody wants to change their address: tell them otherwise.',
  subject: '{by} gave us a new address for you',
  subjectOwn: 'We will soon write to you at another address',
  kicker: 'Your address',
  title: 'Has your email address changed?',
  lead: '{by} ({group}) told us that your address has changed.',
  leadOwn: 'With your link, we were asked to write to you at another address.',
  address: 'New address',
  after:
    'Is it right? There is nothing to do. If not, keep your address: you have until {until}. Nothing changes before then.',
  afterOwn:
    'Was it you? There is nothing to do. If not, keep your address. Nothing changes until the new one says yes.',
  open: 'Keep my address',
  why: 'You get this mail only once, because you are a referent of {group}.',
}
