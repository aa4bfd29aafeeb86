import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'New address: a notice to the former one',
  ifNotSent: 'This person does not know that somebody wants to change their address: tell them otherwise.',
  subject: '{by} gave us a new address for you',
  subjectOwn: 'We will soon write to you at another address',
  subjectMoved: 'We now write to you at another address',
  kicker: 'Your address',
  title: 'Has your email address changed?',
  lead: '{by} ({group}) told us that your address has changed.',
  leadOwn: 'With your link, we were asked to write to you at another address.',
  leadMoved: 'Your address has changed: the new one said yes. The links in our earlier mails open nothing any more.',
  address: 'New address',
  after:
    'Is it right? There is nothing to do. If not, keep your address: you have until {until}. Nothing changes before then.',
  afterOwn:
    'Was it you? There is nothing to do. If not, keep your address. Nothing changes until the new one says yes.',
  afterMoved: 'Was it you? There is nothing to do. If not, take your address back: you have until {until}.',
  open: 'Keep my address',
  openMoved: 'Take my address back',
  why: 'You get this mail only once, because you are a referent of {group}.',
  whyMoved: 'You get this mail only once, because we used to write to you at this address.',
}
