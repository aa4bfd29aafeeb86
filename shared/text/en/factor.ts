import type { Text } from '../fr.ts'
import { plural } from './count.ts'

/** Two-step sign-in of the team. */
export const factor: Text['factor'] = {
  title: 'Two-step sign-in',
  about: 'A code from your phone, besides the link in a mail. Somebody who reads your mails cannot get in.',
  lead: 'Besides the link in a mail, a code from your phone: somebody who reads your mails cannot get in.',
  neededLead: 'Your movement asks for it. It takes two minutes, once.',
  program:
    'On your phone, open an authenticator app. If you have none: Aegis (Android) or Passwords (iPhone), for example.',
  scan: 'In that app, add an account and point at this picture.',
  picture: 'Picture to point the authenticator app at. What it says is written below too, to be copied.',
  orType: 'Or copy this key into the app:',
  first: 'Enter here the six digits that the app shows.',
  code: 'Code',
  setUp: 'Switch on',
  codeTitle: 'The code on your phone',
  codeLead: 'Open your authenticator app, and enter the six digits.',
  enter: 'Go in',
  lost: 'I no longer have this phone',
  lostLead:
    'Enter one of your recovery codes instead. If you have none left, somebody who administers Relance can switch it off for you, on the page of the team.',
  wrong: 'This code is not right, or has been used. Wait for the next one: it changes every thirty seconds',
  wait: 'Too many tries. Wait for a quarter of an hour, or longer if it happened again',
  codesTitle: 'Keep your recovery codes',
  codesLead:
    'If you lose your phone, each works once. They are never shown again: write them down or print this page, and keep them elsewhere than in your mails.',
  kept: 'I have them, go on',
  since: (day: string) => `On since ${day}.`,
  recovery: 'Recovery codes',
  left: (n: number) => (n === 0 ? 'None is left.' : `${plural(n, 'code', 'codes')} left.`),
  renew: 'Make others',
  removeTitle: 'Another phone',
  removeLead: 'Switch it off, then on with the new phone.',
  remove: 'Switch off',
  on: 'two-step sign-in on',
  off: 'no two-step sign-in',
  reset: 'Switch off their two-step sign-in',
  resetLead:
    'For somebody who lost their phone and their recovery codes. First make sure that it is them, by voice: a mail tells them, and they are signed out.',
}
