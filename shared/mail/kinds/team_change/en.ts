import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Change in the team',
  ifNotSent: 'Tell this person what changed for them.',
  subject: '{title}',
  kicker: 'For your information',
  remove_coordinator: 'You are no longer on the team of {movement}',
  remove_coordinator_lead:
    '{by} took you off the team: you cannot sign in any more. If this is a mistake, answer this mail.',
  change_coordinator: 'What you may do on the team of {movement} has changed',
  change_coordinator_lead: '{by} changed what you may do. Not what you expected? Answer this mail.',
  open: 'Open the dashboard',
  why: 'You get this mail because you are or were on the team of {movement}.',
}
