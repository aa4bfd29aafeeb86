import type { Text } from '../fr.ts'

/** What other programs read and keep, and what is held back. */
export const feeds: Text['feeds'] = {
  title: 'Feeds and mailing lists',
  lead: 'What others read of the network, what is held back, and the lists that Relance keeps in another program.',
  open: {
    title: 'What others may read',
    names: {
      map: 'The map',
      calendar: 'The calendar',
      find: 'The page “Find a group”',
      join: 'The page “Register a group”',
    },
    sends: {
      map: 'The groups that want to be shown, and what their referents agreed to make public.',
      calendar: 'What these groups do and plan. Each referent may follow their own group, too.',
      find: 'These groups, for visitors who look for one. What visitors write reaches the group by mail.',
      join: 'Nothing about the network. What is written there reaches the team.',
    },
    access: { off: 'Closed.', public: 'Open to anybody.', key: 'Open to programs that have a key.' },
    last: (at) => `Updated on ${at}`,
    fails: (since) => `Not updated since ${since}. Relance tries again by itself.`,
    never: 'Not published yet: within minutes',
    change: 'Open or close them',
    elsewhere: 'Programs and chats that Relance tells',
  },
  heldTitle: 'What is held back',
  nothingHeld: 'Nothing is held back: everything published is up to date.',
  heldLead:
    'More than a fifth disappeared at once. Until somebody says that this is right, other programs keep what they had.',
  accept: 'Yes, it is right: publish it',
  signUp: 'Anybody may sign up for it, on a page of its own (/lists/…)',
  where: 'Where Relance keeps it',
  whereHint: 'Optional. In Mailman 3, mailman: and its List-Id; in Brevo, brevo: and the list’s number.',
  programs: { mailman: 'Mailman', brevo: 'Brevo' },
  keptIn: (program, list) => `Kept in ${program}: ${list}`,
  unread: 'Not read yet. Relance reads it within minutes, and changes nothing there.',
  onlyRead: (at) => `Read on ${at}. Nothing was changed, and nothing will be before you start it.`,
  begun: 'Started: it is updated within minutes, then every hour.',
  works: (at) => `Up to date since ${at}.`,
  held: (before, now) =>
    `Held back: ${before.toLocaleString('en')} people before, ${now.toLocaleString('en')} now. Nothing is changed there.`,
  trouble: {
    unreachable: (since) => `Has not answered since ${since}. Relance tries again by itself.`,
    key_refused: (since) => `Has refused our key since ${since}. The person who runs Relance can correct it.`,
    list_unknown: (since) => `Has not known this list since ${since}. Its name is in the settings.`,
    busy: (since) => `Has asked us to wait since ${since}. Relance goes on by itself.`,
    answer_strange: (since) => `Has answered in an unexpected way since ${since}. Nothing is changed.`,
  },
  would: 'What would change',
  next: 'What changes next',
  joins: (n) => (n === 1 ? '1 person to add there' : `${n.toLocaleString('en')} people to add there`),
  takenOff: (n) => (n === 1 ? '1 person to remove there' : `${n.toLocaleString('en')} people to remove there`),
  leaves: (n) =>
    n === 1
      ? '1 person unsubscribed there, and will be off here'
      : `${n.toLocaleString('en')} people unsubscribed there, and will be off here`,
  named: (names, more) =>
    names.length === 0 ? '' : `(${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''})`,
  nothing: 'Nothing: both lists are the same.',
  there: (n) =>
    n === 0 ? 'Nobody is on both.' : n === 1 ? '1 person is on both.' : `${n.toLocaleString('en')} people are on both.`,
  others: (n) =>
    n === 1
      ? '1 other person is on it: Relance leaves them alone.'
      : `${n.toLocaleString('en')} other people are on it: Relance leaves them alone.`,
  refused: (n) =>
    n === 1
      ? '1 address was refused there. Relance tries again every day.'
      : `${n.toLocaleString('en')} addresses were refused there. Relance tries again every day.`,
  pagesTitle: 'Pages where anybody signs up',
  forgetLabel: 'Delete an address',
  forgetHint: 'If its owner asks for it: the address is removed from all lists and deleted.',
  forgetUnknown: 'This address has not signed up on any page. Erase a referent on their own page.',
  forget: 'Delete it',
  begin: 'Start',
  look: 'Read it again now',
  halt: 'Stop changing it there',
}
