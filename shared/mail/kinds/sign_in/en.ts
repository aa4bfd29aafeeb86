import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Sign-in link',
  ifNotSent: 'Ask for another sign-in link.',
  subject: '{movement}: your sign-in link',
  kicker: 'For the team',
  title: 'Open the dashboard',
  lead: 'This link works once, for {n} minutes, in the browser where you asked for it.',
  preview: 'Works once, for {n} minutes.',
  open: 'Sign in',
  notMe: 'If you did not ask for it, ignore this mail: without it, nobody gets in as you.',
  why: 'You get this mail because your address is on the team’s list.',
}
