import type { Text } from '../fr.ts'

/** Who is on the team, and what each may do. */
export const team: Text['team'] = {
  title: 'The team',
  lead: 'Who may look at the dashboard, act for groups, and administer Relance. Everybody signs in for themselves.',
  list: 'Who is on it',
  you: '(you)',
  role: {
    reads: 'looks at the dashboard',
    acts: 'looks, and acts for groups',
    administers: 'looks, acts, and administers Relance',
  },
  everywhere: 'everywhere',
  fixed: 'Fixed by whoever installed Relance: it is not changed here.',
  correct: (name: string) => `Correct or remove ${name}`,
  roleLabel: 'What this person may do',
  regionsLabel: 'Their regions',
  regionsHint: 'Nothing ticked: the whole network.',
  languageLabel: 'Their language',
  save: 'Save',
  remove: 'Remove from the team',
  sure: (name: string) => `Yes, remove ${name}`,
  removeLead: 'They are signed out at once, and a mail tells them. What they did stays in their name.',
  notSure: 'Tick the box to confirm',
  invitedTitle: 'Waiting invitations',
  invited: (day: string, until: string) => `invited on ${day}, can accept until ${until}`,
  expired: (day: string) => `invited on ${day}, did not accept in time`,
  inviteAgain: 'Invite again',
  takeBack: 'Withdraw the invitation',
  inviteTitle: 'Invite somebody',
  inviteLead: 'A mail asks them to join the team. Until they have accepted, they see nothing.',
  invite: 'Invite',
  mayOnly: 'Choose what this person may do',
  regionsUnknown: 'One of these regions is no longer there: choose again',
  refused: {
    there_already: 'This person is on the team already',
    full: 'Twenty invitations wait already. Withdraw those that are no longer needed.',
    unknown: 'This person is no longer on the team',
    overtaken: 'Somebody has just changed this. Look at it as it is now, then try again if needed.',
    fixed: 'This person is fixed by whoever installed Relance',
    last_administrator:
      'Somebody has to administer Relance for the whole network: give that role to another person first',
  },
  again:
    'To be safe, sign in again: you signed in more than ten minutes ago. Nothing was done, and what you typed is still here.',
  signIn: 'Sign in again in another tab',
  join: {
    title: (movement: string) => `Join the team of ${movement}`,
    lead: (name: string, by: string) => `Hello ${name}. ${by} invites you.`,
    button: 'Accept and sign in',
  },
}
