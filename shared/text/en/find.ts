import type { find as french } from '../fr/find.ts'

/** For whoever looks for a group near them. */
export const find: typeof french = {
  title: 'Find a group',
  search: 'Your town or postal code',
  go: 'Search',
  map: (groups) => `Map: ${groups.toLocaleString('en')} ${groups === 1 ? 'group' : 'groups'}`,
  point: (name, groups) => (groups < 2 ? name : `${name} and ${groups - 1} more`),
  all: 'Groups by region',
  groups: (n) => `${n.toLocaleString('en')} ${n === 1 ? 'group' : 'groups'}`,
  noRegion: 'Other groups',
  nearest: (place) => `The groups nearest to ${place}`,
  named: (text) => `Groups for “${text}”`,
  nothing: (text) => `We cannot find “${text}”.`,
  nothingNext: 'Try a town nearby, or choose your region.',
  kilometres: (n) => (n < 1 ? 'less than a kilometre away' : `${Math.round(n).toLocaleString('en')} km away`),
  none: 'There is no group to show yet.',
  back: 'All groups',
  more: (n) => `The first ${n.toLocaleString('en')} only: search for your town to see others.`,
  contact: 'Write to this group',
  website: 'Website',
  people: 'Who to contact',
  unknown: 'This group is not here',
  unknownNext: 'It may have changed, or no longer want to be shown.',
  form: {
    title: (group) => `Write to ${group}`,
    faultTitle: (title) => `To correct: ${title}`,
    faultsTitle: 'To correct',
    lead: 'We will send you a mail to confirm that it is you. The group will then get your message, and answer you directly.',
    name: 'Your name',
    email: 'Your email address',
    trap: 'Leave this field empty',
    body: 'Your message',
    consent: (movement) =>
      `I agree that my name, my address and my message are sent to this group. ${movement} deletes them after 60 days.`,
    send: 'Send',
    fault: {
      consent: 'Tick the box, or we cannot pass anything on.',
      again: 'Nothing is lost: read your message again, then send it once more.',
    },
    busy: (address) => `Too many messages are coming in. Nothing is lost: try again later, or write to ${address}.`,
    sent: {
      title: 'Look at your mails',
      body: 'If this address has not written today already, a mail has just been sent to it. Open it and confirm within 24 hours: the group then gets your message.',
    },
  },
  confirm: {
    title: 'Confirm your message',
    lead: (group) => `Your message goes to ${group} as soon as you have confirmed.`,
    button: 'Yes, it was me',
    done: 'Thank you, your message has been sent',
    doneNext: (group) => `${group} has got it, and will answer you directly.`,
  },
  answered: {
    title: 'Have you answered?',
    lead: (group) =>
      `Somebody wrote to ${group} from the site. The team counts how many people got an answer, nothing else.`,
    button: 'Yes, we have answered',
    done: 'Thank you, noted',
    doneNext: (group) => `This person got an answer from ${group}.`,
  },
  gone: {
    title: 'This link no longer works',
    next: 'It has expired, or is incomplete. You can write to the group again.',
  },
  state: {
    starting: 'A group that is starting: people are welcome.',
    asleep: 'A group that is paused: nothing for now.',
  },
}
