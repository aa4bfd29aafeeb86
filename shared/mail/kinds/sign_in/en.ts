import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Sign-in link',
  ifNotSent: 'Ask for another sign-in link.',
  subject: '{movement}: open the dashboard',
  title: 'Open the dashboard',
  lead: 'Here is your link. It works once, for {n} minutes, in the browser in which you asked for it.',
  open: 'Go in',
  notMe: 'You asked for nothing? There is nothing to do: without this message, nobody gets in in your place.',
  why: 'You get this message because your address is that of somebody of the team.',
}
