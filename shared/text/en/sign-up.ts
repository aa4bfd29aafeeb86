import type { Text } from '../fr.ts'

/** The public page of a mailing list. */
export const signUp: Text['signUp'] = {
  lead: 'Give your address: we send you a mail with a link that puts you on the list, or takes you off it.',
  email: 'Your email address',
  trap: 'Leave this field empty',
  send: 'Send me the link',
  use: (movement) =>
    `${movement} keeps nothing of you but this address, for this list. It is deleted a month after you leave.`,
  faultTitle: (title) => `To correct: ${title}`,
  fault: {
    email: 'Write one address, in full.',
    again: 'Nothing is lost: send it once more.',
    busy: 'Too many requests are coming in. Try again later.',
  },
  sent: {
    title: 'Check your mailbox',
    body: 'If this address has not been sent one today, a mail is on its way to it. Open it within 24 hours.',
  },
  off: (list) => `You are not on “${list}”.`,
  on: (list) => `You are on “${list}”.`,
  join: 'Put me on the list',
  leave: 'Take me off the list',
  joined: 'Done: you are on the list',
  left: 'Done: you are off the list',
  leftNext: 'Your address will be deleted in a month. You can come back whenever you like.',
  joinedNext: 'You can leave whenever you like, by the same page.',
  gone: { title: 'This link no longer works', next: 'Ask for another one on the page of the list.' },
}
