import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Change in the team',
  ifNotSent: 'Tell this person what changed for them.',
  subject: '{title}',
  kicker: 'For your information',
  remove_coordinator: 'You are no longer on the team of {movement}',
  remove_coordinator_lead:
    '{by} took you off the team: you can no longer sign in. If this is a mistake, reply to this mail.',
  change_coordinator: 'What you may do on the team of {movement} has changed',
  change_coordinator_lead: '{by} changed what you may do. Not what you expected? Reply to this mail.',
  set_up_factor: 'Two-step sign-in is on',
  set_up_factor_lead: 'An authenticator app now protects your sign-in. Not you? Reply to this mail at once.',
  use_recovery_code: 'A recovery code was used to sign in as you',
  use_recovery_code_lead: 'Each recovery code works once. Not you? Reply to this mail at once.',
  renew_recovery_codes: 'Your recovery codes were replaced',
  renew_recovery_codes_lead: 'The old ones no longer work. Not you? Reply to this mail at once.',
  remove_factor: 'Two-step sign-in is off',
  remove_factor_lead: 'Somebody signed in as you switched it off. Not you? Reply to this mail at once.',
  reset_factor: 'Your two-step sign-in was switched off',
  reset_factor_lead:
    '{by} switched it off, and you were signed out everywhere. You did not ask for this? Reply to this mail at once.',
  block_factor: 'Wrong codes were tried in your name',
  block_factor_lead:
    'Somebody opened a sign-in link that was sent to you, and entered five wrong codes. Not you? Change the password of your mailbox, and reply to this mail.',
  open: 'Open the dashboard',
  why: 'You get this mail because you are or were on the team of {movement}.',
}
