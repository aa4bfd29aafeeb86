import type {
  hand as handInFrench,
  newLink as newLinkInFrench,
  notMe as notMeInFrench,
  signIn as signInInFrench,
  unsubscribe as unsubscribeInFrench,
} from '../fr/links.ts'

export const newLink: typeof newLinkInFrench = {
  title: 'Send me my link',
  lead: 'Enter the email address where you get our mails. We send a new link there at once.',
  send: 'Send me my link',
  sentTitle: 'Check your mailbox',
  sentLead: 'If this is the address of a referent, a new link is on its way.',
  sentNext: 'Nothing after a few minutes? Look in your spam folder, try another of your addresses, or write to us.',
}

export const signIn: typeof signInInFrench = {
  title: 'Open the dashboard',
  lead: 'For the team that supports the network. Enter your email address: we send you a link, no password needed.',
  send: 'Send me a sign-in link',
  sentTitle: 'Check your mailbox',
  sentLead: 'If this is an address of the team, a link is on its way. Open it in this browser, within fifteen minutes.',
  sentNext:
    'Nothing in your mailbox? Open the latest sign-in mail that you got, even an old one, in this browser: its page sends a new one. If you never got any, ask whoever runs Relance to add you to the team.',
  openTitle: 'Sign in',
  openLead: (name: string) =>
    `Hello ${name}. One press, and you are signed in on this browser, for twelve hours at most.`,
  open: 'Sign in',
}

export const unsubscribe: typeof unsubscribeInFrench = {
  title: 'No more mails from us',
  lead: (movement: string) =>
    `One press, and you will no longer get ${movement}’s monthly mails, for any of your groups.`,
  button: 'Stop these mails',
  other:
    'Are you leaving the group, or is somebody taking over? It is best to say so in the group’s record: we will know whom to write to.',
  toGroup: 'Open my group’s record',
  doneTitle: 'Noted: you will no longer get the monthly mail',
  doneLead: 'If that was a mistake, one press takes it back.',
  stoppedTitle: 'You no longer get our mails',
  stoppedLead: 'You asked for it, or your mail program did for you. One press and you get them again.',
  stopped: 'You no longer get our monthly mails: you asked for it, or your mail program did for you.',
  back: 'Get these mails again',
  backTitle: 'Noted, we will write to you again',
  backLead: 'You will get the next monthly mail.',
  onlyYou: (group: string) => `For ${group}, you are the only one we write to`,
  nobodyLeft: (group: string) => `Nobody will get our mails for ${group} any more`,
  nobodyLeftLead:
    'With nobody to write to, the group’s record will go out of date and the team will have to call you. Could somebody take over?',
  nameSomebody: 'Name somebody else',
}

export const notMe: typeof notMeInFrench = {
  whose: (name: string) => `This is ${name}’s personal link.`,
  see: 'Not you?',
  title: 'Not your link?',
  lead: (name: string) =>
    `This link was sent to ${name}: what you correct here is noted under their name. You can stop it: we will send ${name} a new one.`,
  button: 'Stop this link',
  other: (name: string) =>
    `Are you in the same group? Ask ${name} to add you to the referents: you will get a link of your own.`,
  back: (name: string) => `I am ${name}, back to the group`,
  stoppedTitle: 'This link no longer works',
  stoppedLead: (name: string) => `Thank you for telling us. A new link is on its way to ${name}.`,
}

export const hand: typeof handInFrench = {
  title: 'One last check',
  lead: 'Tick the box, then save. This way, no robot answers in your place.',
  what: 'This is what we will save',
  itIsMe: (name) => (name ? `Yes, it is me, ${name}` : 'Yes, it is me'),
  save: 'Save',
  tick: 'Tick the box, then press “Save”',
}
